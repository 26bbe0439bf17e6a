package io.synthlab.persistence.migrations.schema;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.migrations.RollbackOptions;
import io.synthlab.persistence.migrations.SchemaCheck;
import io.synthlab.persistence.migrations.SchemaStatus;
import io.synthlab.persistence.migrations.catalog.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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
            List<String> pending = new ArrayList<>();
            if (!status.isCurrent()) {
                pending.add(status.message()
                        + status.remedy().map(remedy -> "; " + remedy).orElse(""));
            }
            if (!status.hasSoundHistory()) {
                return new SchemaCheck(RollbackOptions.NOTHING, pending, pending, List.of());
            }
            Drift drift = Drift.of(connection, status.installed());
            return new SchemaCheck(
                    drift.version(),
                    joined(pending, drift.describe()),
                    joined(pending, drift.describeHarmful()),
                    drift.describeTolerated());
        }
    }

    private static List<String> joined(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /**
     * Compares tables that somebody wants with the newest version of this library, on both databases.
     *
     * @param wanted the tables
     * @return how they differ, one sentence each
     */
    public static List<String> differencesOf(Collection<Table> wanted) {
        VersionScripts scripts = VersionScripts.LIBRARY;
        String newest = scripts.newest();
        Set<String> differences = new LinkedHashSet<>();
        for (DatabaseKind kind : DatabaseKind.values()) {
            Facts expected = Facts.ofTables(scripts.tables(newest, kind), kind);
            Facts.ofTables(wanted, kind)
                    .differencesTo(expected)
                    .forEach(difference -> differences.add(difference.describe("version " + newest)));
        }
        return List.copyOf(differences);
    }
}
