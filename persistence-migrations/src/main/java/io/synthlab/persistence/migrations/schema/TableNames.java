package io.synthlab.persistence.migrations.schema;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.internal.schema.SchemaHistory;
import io.synthlab.persistence.migrations.query.Rows;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;

/**
 * Which tables and views a database has.
 *
 * @param ours those of any version that are there, parents before children
 * @param others the rest, by name, the history left out
 * @param history whether our history is there
 * @param known how many tables the newest version has
 */
record TableNames(List<String> ours, List<String> others, boolean history, int known) {
    private static final String SQLITE =
            "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite!_%' ESCAPE '!'";
    private static final String POSTGRESQL = """
            SELECT c.relname
              FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
             WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
            """;

    /** Reads them in one statement, so that they are from one moment. */
    static TableNames read(SchemaConnection connection) {
        try {
            if (connection.kind() == DatabaseKind.POSTGRESQL) {
                requireSchema(connection);
                return of(connection, Rows.list(connection.jdbc(), POSTGRESQL, row -> row.getString(1)));
            }
            return of(connection, Rows.list(connection.jdbc(), SQLITE, row -> row.getString(1)));
        } catch (SQLException e) {
            throw connection.translate(e);
        }
    }

    private static TableNames of(SchemaConnection connection, List<String> names) {
        VersionScripts scripts = connection.target().scripts();
        TreeSet<String> others = new TreeSet<>(names);
        List<String> ours = scripts.tableNames(connection.kind()).stream()
                .filter(others::remove)
                .toList();
        boolean history = others.remove(SchemaHistory.TABLE);
        int known = scripts.tables(scripts.newest(), connection.kind()).size();
        return new TableNames(ours, List.copyOf(others), history, known);
    }

    private static void requireSchema(SchemaConnection connection) throws SQLException {
        boolean missing = Rows.list(connection.jdbc(), "SELECT current_schema() IS NULL", row -> row.getBoolean(1))
                .get(0);
        if (missing) {
            throw new ConfigurationException("no schema of this user's search_path exists; create one or name an"
                    + " existing one with ?currentSchema= in the database URL");
        }
    }
}
