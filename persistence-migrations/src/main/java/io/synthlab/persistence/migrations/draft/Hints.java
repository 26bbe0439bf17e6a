package io.synthlab.persistence.migrations.draft;

import io.synthlab.persistence.error.ConfigurationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What two schemas do not tell.
 *
 * @param tables renamed tables, from old to new name
 * @param columns renamed columns, from {@code old_table.old_column} to the new name of the column
 * @param fills what stands in a column for rows that have nothing there, from {@code table.column} (new names) to an SQL
 *     literal or expression
 */
public record Hints(Map<String, String> tables, Map<String, String> columns, Map<String, String> fills) {
    /** No hint. */
    public static final Hints NONE = new Hints(Map.of(), Map.of(), Map.of());

    private static final Pattern NAME = Pattern.compile("\\w+");
    private static final Pattern COLUMN = Pattern.compile("\\w+\\.\\w+");

    /** Copies the maps. */
    public Hints {
        tables = Map.copyOf(tables);
        columns = Map.copyOf(columns);
        fills = Map.copyOf(fills);
    }

    /**
     * Reads hints as a person writes them.
     *
     * @param renames {@code old_table:new_table} or {@code table.old_column:new_column} each
     * @param fills {@code table.column=literal} each
     * @return the hints
     * @throws ConfigurationException if one is not written so
     */
    public static Hints parse(List<String> renames, List<String> fills) {
        Map<String, String> tables = new LinkedHashMap<>();
        Map<String, String> columns = new LinkedHashMap<>();
        for (String rename : renames) {
            String[] names = rename.split(":", -1);
            boolean column = names.length == 2 && COLUMN.matcher(names[0]).matches();
            boolean table = names.length == 2 && NAME.matcher(names[0]).matches();
            if (!(column || table) || !NAME.matcher(names[1]).matches()) {
                throw new ConfigurationException(
                        "a rename is written old_table:new_table or table.old_column:new_column, not " + rename);
            }
            (column ? columns : tables).put(names[0], names[1]);
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (String fill : fills) {
            int equals = fill.indexOf('=');
            if (equals < 0 || !COLUMN.matcher(fill.substring(0, equals)).matches()) {
                throw new ConfigurationException("a fill is written table.column=literal, not " + fill);
            }
            values.put(fill.substring(0, equals), fill.substring(equals + 1));
        }
        return new Hints(tables, columns, values);
    }

    /** Returns the new name of a table. */
    String table(String old) {
        return tables.getOrDefault(old, old);
    }

    /** Returns the new name of a column; its table by the old name. */
    String column(String oldTable, String old) {
        return columns.getOrDefault(oldTable + "." + old, old);
    }

    /** Returns what stands in a column, its table by the new name; nothing if nobody said. */
    @Nullable
    String fill(String table, String column) {
        return fills.get(table + "." + column);
    }

    /** Returns the hints for the way back. */
    Hints reversed() {
        Map<String, String> oldTables = new LinkedHashMap<>();
        tables.forEach((old, renamed) -> oldTables.put(renamed, old));
        Map<String, String> oldColumns = new LinkedHashMap<>();
        columns.forEach((old, renamed) -> {
            String[] parts = old.split("\\.");
            oldColumns.put(table(parts[0]) + "." + renamed, parts[1]);
        });
        return new Hints(oldTables, oldColumns, fills);
    }
}
