package io.synthlab.persistence.migrations.schema;

import io.synthlab.persistence.error.SchemaMismatchException;
import io.synthlab.persistence.migrations.RollbackPlan.Loss;
import io.synthlab.persistence.migrations.SchemaVersion;
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
            Pattern.compile("DROP TABLE (?:IF EXISTS )?(\\w+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DROP_COLUMN =
            Pattern.compile("ALTER TABLE (\\w+)\\s+DROP COLUMN (\\w+)", Pattern.CASE_INSENSITIVE);

    /**
     * Reads the script of a version and counts what it would destroy.
     *
     * @throws SchemaMismatchException if the version has no such script
     */
    static UndoScript of(SchemaVersion version, SchemaConnection connection) {
        VersionScripts scripts = connection.target().scripts();
        String text = scripts.names().stream()
                .filter(name -> name.version().equals(version.version()))
                .findFirst()
                .map(name -> scripts.text(name.undoScript(connection.kind())))
                .orElseThrow(() -> new SchemaMismatchException(
                        null,
                        null,
                        "version " + version.version() + " is none of this build; it cannot be rolled back by it",
                        null));
        List<String> statements = SqlScript.statements(text);
        return new UndoScript(statements, losses(statements, connection));
    }

    private static List<Loss> losses(List<String> statements, SchemaConnection connection) {
        List<Loss> losses = new ArrayList<>();
        for (String sql : statements) {
            Matcher table = DROP_TABLE.matcher(sql);
            Matcher column = DROP_COLUMN.matcher(sql);
            if (table.lookingAt()) {
                add(losses, table.group(1), "SELECT count(*) FROM " + table.group(1), connection);
            } else if (column.lookingAt()) {
                add(
                        losses,
                        column.group(1) + "." + column.group(2),
                        "SELECT count(" + column.group(2) + ") FROM " + column.group(1),
                        connection);
            }
        }
        return losses;
    }

    private static void add(List<Loss> losses, String what, String count, SchemaConnection connection) {
        try {
            long rows =
                    Rows.list(connection.jdbc(), count, row -> row.getLong(1)).get(0);
            if (rows > 0) {
                losses.add(new Loss(what, rows));
            }
        } catch (SQLException e) {
            throw connection.translate(e);
        }
    }
}
