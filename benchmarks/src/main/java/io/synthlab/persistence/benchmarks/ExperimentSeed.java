package io.synthlab.persistence.benchmarks;

import io.synthlab.persistence.experiment.Experiment;
import io.synthlab.persistence.experiment.ScorecardData;
import io.synthlab.persistence.testkit.fixture.Fixtures;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;

/** A thousand experiments with scorecards, and what belongs to them. */
final class ExperimentSeed {
    /** How many there are. */
    static final int EXPERIMENTS = 1_000;

    private static final int BATCHES_EACH = 3;
    private static final ScorecardData SCORECARD = Fixtures.scorecard("One-tap checkout");
    private static final Instant START = Fixtures.day(1);
    private static final String STORED_START = "2025-01-01T00:00:00+00:00";

    private ExperimentSeed() {}

    /** Returns the id of an experiment by its number, which repeats from {@link #EXPERIMENTS} on. */
    static String id(int number) {
        return newId(number % EXPERIMENTS);
    }

    /** Returns an id that no other number has; spread over all ids as random ones are, so that indexes work as usual. */
    static String newId(int number) {
        // An odd factor maps the 32-bit numbers one to one.
        return "exp_" + HexFormat.of().toHexDigits(number * 0x9E3779B1);
    }

    /** Returns an experiment to store. */
    static Experiment experiment(int number) {
        return new Experiment(
                newId(number),
                "Experiment " + number,
                "Fewer steps raise the success rate of hurried synths",
                "Second attempt, after the first one lost its data",
                SCORECARD,
                START.plusSeconds(number).plusNanos(123_456_000),
                null);
    }

    /** Stores the experiments alone. */
    static void experiments(Seed seed) throws SQLException {
        seed.insert("""
                INSERT INTO experiments (id, name, hypothesis, description, scorecard_data, created_at)
                VALUES (?, ?, ?, ?, %s, ?)
                """.formatted(seed.jsonHole()), EXPERIMENTS, number -> {
            Experiment row = experiment(number);
            return new Object[] {
                row.id(),
                row.name(),
                row.hypothesis(),
                row.description(),
                SCORECARD.toJson().text(),
                row.createdAt().toString().replace("Z", "+00:00")
            };
        });
    }

    /** Stores what is counted: an analysis for each, a guide for every second, and three batches of interviews each. */
    static void belongings(Seed seed) throws SQLException {
        analyses(seed, EXPERIMENTS);
        seed.insert(
                "INSERT INTO interview_guide (experiment_id, questions, created_at) VALUES (?, 'Q', ?)",
                EXPERIMENTS / 2,
                number -> new Object[] {id(2 * number), STORED_START});
        seed.insert(
                "INSERT INTO research_executions (exec_id, experiment_id, topic_name, started_at)"
                        + " VALUES (?, ?, 'checkout', ?)",
                EXPERIMENTS * BATCHES_EACH,
                number -> new Object[] {"batch_" + number, id(number), STORED_START});
    }

    /** Stores completed analyses, one for each of the first experiments. */
    static void analyses(Seed seed, int analyses) throws SQLException {
        seed.insert("""
                INSERT INTO analysis_runs (id, experiment_id, config, status, started_at, completed_at)
                VALUES (?, ?, %s, 'completed', ?, ?)
                """.formatted(seed.jsonHole()), analyses, number ->
                new Object[] {analysisId(number), id(number), "{}", STORED_START, STORED_START});
    }

    /** Returns the id of an analysis by its number. */
    static String analysisId(int number) {
        return "ana_" + HexFormat.of().toHexDigits(number);
    }
}
