package io.synthlab.persistence.benchmarks;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.Repositories;
import io.synthlab.persistence.experiment.Experiment;
import io.synthlab.persistence.experiment.ScorecardData;
import io.synthlab.persistence.internal.time.Timestamps;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/** Insert: one experiment with its scorecard. */
final class InsertExperiment implements Task {
    @Override
    public void seed(Seed seed) {
        // Begins with an empty table.
    }

    @Override
    public Object direct(DirectJdbc jdbc, int number) throws SQLException {
        Experiment experiment = ExperimentSeed.experiment(number);
        return jdbc.write(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(insert(jdbc.kind()))) {
                statement.setString(1, experiment.id());
                statement.setString(2, experiment.name());
                statement.setString(3, experiment.hypothesis());
                statement.setString(4, experiment.description());
                ScorecardData scorecard = Objects.requireNonNull(experiment.scorecardData());
                statement.setString(5, scorecard.toJson().text());
                statement.setString(6, Timestamps.format(experiment.createdAt()));
                statement.setString(7, null);
                statement.executeUpdate();
                return experiment;
            }
        });
    }

    private static String insert(DatabaseKind kind) {
        return kind == DatabaseKind.SQLITE
                ? "INSERT INTO experiments (" + ExperimentRow.COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?)"
                : "INSERT INTO experiments (" + ExperimentRow.COLUMNS + ") VALUES (?, ?, ?, ?, CAST(? AS jsonb), ?, ?)";
    }

    @Override
    public Object through(Repositories repositories, int number) {
        return repositories.experiments().create(ExperimentSeed.experiment(number));
    }

    @Override
    public List<String> undo(DatabaseKind kind) {
        return kind == DatabaseKind.SQLITE
                ? List.of("DELETE FROM experiments")
                : List.of("TRUNCATE experiments CASCADE");
    }

    @Override
    public List<String> writes() {
        return List.of("experiments");
    }
}
