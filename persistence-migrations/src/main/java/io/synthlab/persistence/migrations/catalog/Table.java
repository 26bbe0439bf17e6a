package io.synthlab.persistence.migrations.catalog;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One of the 19 tables.
 *
 * @param name its name
 * @param presence whether a database fresh from the original has it
 * @param columns its columns, in the order of a fresh database
 * @param primaryKey names of the key columns
 * @param foreignKeys its references
 * @param uniques column lists of its unique keys
 * @param checks its check conditions
 * @param indexes its named indexes
 */
public record Table(
        String name,
        Presence presence,
        List<Column> columns,
        List<String> primaryKey,
        List<ForeignKey> foreignKeys,
        List<List<String>> uniques,
        List<Check> checks,
        List<Index> indexes) {

    /** In which databases something exists. */
    public enum Presence {
        /** In every database of version 15. */
        V15,
        /** In databases that are older than version 15, or were lifted from one. */
        OLDER,
        /** Only in databases that were lifted from an older version. */
        LIFTED
    }

    /** Types of columns, apart from the database. */
    public enum Type {
        /** Unicode text. */
        TEXT,
        /** Whole number of 32 bits. */
        INTEGER,
        /** Double-precision number. */
        REAL,
        /** JSON document: text with a validity check on SQLite, {@code jsonb} on PostgreSQL. */
        JSON
    }

    /**
     * A column.
     *
     * @param name its name
     * @param position place in a fresh database, from 1
     * @param type its type
     * @param nullable whether the original declares it nullable; key columns are NOT NULL in ours all the same
     * @param defaultValue SQL literal or {@code datetime('now')}, or {@code null} for none
     */
    public record Column(
            String name,
            int position,
            Type type,
            boolean nullable,
            @Nullable String defaultValue) {}

    /**
     * A reference to another table, or to this one.
     *
     * @param columns referencing columns
     * @param table referenced table
     * @param referenced referenced columns
     * @param onDelete {@code cascade}, {@code set null} or {@code no action}
     */
    public record ForeignKey(List<String> columns, String table, List<String> referenced, String onDelete) {}

    /**
     * A check condition.
     *
     * @param column column it is about
     * @param predicate condition in neutral SQL, see the header of the data dictionary
     * @param kind json, enum, length, range or pattern
     */
    public record Check(String column, String predicate, String kind) {}

    /**
     * A named index.
     *
     * @param name its name
     * @param columns its columns, first the most significant
     * @param presence where it exists
     */
    public record Index(String name, List<IndexColumn> columns, Presence presence) {}

    /**
     * A column of an index.
     *
     * @param name its name
     * @param descending whether largest values come first
     * @param nullsLast whether NULL stands behind every value though the order descends: SQLite's only way; on
     *     PostgreSQL it has to be asked for
     */
    public record IndexColumn(String name, boolean descending, boolean nullsLast) {
        /**
         * Reads a column as the data dictionary writes it.
         *
         * @param text for example {@code generated_at desc nulls last}
         * @return the column
         */
        public static IndexColumn parse(String text) {
            String name = text.strip().split(" ")[0];
            return new IndexColumn(name, text.contains(" desc"), text.contains(" nulls last"));
        }

        /** Returns the column as the data dictionary writes it. */
        public String text() {
            return name + (descending ? " desc" : "") + (nullsLast ? " nulls last" : "");
        }
    }

    /** Copies the lists. */
    public Table {
        columns = List.copyOf(columns);
        primaryKey = List.copyOf(primaryKey);
        foreignKeys = List.copyOf(foreignKeys);
        uniques = uniques.stream().map(List::copyOf).toList();
        checks = List.copyOf(checks);
        indexes = List.copyOf(indexes);
    }

    /**
     * Returns this table under another name.
     *
     * @param newName the name
     * @return the table
     */
    public Table withName(String newName) {
        return new Table(newName, presence, columns, primaryKey, foreignKeys, uniques, checks, indexes);
    }

    /**
     * Returns this table with other indexes.
     *
     * @param newIndexes the indexes
     * @return the table
     */
    public Table withIndexes(List<Index> newIndexes) {
        return new Table(name, presence, columns, primaryKey, foreignKeys, uniques, checks, newIndexes);
    }

    /**
     * Finds a column.
     *
     * @param columnName its name
     * @return the column, empty if there is none of that name
     */
    public Optional<Column> column(String columnName) {
        return columns.stream()
                .filter(column -> column.name().equals(columnName))
                .findFirst();
    }

    /** Returns the names of all columns, in the order of a fresh database. */
    public List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }
}
