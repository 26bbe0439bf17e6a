package io.synthlab.persistence.migrations.mover.source;

import io.synthlab.persistence.internal.id.DerivedIds;
import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.query.Names;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Generates ids for rows of {@code transcripts} and {@code synth_outcomes} whose id is NULL, the same on each run.
 *
 * <p>The id depends on the pair that identifies the row, not on the order rows are read in:
 *
 * <ul>
 *   <li>an outcome gets {@code <analysis_id>_<synth_id>}, as the original writes it, unless the synth's id holds an
 *       underscore (two pairs could then give one id) or another row of the file has that id;
 *   <li>every other row gets a prefix ({@code tra_}, {@code out_}) and 32 hex digits: the first half of the SHA-256 of
 *       the pair and of a counter, which starts at 0 and grows while another row of the file has that id.
 * </ul>
 */
public final class KeyFill {
    private static final String ID = "id";
    private static final Map<String, Rule> RULES = Map.of(
            "transcripts", new Rule(List.of("exec_id", "synth_id"), DerivedIds::transcript),
            "synth_outcomes", new Rule(List.of("analysis_id", "synth_id"), DerivedIds::outcome));

    /** How ids of a table are made. */
    private record Rule(List<String> pair, Derivation id) {}

    private interface Derivation {
        String of(String first, String second, int attempt);
    }

    private final Rule rule;
    private final int idColumn;
    private final int first;
    private final int second;
    private final PreparedStatement taken;

    private KeyFill(SourceDatabase source, Table table, Rule rule) throws SQLException {
        this.rule = rule;
        List<String> columns = table.columnNames();
        idColumn = columns.indexOf(ID);
        first = columns.indexOf(rule.pair.get(0));
        second = columns.indexOf(rule.pair.get(1));
        taken = source.prepare("SELECT 1 FROM " + Names.quoted(table.name()) + " WHERE id = ?");
    }

    /** Returns the generator of a table, or {@code null} if keys of that table are never generated. */
    static @Nullable KeyFill of(SourceDatabase source, Table table) throws SQLException {
        Rule rule = RULES.get(table.name());
        return rule == null || !source.fillsKeys() || !source.isPresent(table)
                ? null
                : new KeyFill(source, table, rule);
    }

    /**
     * Returns the columns that identify a row even where its key is NULL.
     *
     * @param table the table
     * @return names of columns: the pair of {@code transcripts} and {@code synth_outcomes}, else the primary key
     */
    public static List<String> identity(Table table) {
        Rule rule = RULES.get(table.name());
        return rule == null ? table.primaryKey() : rule.pair;
    }

    /**
     * Returns whether the key of a row is NULL and one can be generated, which takes longer than to know that.
     *
     * @param row the row as it is stored
     * @return whether it would be filled
     */
    public static boolean isFillable(SourceRow row) {
        Rule rule = RULES.get(row.table().name());
        List<String> columns = row.table().columnNames();
        return rule != null
                && row.type(columns.indexOf(ID)) == StorageClass.NULL
                && rule.pair.stream().allMatch(column -> row.type(columns.indexOf(column)) == StorageClass.TEXT);
    }

    /** Fills the key of a row if it is NULL and the pair is there. */
    void fill(SourceRow row) throws SQLException {
        if (row.type(idColumn) == StorageClass.NULL && isFillable(row)) {
            row.fillKey(idColumn, free(row.bytes(first), row.bytes(second)));
        }
    }

    private String free(byte[] left, byte[] right) throws SQLException {
        String one = new String(left, StandardCharsets.UTF_8);
        String other = new String(right, StandardCharsets.UTF_8);
        int attempt = 0;
        String candidate = rule.id.of(one, other, attempt);
        while (isTaken(candidate)) {
            candidate = rule.id.of(one, other, ++attempt);
        }
        return candidate;
    }

    private boolean isTaken(String id) throws SQLException {
        taken.setString(1, id);
        try (ResultSet result = taken.executeQuery()) {
            return result.next();
        }
    }

    void close() throws SQLException {
        taken.close();
    }
}
