package io.synthlab.persistence.benchmarks;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.Repositories;
import io.synthlab.persistence.analysis.OutcomeDraft;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/**
 * Save 10,000 outcomes of an analysis that has none yet.
 *
 * <p>Plain JDBC goes the fastest way each driver offers: one statement with an array for each column on PostgreSQL, a
 * batch on SQLite.
 */
final class SaveOutcomes implements Task {
    /** More than an iteration has calls: none stores outcomes for the second time. */
    private static final int ANALYSES = 200;

    private static final int ROWS = 10_000;
    private static final int BATCH_ROWS = 500;

    private static final String COLUMNS =
            "id, analysis_id, synth_id, did_not_try_rate, failed_rate, success_rate, synth_attributes";

    private static final String BATCH =
            "INSERT OR REPLACE INTO synth_outcomes (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?)";

    private static final String ARRAYS = """
            INSERT INTO synth_outcomes (%s)
            SELECT a, b, c, d, e, f, CAST(g AS jsonb)
              FROM unnest(?, ?, ?, ?, ?, ?, ?) AS outcome (a, b, c, d, e, f, g)
                ON CONFLICT (analysis_id, synth_id) DO UPDATE
               SET id = excluded.id, did_not_try_rate = excluded.did_not_try_rate, failed_rate = excluded.failed_rate,
                   success_rate = excluded.success_rate, synth_attributes = excluded.synth_attributes
            """.formatted(COLUMNS);

    private final List<OutcomeDraft> drafts = OutcomeSeed.drafts(ROWS);

    @Override
    public void seed(Seed seed) throws SQLException {
        OutcomeSeed.outcomes(seed, ANALYSES, 0);
    }

    @Override
    public Object direct(DirectJdbc jdbc, int number) throws SQLException {
        String analysis = analysisId(number);
        return jdbc.write(connection -> {
            if (jdbc.kind() == DatabaseKind.POSTGRESQL) {
                arrays(connection, analysis);
            } else {
                batches(connection, analysis);
            }
            return drafts.size();
        });
    }

    private void batches(Connection connection, String analysis) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BATCH)) {
            int waiting = 0;
            for (OutcomeDraft draft : drafts) {
                statement.setString(1, analysis + "_" + draft.synthId());
                statement.setString(2, analysis);
                statement.setString(3, draft.synthId());
                statement.setDouble(4, draft.didNotTryRate());
                statement.setDouble(5, draft.failedRate());
                statement.setDouble(6, draft.successRate());
                statement.setString(7, attributes(draft));
                statement.addBatch();
                if (++waiting % BATCH_ROWS == 0) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        }
    }

    private void arrays(Connection connection, String analysis) throws SQLException {
        int rows = drafts.size();
        String[] ids = new String[rows];
        String[] analyses = new String[rows];
        String[] synths = new String[rows];
        double[][] rates = new double[3][rows];
        String[] attributes = new String[rows];
        for (int at = 0; at < rows; at++) {
            OutcomeDraft draft = drafts.get(at);
            ids[at] = analysis + "_" + draft.synthId();
            analyses[at] = analysis;
            synths[at] = draft.synthId();
            rates[0][at] = draft.didNotTryRate();
            rates[1][at] = draft.failedRate();
            rates[2][at] = draft.successRate();
            attributes[at] = attributes(draft);
        }
        try (PreparedStatement statement = connection.prepareStatement(ARRAYS)) {
            statement.setArray(1, connection.createArrayOf("text", ids));
            statement.setArray(2, connection.createArrayOf("text", analyses));
            statement.setArray(3, connection.createArrayOf("text", synths));
            statement.setObject(4, rates[0]);
            statement.setObject(5, rates[1]);
            statement.setObject(6, rates[2]);
            statement.setArray(7, connection.createArrayOf("text", attributes));
            statement.executeUpdate();
        }
    }

    private static String attributes(OutcomeDraft draft) {
        return Objects.requireNonNull(draft.attributes()).toJson().text();
    }

    private static String analysisId(int number) {
        return ExperimentSeed.analysisId(number % ANALYSES);
    }

    @Override
    public Object through(Repositories repositories, int number) {
        return repositories.analysisOutcomes().saveAll(analysisId(number), drafts);
    }

    @Override
    public List<String> undo(DatabaseKind kind) {
        return kind == DatabaseKind.SQLITE ? List.of("DELETE FROM synth_outcomes") : List.of("TRUNCATE synth_outcomes");
    }

    @Override
    public List<String> writes() {
        return List.of("synth_outcomes");
    }
}
