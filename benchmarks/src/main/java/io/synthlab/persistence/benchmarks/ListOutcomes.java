package io.synthlab.persistence.benchmarks;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.Page;
import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.Repositories;
import io.synthlab.persistence.analysis.SynthAttributes;
import io.synthlab.persistence.analysis.SynthOutcome;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** List 200 outcomes: all of an analysis with their attributes, and the total. */
final class ListOutcomes implements Task {
    private static final int ANALYSES = 20;
    private static final int ROWS = 200;
    private static final PageRequest REQUEST = PageRequest.of(ROWS, 0);

    private static final String LIST = """
            SELECT o.id, o.analysis_id, o.synth_id, o.did_not_try_rate, o.failed_rate, o.success_rate,
                   o.synth_attributes, (SELECT count(*) FROM synth_outcomes WHERE analysis_id = ?)
              FROM synth_outcomes o
             WHERE o.analysis_id = ?
             ORDER BY o.synth_id
             LIMIT ? OFFSET ?
            """;

    @Override
    public void seed(Seed seed) throws SQLException {
        OutcomeSeed.outcomes(seed, ANALYSES, ROWS);
    }

    @Override
    public Object direct(DirectJdbc jdbc, int number) throws SQLException {
        String analysis = analysisId(number);
        return jdbc.read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(LIST)) {
                statement.setString(1, analysis);
                statement.setString(2, analysis);
                statement.setInt(3, REQUEST.limit());
                statement.setInt(4, REQUEST.offset());
                List<SynthOutcome> items = new ArrayList<>();
                long total = 0;
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        items.add(read(row));
                        total = row.getLong(8);
                    }
                }
                return new Page<>(items, total, REQUEST);
            }
        });
    }

    private static SynthOutcome read(ResultSet row) throws SQLException {
        String attributes = row.getString(7);
        return new SynthOutcome(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getDouble(4),
                row.getDouble(5),
                row.getDouble(6),
                attributes == null ? null : SynthAttributes.fromJson(JsonValue.ofStored(attributes)));
    }

    private static String analysisId(int number) {
        return ExperimentSeed.analysisId(number % ANALYSES);
    }

    @Override
    public Object through(Repositories repositories, int number) {
        return repositories.synthOutcomes().listByAnalysis(analysisId(number), REQUEST);
    }
}
