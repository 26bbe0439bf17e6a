package io.synthlab.persistence.migrations.catalog;

import static io.synthlab.persistence.migrations.catalog.TableSql.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Builds a table of SQLite anew where ALTER TABLE cannot change it, the way SQLite's documentation describes: rows keep
 * their row ids, and foreign keys, which must be off meanwhile, keep their meaning.
 */
public final class TableRebuild {
    private static final String SUFFIX = "__new";
    private static final Pattern LAST_STATEMENT = Pattern.compile(
            "ALTER TABLE \\S+" + SUFFIX + "\"? RENAME TO .*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private TableRebuild() {}

    /**
     * Lists the statements; indexes, triggers and views are not among them.
     *
     * @param table its name
     * @param parts its columns and constraints from now on
     * @param values what becomes of each column, as an expression over the table as it was; a column that is left out
     *     gets its default
     * @return the statements, in order
     */
    public static List<String> statements(String table, List<String> parts, Map<String, String> values) {
        String made = table + SUFFIX;
        List<String> into = new ArrayList<>(List.of("rowid"));
        values.keySet().forEach(column -> into.add(name(column)));
        List<String> from = new ArrayList<>(List.of("rowid"));
        from.addAll(values.values());
        return List.of(
                TableSql.create(made, parts),
                "INSERT INTO " + name(made) + " (" + String.join(", ", into) + ")\nSELECT " + String.join(", ", from)
                        + " FROM " + name(table) + " ORDER BY rowid",
                "DROP TABLE " + name(table),
                "ALTER TABLE " + name(made) + " RENAME TO " + name(table));
    }

    /** Returns whether a statement is the last one of a table that is built anew. */
    public static boolean isLastStatement(String sql) {
        return LAST_STATEMENT.matcher(sql).lookingAt();
    }
}
