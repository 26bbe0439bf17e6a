package io.synthlab.persistence.benchmarks;

import io.synthlab.persistence.Page;
import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.Repositories;
import io.synthlab.persistence.experiment.ExperimentSummary;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Page of 50 experiments, with what belongs to each of them counted and the total. */
final class ListExperiments implements Task {
    private static final int ROWS = 50;
    /** The first pages, which hosts show most. */
    private static final int PAGES = 4;

    private static final String LIST = """
            SELECT e.id, e.name, e.hypothesis, e.description, e.created_at, e.updated_at,
                   e.scorecard_data IS NOT NULL,
                   EXISTS (SELECT 1 FROM analysis_runs a WHERE a.experiment_id = e.id),
                   EXISTS (SELECT 1 FROM interview_guide g WHERE g.experiment_id = e.id),
                   (SELECT count(*) FROM research_executions r WHERE r.experiment_id = e.id),
                   (SELECT count(*) FROM experiments WHERE (status = 'active' OR status IS NULL))
              FROM (SELECT id, name, hypothesis, description, created_at, updated_at, scorecard_data
                      FROM experiments
                     WHERE (status = 'active' OR status IS NULL)
                     ORDER BY created_at DESC, id
                     LIMIT ? OFFSET ?) e
             ORDER BY e.created_at DESC, e.id
            """;

    @Override
    public void seed(Seed seed) throws SQLException {
        ExperimentSeed.experiments(seed);
        ExperimentSeed.belongings(seed);
    }

    @Override
    public Object direct(DirectJdbc jdbc, int number) throws SQLException {
        PageRequest request = request(number);
        return jdbc.read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(LIST)) {
                statement.setInt(1, request.limit());
                statement.setInt(2, request.offset());
                List<ExperimentSummary> items = new ArrayList<>();
                long total = 0;
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        items.add(ExperimentRow.readSummary(row, jdbc.naiveZone()));
                        total = row.getLong(11);
                    }
                }
                return new Page<>(items, total, request);
            }
        });
    }

    @Override
    public Object through(Repositories repositories, int number) {
        return repositories.experiments().list(request(number));
    }

    private static PageRequest request(int number) {
        return PageRequest.of(ROWS, number % PAGES * ROWS);
    }
}
