package io.synthlab.persistence.migrations.mover;

import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.error.SchemaMismatchException;
import io.synthlab.persistence.migrations.Schema;
import io.synthlab.persistence.migrations.SchemaStatus;
import java.util.List;

/** What the mover asks of the schema of a target. */
final class TargetSchema {
    private TargetSchema() {}

    /** Requires the newest version, whatever was put aside meanwhile. */
    static void requireCurrent(PersistenceConfig target) {
        SchemaStatus status = Schema.of(target).status();
        if (!status.isCurrent()) {
            String remedy = status.remedy().map(advice -> "; " + advice).orElse("");
            throw mismatch(status.message() + remedy);
        }
    }

    /** Requires everything of the newest version; an index that somebody added does no harm, and comes back with the others. */
    static void requireAsExpected(PersistenceConfig target, String when) {
        List<String> differences = Schema.of(target).check().harmful();
        if (!differences.isEmpty()) {
            throw mismatch(when + "its schema is not as it should be: " + String.join("; ", differences)
                    + "; see synthlab-db schema check");
        }
    }

    private static SchemaMismatchException mismatch(String message) {
        return new SchemaMismatchException(null, null, "target: " + message, null);
    }
}
