package io.synthlab.persistence.migrations.schema;

import io.synthlab.persistence.error.DatabaseException;
import io.synthlab.persistence.migrations.RollbackPlan.Loss;
import io.synthlab.persistence.migrations.SchemaVersion;
import io.synthlab.persistence.migrations.query.Names;
import io.synthlab.persistence.migrations.query.Rows;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The script that undoes one version.
 *
 * @param statements its statements in order
 * @param losses the rows it would destroy now
 */
record UndoScript(List<String> statements, List<Loss> losses) {
    private static final Pattern DROP_TABLE =
            Pattern.compile("DROP TABLE (?:IF EXISTS )?\"?(\\w+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DROP_COLUMN =
            Pattern.compile("ALTER TABLE \"?(\\w+)\"?\\s+DROP COLUMN \"?(\\w+)", Pattern.CASE_INSENSITIVE);

    /** How a script tells of a column that goes by building its table anew. */
    private static final Pattern DESTROYS = Pattern.compile("-- destroys: (\\w+)\\.(\\w+)");

    /**
     * Reads the script of a version and counts what it would destroy.
     *
     * @throws io.synthlab.persistence.error.ConfigurationException if there is no such version
     */
    static UndoScript of(SchemaVersion version, SchemaConnection connection) {
        VersionScripts scripts = connection.target().scripts();
        String text = scripts.text(scripts.name(version.version()).undoScript(connection.kind()));
        List<String> statements = SqlScript.statements(text);
        return new UndoScript(statements, losses(text, statements, connection));
    }

    private static List<Loss> losses(String script, List<String> statements, SchemaConnection connection) {
        List<Loss> losses = new ArrayList<>();
        script.lines()
                .map(DESTROYS::matcher)
                .filter(Matcher::matches)
                .forEach(told -> addColumn(losses, told.group(1), told.group(2), connection));
        for (String sql : statements) {
            Matcher table = DROP_TABLE.matcher(sql);
            Matcher column = DROP_COLUMN.matcher(sql);
            if (table.lookingAt() && !isBuiltAnew(table.group(1), statements)) {
                add(losses, table.group(1), "SELECT count(*) FROM " + quoted(table.group(1)), connection);
            } else if (column.lookingAt()
                    && losses.stream().noneMatch(loss -> loss.what().equals(column.group(1) + "." + column.group(2)))) {
                addColumn(losses, column.group(1), column.group(2), connection);
            }
        }
        return losses;
    }

    /** SQLite drops a table to put its changed copy in its place. */
    private static boolean isBuiltAnew(String table, List<String> statements) {
        return statements.stream().anyMatch(sql -> sql.matches("(?is)ALTER TABLE .* RENAME TO \"?" + table + "\"?"));
    }

    private static void addColumn(List<Loss> losses, String table, String column, SchemaConnection connection) {
        String count = "SELECT count(" + quoted(column) + ") FROM " + quoted(table);
        add(losses, table + "." + column, count, connection);
    }

    private static String quoted(String name) {
        return Names.quoted(name);
    }

    private static void add(List<Loss> losses, String what, String count, SchemaConnection connection) {
        try {
            long rows =
                    Rows.list(connection.jdbc(), count, row -> row.getLong(1)).get(0);
            if (rows > 0) {
                losses.add(new Loss(what, rows));
            }
        } catch (SQLException e) {
            throw new DatabaseException(
                    null,
                    null,
                    "the undo script takes " + what + ", which cannot be counted, and nothing was changed: "
                            + FlywayErrors.describe(e, connection.kind()),
                    connection.translate(e).getCause());
        }
    }
}
