package io.synthlab.persistence.migrations.mover.screen;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.mover.report.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A row that stands beside the target, whole and as it is stored: because it cannot arrive, or because it was changed to
 * arrive.
 *
 * @param table its table
 * @param rowid its row number in the source
 * @param disposition {@code quarantined}, {@code nul_escaped} or {@code reference_dropped}
 * @param key its key in words
 * @param findings why, at least one
 * @param cells every column of the source
 */
public record RecordedRow(
        Table table, long rowid, String disposition, String key, List<Reason> findings, List<Cell> cells) {

    /**
     * One reason.
     *
     * @param column column or columns, or {@code null} if it is about the whole row
     * @param rule the rule it breaks, or {@code null} for a value that was changed
     * @param text the reason in words
     * @param parent the row it depends on, or {@code null}
     */
    public record Reason(
            @Nullable String column,
            @Nullable Rule rule,
            String text,
            @Nullable Place parent) {

        /**
         * Returns the reason that a rule is broken.
         *
         * @param column column or columns, or {@code null} if it is about the whole row
         * @param rule the rule; one that this version does not know counts as the server's
         * @param parent the row it depends on, or {@code null}
         */
        public Reason(@Nullable String column, @Nullable Rule rule, @Nullable Place parent) {
            this(column, rule == null ? Rule.SERVER : rule, words(rule == null ? Rule.SERVER : rule, parent), parent);
        }

        private static String words(Rule rule, @Nullable Place parent) {
            return rule.description()
                    + (parent == null ? "" : " (" + parent.table().name() + " rowid " + parent.rowid() + ")");
        }
    }

    /**
     * A row of the source.
     *
     * @param table its table
     * @param rowid its row number
     */
    public record Place(Table table, long rowid) {}

    /**
     * One value.
     *
     * @param column its column
     * @param storageClass its storage class in lower case
     * @param length how many bytes it has, 0 for NULL
     * @param hex its bytes in hex, or {@code null} if they are too many to be held in memory
     */
    public record Cell(
            String column,
            String storageClass,
            long length,
            @Nullable String hex) {}

    /** Returns the first reason. */
    public Reason first() {
        return findings.get(0);
    }

    /** Returns the value the first reason is about, if it is about one. */
    public @Nullable Cell cell() {
        return cells.stream()
                .filter(cell -> cell.column().equals(first().column()))
                .findFirst()
                .orElse(null);
    }

    /**
     * Returns the row as one JSON object; of values that are too long only the length.
     *
     * @return the object as text
     */
    public String json() {
        Map<String, Object> members = head();
        members.put("row", cells.stream().map(RecordedRow::json).toList());
        return JsonValue.of(members).text();
    }

    /** Returns everything but the values. */
    Map<String, Object> head() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("table", table.name());
        members.put("rowid", rowid);
        members.put("key", key);
        members.put("disposition", disposition);
        members.put("column", first().column());
        members.put("rule", name(first().rule()));
        members.put("reason", first().text());
        Cell cell = cell();
        members.put("storage_class", cell == null ? null : cell.storageClass());
        members.put("bytes", cell == null ? null : cell.hex());
        members.put("findings", findings.stream().map(RecordedRow::json).collect(Collectors.toList()));
        return members;
    }

    private static @Nullable String name(@Nullable Rule rule) {
        return rule == null ? null : rule.name();
    }

    private static Map<String, @Nullable Object> json(Reason reason) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("column", reason.column());
        members.put("rule", name(reason.rule()));
        members.put("reason", reason.text());
        Place parent = reason.parent();
        members.put(
                "depends_on",
                parent == null ? null : Map.of("table", parent.table().name(), "rowid", parent.rowid()));
        return members;
    }

    static Map<String, @Nullable Object> json(Cell cell) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("column", cell.column());
        members.put("storage_class", cell.storageClass());
        members.put("length", cell.length());
        members.put("bytes", cell.hex());
        return members;
    }
}
