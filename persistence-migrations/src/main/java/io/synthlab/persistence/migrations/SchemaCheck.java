package io.synthlab.persistence.migrations;

import java.util.List;
import java.util.Objects;

/**
 * How a database compares with the schema that is expected.
 *
 * @param version the newest version that is there, {@code 0} for none
 * @param differences what is missing, surplus or different, one sentence each, pending versions first; empty if all is as
 *     it should be
 * @param harmful those of the differences that change an answer: all but indexes of somebody's own
 * @param tolerated what differs in a file of the original that was taken over, and may
 */
public record SchemaCheck(String version, List<String> differences, List<String> harmful, List<String> tolerated) {
    /** Copies the lists and checks that every part is there. */
    public SchemaCheck {
        Objects.requireNonNull(version, "version");
        differences = List.copyOf(differences);
        harmful = List.copyOf(harmful);
        tolerated = List.copyOf(tolerated);
    }

    /** Returns whether nothing differs. */
    public boolean isClean() {
        return differences.isEmpty();
    }
}
