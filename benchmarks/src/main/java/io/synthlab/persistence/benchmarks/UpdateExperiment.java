package io.synthlab.persistence.benchmarks;

import io.synthlab.persistence.Repositories;
import io.synthlab.persistence.experiment.ExperimentUpdate;
import io.synthlab.persistence.internal.time.Timestamps;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Conditional update: the title of an experiment unless that was deleted, and the changed row back. */
final class UpdateExperiment implements Task {
    private static final String UPDATE = """
            UPDATE experiments
               SET name = coalesce(?, name), hypothesis = coalesce(?, hypothesis),
                   description = coalesce(?, description), updated_at = ?
             WHERE id = ? AND (status = 'active' OR status IS NULL)
            RETURNING %s
            """.formatted(ExperimentRow.COLUMNS);

    @Override
    public void seed(Seed seed) throws SQLException {
        ExperimentSeed.experiments(seed);
    }

    @Override
    public Object direct(DirectJdbc jdbc, int number) throws SQLException {
        return jdbc.write(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(UPDATE)) {
                statement.setString(1, title(number));
                statement.setString(2, null);
                statement.setString(3, null);
                statement.setString(4, Timestamps.format(jdbc.clock().instant()));
                statement.setString(5, ExperimentSeed.id(number));
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? Optional.of(ExperimentRow.read(row, jdbc.naiveZone())) : Optional.empty();
                }
            }
        });
    }

    @Override
    public Object through(Repositories repositories, int number) {
        return repositories.experiments().update(ExperimentSeed.id(number), ExperimentUpdate.ofName(title(number)));
    }

    private static String title(int number) {
        return "Changed " + number;
    }

    @Override
    public List<String> writes() {
        return List.of("experiments");
    }
}
