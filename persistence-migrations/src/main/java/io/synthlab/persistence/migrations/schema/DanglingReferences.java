package io.synthlab.persistence.migrations.schema;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.error.DatabaseException;
import io.synthlab.persistence.migrations.query.Rows;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Rows of a SQLite file that refer to a row that is not there, counted by child and parent table.
 *
 * <p>Old files may hold some (other tools leave foreign keys off). A migration must not add to them, and need not
 * mend them.
 *
 * @param counts from {@code child -> parent} to the number of rows
 */
record DanglingReferences(Map<String, Long> counts) {

    /** Counts them; PostgreSQL lets none come into being. */
    static DanglingReferences count(SchemaConnection connection) {
        if (connection.kind() == DatabaseKind.POSTGRESQL) {
            return new DanglingReferences(Map.of());
        }
        try {
            List<String> pairs = Rows.list(
                    connection.jdbc(), "PRAGMA foreign_key_check", row -> row.getString(1) + " -> " + row.getString(3));
            return new DanglingReferences(pairs.stream()
                    .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting())));
        } catch (SQLException e) {
            throw connection.translate(e);
        }
    }

    void requireNoMoreThan(DanglingReferences before) {
        counts.forEach((pair, count) -> {
            if (count > before.counts.getOrDefault(pair, 0L)) {
                throw new DatabaseException(
                        null,
                        null,
                        "a schema version would leave rows that refer to nothing (" + pair
                                + "); nothing was changed, report this as a defect of the version",
                        null);
            }
        });
    }

    List<String> describe() {
        return counts.entrySet().stream()
                .map(entry -> entry.getValue() + " rows refer to a row that is not there (" + entry.getKey() + ")")
                .toList();
    }
}
