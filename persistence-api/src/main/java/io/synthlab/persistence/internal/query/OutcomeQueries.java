package io.synthlab.persistence.internal.query;

import io.synthlab.persistence.CountedList;
import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.analysis.OutcomeDraft;
import io.synthlab.persistence.analysis.SynthOutcome;
import io.synthlab.persistence.internal.row.OutcomeRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decisions about outcomes that need no database, and the statements that store many of them. */
public final class OutcomeQueries {
    private static final int CHUNK_ROWS = 10_000;
    private static final String COLUMNS =
            "id, analysis_id, synth_id, did_not_try_rate, failed_rate, success_rate, synth_attributes";
    private static final String INSERT_ARRAYS = """
            INSERT INTO synth_outcomes (%1$s)
            SELECT id, analysis_id, synth_id, did_not_try_rate, failed_rate, success_rate,
                   CAST(synth_attributes AS jsonb)
              FROM unnest(?, ?, ?, ?, ?, ?, ?) AS row_to_store (%1$s)
            """.formatted(COLUMNS);
    private static final String REPLACE = """
            ON CONFLICT (analysis_id, synth_id) DO UPDATE
               SET id = excluded.id, did_not_try_rate = excluded.did_not_try_rate, failed_rate = excluded.failed_rate,
                   success_rate = excluded.success_rate, synth_attributes = excluded.synth_attributes
            """;
    private static final String INSERT_ROW =
            "INSERT %sINTO synth_outcomes (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, %s)";

    /**
     * SQL that finds outcomes whose id names another synth of the analysis than they belong to: parameters are the
     * bounds of {@link #idBounds}. Hardly ever there is one.
     */
    public static final String STRAY_IDS = """
            SELECT id FROM synth_outcomes WHERE id >= ? AND id < ? AND id <> analysis_id || '_' || synth_id
            """;

    /** SQL that deletes outcomes by id, for {@link TextList} of {@link #taken}; PostgreSQL alone needs it. */
    public static final String DELETE_STRAYS =
            "DELETE FROM synth_outcomes WHERE " + TextList.condition(DatabaseKind.POSTGRESQL, "id");

    private OutcomeQueries() {}

    /**
     * Analysis and synth that an id is made of.
     *
     * @param analysisId the analysis, {@code null} if the id is not made of a pair
     * @param synthId the synth, {@code null} if the id is not made of a pair
     */
    public record Pair(
            @Nullable String analysisId, @Nullable String synthId) {}

    /**
     * Takes an id apart that a row without a stored one may read as.
     *
     * @param outcomeId an id of any form
     * @return the only pair it can be derived of; the synth holds no underscore, the analysis does
     */
    public static Pair pair(String outcomeId) {
        int split = outcomeId.lastIndexOf('_');
        return split < 0
                ? new Pair(null, null)
                : new Pair(outcomeId.substring(0, split), outcomeId.substring(split + 1));
    }

    /**
     * Leaves out rows without attributes, after paging.
     *
     * @param read the rows
     * @return the others; the total still counts all
     */
    public static CountedList<SynthOutcome> withAttributes(CountedList<SynthOutcome> read) {
        return new CountedList<>(
                read.items().stream()
                        .filter(outcome -> outcome.attributes() != null)
                        .toList(),
                read.total());
    }

    /**
     * Returns the rows of an analysis to store.
     *
     * @param analysisId the analysis
     * @param drafts what to store
     * @return the last of each synth, by synth, so that two callers lock rows in one order
     * @throws io.synthlab.persistence.error.ValidationException if the analysis id or a draft breaks a rule
     */
    public static List<OutcomeRow> rows(String analysisId, List<OutcomeDraft> drafts) {
        Map<String, SynthOutcome> last = new LinkedHashMap<>();
        drafts.forEach(draft -> last.put(draft.synthId(), draft.in(analysisId)));
        return sorted(last.values());
    }

    /**
     * Returns the rows of new outcomes.
     *
     * @param outcomes what to store
     * @return their rows, by analysis and synth, so that two callers lock rows in one order
     * @throws io.synthlab.persistence.error.ValidationException if one breaks a rule
     */
    public static List<OutcomeRow> rows(List<SynthOutcome> outcomes) {
        outcomes.forEach(SynthOutcome::validated);
        return sorted(outcomes);
    }

    private static List<OutcomeRow> sorted(Collection<SynthOutcome> outcomes) {
        return outcomes.stream()
                .sorted(Comparator.comparing(SynthOutcome::analysisId).thenComparing(SynthOutcome::synthId))
                .map(OutcomeRow::of)
                .toList();
    }

    /**
     * Returns the statement that stores rows: of many rows with {@link #columns} on PostgreSQL, of one row with {@link
     * #values} on SQLite.
     *
     * @param kind which database
     * @param replace whether rows that are there make way; otherwise they are an error
     * @return SQL with seven parameters
     */
    public static String insert(DatabaseKind kind, boolean replace) {
        if (kind == DatabaseKind.POSTGRESQL) {
            return replace ? INSERT_ARRAYS + REPLACE : INSERT_ARRAYS;
        }
        return INSERT_ROW.formatted(replace ? "OR REPLACE " : "", "?");
    }

    /**
     * Returns the statement that stores one new row, with {@link #values}.
     *
     * @param kind which database
     * @return SQL with seven parameters
     */
    public static String insertOne(DatabaseKind kind) {
        return INSERT_ROW.formatted("", kind == DatabaseKind.POSTGRESQL ? "CAST(? AS jsonb)" : "?");
    }

    /**
     * Cuts rows into parts that one statement with arrays takes.
     *
     * @param rows the rows
     * @return parts of {@value #CHUNK_ROWS} at most; none for no rows
     */
    public static List<List<OutcomeRow>> chunks(List<OutcomeRow> rows) {
        List<List<OutcomeRow>> chunks = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += CHUNK_ROWS) {
            chunks.add(rows.subList(from, Math.min(rows.size(), from + CHUNK_ROWS)));
        }
        return chunks;
    }

    /**
     * Returns the parameters of many rows.
     *
     * @param rows the rows
     * @return a {@link ColumnArray} for each column
     */
    public static Object[] columns(List<OutcomeRow> rows) {
        return new Object[] {
            ColumnArray.texts(rows, OutcomeRow::id),
            ColumnArray.texts(rows, OutcomeRow::analysisId),
            ColumnArray.texts(rows, OutcomeRow::synthId),
            ColumnArray.numbers(rows, OutcomeRow::didNotTryRate),
            ColumnArray.numbers(rows, OutcomeRow::failedRate),
            ColumnArray.numbers(rows, OutcomeRow::successRate),
            ColumnArray.texts(rows, OutcomeRow::attributes)
        };
    }

    /**
     * Returns the parameters of one row.
     *
     * @param row the row
     * @return the value of each column
     */
    public static @Nullable Object[] values(OutcomeRow row) {
        return new @Nullable Object[] {
            row.id(),
            row.analysisId(),
            row.synthId(),
            row.didNotTryRate(),
            row.failedRate(),
            row.successRate(),
            row.attributes()
        };
    }

    /**
     * Returns the bounds of the ids that outcomes of an analysis have by default.
     *
     * @param analysisId the analysis
     * @return the smallest such id, and what follows on the largest
     */
    public static String[] idBounds(String analysisId) {
        char afterUnderscore = '_' + 1;
        return new String[] {analysisId + '_', analysisId + afterUnderscore};
    }

    /**
     * Returns those ids that rows to store will have.
     *
     * @param ids ids of rows that are there
     * @param rows rows to store
     * @return the ids of rows that have to make way
     */
    public static TextList taken(Collection<String> ids, List<OutcomeRow> rows) {
        Set<String> wanted = rows.stream().map(OutcomeRow::id).collect(Collectors.toSet());
        return TextList.of(ids.stream().filter(wanted::contains).toList());
    }
}
