package io.synthlab.persistence.benchmarks;

import io.synthlab.persistence.Repositories;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Find by id: one experiment with its scorecard. */
final class FindExperiment implements Task {
    private static final String FIND = "SELECT " + ExperimentRow.COLUMNS
            + " FROM experiments WHERE id = ? AND (status = 'active' OR status IS NULL)";

    @Override
    public void seed(Seed seed) throws SQLException {
        ExperimentSeed.experiments(seed);
    }

    @Override
    public Object direct(DirectJdbc jdbc, int number) throws SQLException {
        return jdbc.read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(FIND)) {
                statement.setString(1, ExperimentSeed.id(number));
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? Optional.of(ExperimentRow.read(row, jdbc.naiveZone())) : Optional.empty();
                }
            }
        });
    }

    @Override
    public Object through(Repositories repositories, int number) {
        return repositories.experiments().findById(ExperimentSeed.id(number));
    }
}
