package io.synthlab.persistence.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.DatabaseKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeasurementTest {
    private static final Measurement MEASURED = new Measurement(
            Operation.FIND, DatabaseKind.POSTGRESQL, List.of(round(10, 11, 11), round(20, 22, 24), round(40, 42, 60)));

    private static Map<Contender, Double> round(double direct, double legacyJdbc, double jpa) {
        return Map.of(Contender.DIRECT, direct, Contender.LEGACY_JDBC, legacyJdbc, Contender.JPA, jpa);
    }

    @Test
    void given_rounds_of_different_speed_when_compared_then_ratios_are_of_each_round() {
        assertEquals(20, MEASURED.micros(Contender.DIRECT).median());
        assertEquals(1.2, MEASURED.ratio(Contender.JPA).median(), 1e-9);
        assertEquals(1.1, MEASURED.ratio(Contender.JPA).least(), 1e-9);
        assertEquals(1.5, MEASURED.ratio(Contender.JPA).most(), 1e-9);
    }

    @Test
    void given_targets_when_compared_then_a_ratio_at_the_target_meets_it_and_a_larger_one_does_not() {
        assertTrue(MEASURED.met(Contender.LEGACY_JDBC));
        assertFalse(MEASURED.met(Contender.JPA));
        assertEquals(
                "| find by id | PostgreSQL | 20.0 | 1.10 | 1.05 - 1.10 | 1.10 met | 1.20 | 1.10 - 1.50 | 1.15 MISSED |",
                RatioTable.row(MEASURED).strip());
    }

    @Test
    void given_turns_when_three_rounds_pass_then_each_runs_once_a_round_and_begins_once() {
        for (int round = 0; round < Turns.ROUND; round++) {
            int first = round * Turns.ROUND;
            assertEquals(EnumSet.allOf(Contender.class), at(IntStream.range(first, first + Turns.ROUND)));
        }
        assertEquals(EnumSet.allOf(Contender.class), at(IntStream.of(0, Turns.ROUND, 2 * Turns.ROUND)));
    }

    private static Set<Contender> at(IntStream iterations) {
        return iterations.mapToObj(Turns.ALL::at).collect(Collectors.toSet());
    }
}
