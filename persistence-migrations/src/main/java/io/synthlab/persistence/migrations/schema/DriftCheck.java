package io.synthlab.persistence.migrations.schema;

import io.synthlab.persistence.migrations.RollbackOptions;
import io.synthlab.persistence.migrations.SchemaCheck;
import io.synthlab.persistence.migrations.SchemaStatus;
import java.util.ArrayList;
import java.util.List;

/** Compares a database with the schema that is expected. */
public final class DriftCheck {
    private DriftCheck() {}

    /**
     * Compares, and changes nothing.
     *
     * @param target which database
     * @return what differs
     */
    public static SchemaCheck run(Target target) {
        try (SchemaConnection connection = SchemaConnection.toRead(target)) {
            SchemaStatus status = Inspection.of(connection);
            List<String> differences = new ArrayList<>();
            if (!status.isCurrent()) {
                differences.add(status.message()
                        + status.remedy().map(remedy -> "; " + remedy).orElse(""));
            }
            if (!status.hasSoundHistory()) {
                return new SchemaCheck(RollbackOptions.NOTHING, differences, List.of());
            }
            Drift drift = Drift.of(connection, status.installed());
            differences.addAll(drift.describe());
            return new SchemaCheck(drift.version(), differences, drift.describeTolerated());
        }
    }
}
