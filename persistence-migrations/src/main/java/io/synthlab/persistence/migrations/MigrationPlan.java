package io.synthlab.persistence.migrations;

import java.util.List;

/**
 * What migrating would do.
 *
 * @param versions the versions it would apply, oldest first; empty if there is nothing to do
 * @param statements the SQL of their scripts, in the order in which it would run
 */
public record MigrationPlan(List<SchemaVersion> versions, List<String> statements) {
    /** Copies the lists. */
    public MigrationPlan {
        versions = List.copyOf(versions);
        statements = List.copyOf(statements);
    }
}
