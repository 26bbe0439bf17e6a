package io.synthlab.persistence.benchmarks;

import io.synthlab.persistence.DatabaseKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;

/**
 * What was measured of one operation on one database.
 *
 * @param operation what was done
 * @param database where
 * @param rounds median of each contender in µs, for each round
 */
record Measurement(Operation operation, DatabaseKind database, List<Map<Contender, Double>> rounds) {
    private static final double MEDIAN = 50;

    Measurement {
        rounds = List.copyOf(rounds);
    }

    /**
     * Puts the iterations of a run into rounds.
     *
     * @param operation what was done
     * @param database where
     * @param run result of {@link OperationBenchmark} with {@link Turns#ALL}
     * @param warmUps iterations that went before and are not in the result
     * @return the measurement
     */
    static Measurement of(Operation operation, DatabaseKind database, RunResult run, int warmUps) {
        List<Map<Contender, Double>> rounds = new ArrayList<>();
        for (BenchmarkResult fork : run.getBenchmarkResults()) {
            Map<Contender, Double> round = new EnumMap<>(Contender.class);
            int iteration = warmUps;
            for (IterationResult result : fork.getIterationResults()) {
                round.put(
                        Turns.ALL.at(iteration++),
                        result.getPrimaryResult().getStatistics().getPercentile(MEDIAN));
                if (round.size() == Turns.ROUND) {
                    rounds.add(round);
                    round = new EnumMap<>(Contender.class);
                }
            }
        }
        return new Measurement(operation, database, rounds);
    }

    /** Returns how long a call took, in µs. */
    Spread micros(Contender contender) {
        return Spread.of(rounds.stream().map(round -> round.get(contender)).toList());
    }

    /** Returns how many times as long as plain JDBC a contender took. */
    Spread ratio(Contender contender) {
        return Spread.of(rounds.stream()
                .map(round -> round.get(contender) / round.get(Contender.DIRECT))
                .toList());
    }

    /** Returns whether a contender met its target; of the ratio counts what the table shows of it, two places. */
    boolean met(Contender contender) {
        return Math.round(ratio(contender).median() * 100) <= Math.round(operation.target(contender, database) * 100);
    }
}
