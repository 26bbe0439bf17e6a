package io.synthlab.persistence.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.error.ValidationException;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AnalysisRunTest {
    private static final String ID = "ana_1a2b3c4d";
    private static final String EXPERIMENT = "exp_1a2b3c4d";
    private static final Instant STARTED = Instant.parse("2025-03-01T10:00:00.123456Z");
    private static final AggregatedOutcomes RATES = AggregatedOutcomes.of(0.2, 0.3, 0.5);

    private static String refusal(Runnable check) {
        return String.valueOf(
                assertThrows(ValidationException.class, check::run).getMessage());
    }

    @Test
    void aNewOneIsPendingWithDefaults() {
        Instant before = Instant.now().minusMillis(1);
        AnalysisRun run = AnalysisRun.of(EXPERIMENT);
        assertTrue(run.id().matches("ana_[a-f0-9]{8}"));
        assertFalse(run.startedAt().isBefore(before));
        assertEquals(0, run.startedAt().getNano() % 1_000);
        assertEquals(AnalysisStatus.PENDING, run.status());
        assertEquals("baseline", run.scenarioId());
        assertEquals(AnalysisConfig.DEFAULT, run.config());
        assertEquals(0, run.totalSynths());
        assertNull(run.completedAt());
        assertNull(run.executionTimeSeconds());
        assertFalse(run.hasResults());
    }

    @ParameterizedTest
    @EnumSource(AnalysisStatus.class)
    void saysWhetherItRunsOrIsCompleted(AnalysisStatus status) {
        AnalysisRun run = made(ID, EXPERIMENT, "s", status, 0, RATES, null);
        assertEquals(status == AnalysisStatus.RUNNING, run.isRunning());
        assertEquals(status == AnalysisStatus.COMPLETED, run.isCompleted());
        assertTrue(run.hasResults());
        assertSame(status, AnalysisStatus.ofText(status.text(), "status"));
    }

    static Stream<Arguments> broken() {
        AggregatedOutcomes bad = new AggregatedOutcomes(1, 1, 1);
        return Stream.of(
                Arguments.of(
                        made("ana_1", EXPERIMENT, "s", AnalysisStatus.PENDING, 0, null, null),
                        "analysis_runs.id must match ana_[a-f0-9]{8}"),
                Arguments.of(
                        made(ID + "\n", EXPERIMENT, "s", AnalysisStatus.PENDING, 0, null, null),
                        "analysis_runs.id must match ana_[a-f0-9]{8}"),
                Arguments.of(
                        made(ID, ID, "s", AnalysisStatus.PENDING, 0, null, null),
                        "analysis_runs.experiment_id must match exp_[a-f0-9]{8}"),
                Arguments.of(
                        made(ID, EXPERIMENT, "a\0", AnalysisStatus.PENDING, 0, null, null),
                        "analysis_runs.scenario_id holds the character U+0000 at position 1, which cannot be stored; remove it"),
                Arguments.of(
                        made(ID, EXPERIMENT, "s", AnalysisStatus.PENDING, -1, null, null),
                        "analysis_runs.total_synths must be 0 or more, and finite"),
                Arguments.of(
                        made(ID, EXPERIMENT, "s", AnalysisStatus.PENDING, 0, bad, null),
                        "the sum of the rates in aggregated_outcomes must be 0.99-1.01"),
                Arguments.of(
                        made(ID, EXPERIMENT, "s", AnalysisStatus.PENDING, 0, null, Double.NaN),
                        "analysis_runs.execution_time_seconds must be 0 or more, and finite"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void theConstructorTakesOldRowsAndARuleStopsTheirWriting(AnalysisRun old, String message) {
        assertEquals(message, refusal(old::validated));
        assertThrows(ValidationException.class, () -> old.withConfig(AnalysisConfig.DEFAULT));
    }

    private static AnalysisRun made(
            String id,
            String experimentId,
            String scenario,
            AnalysisStatus status,
            int totalSynths,
            @Nullable AggregatedOutcomes rates,
            @Nullable Double seconds) {
        return new AnalysisRun(
                id, experimentId, scenario, AnalysisConfig.DEFAULT, status, STARTED, null, totalSynths, rates, seconds);
    }

    @Test
    void withersChangeOnePart() {
        AnalysisConfig config = AnalysisConfig.of(10, 10, 0, 1L);
        AnalysisRun run = AnalysisRun.of(ID, EXPERIMENT, STARTED);
        AnalysisRun changed = run.withConfig(config).withScenarioId("night");
        assertEquals(
                new AnalysisRun(ID, EXPERIMENT, "night", config, AnalysisStatus.PENDING, STARTED, null, 0, null, null),
                changed);
    }

    @Test
    void cutsTimesToMicroseconds() {
        Instant fine = Instant.parse("2025-03-01T10:00:00.123456789Z");
        AnalysisRun run = new AnalysisRun(
                ID, EXPERIMENT, "s", AnalysisConfig.DEFAULT, AnalysisStatus.FAILED, fine, fine, 0, null, null);
        assertEquals(STARTED, run.startedAt());
        assertEquals(STARTED, run.completedAt());
        assertEquals(
                STARTED,
                AnalysisUpdate.to(AnalysisStatus.FAILED).withCompletedAt(fine).completedAt());
    }

    @Test
    void anUpdateCollectsWhatToChange() {
        AnalysisUpdate update = AnalysisUpdate.to(AnalysisStatus.COMPLETED)
                .withCompletedAt(STARTED)
                .withTotalSynths(0)
                .withAggregatedOutcomes(RATES)
                .withExecutionTimeSeconds(1.5)
                .ifStatusIs(AnalysisStatus.RUNNING);
        assertEquals(
                new AnalysisUpdate(AnalysisStatus.COMPLETED, STARTED, 0, RATES, 1.5, AnalysisStatus.RUNNING), update);
        assertSame(update, update.validated());
    }

    @Test
    void anUpdateFollowsTheRulesOfTheRow() {
        AnalysisUpdate failed = AnalysisUpdate.to(AnalysisStatus.FAILED);
        assertSame(failed, failed.validated());
        assertTrue(refusal(() -> failed.withTotalSynths(-1).validated()).contains("total_synths"));
        assertTrue(
                refusal(() -> failed.withExecutionTimeSeconds(-0.1).validated()).contains("execution_time"));
        AggregatedOutcomes bad = new AggregatedOutcomes(0, 0, 0);
        assertTrue(refusal(() -> failed.withAggregatedOutcomes(bad).validated()).contains("sum"));
        assertThrows(NullPointerException.class, () -> AnalysisUpdate.to(null));
    }

    @Test
    void statusTextIsExact() {
        assertEquals(
                "status must be one of pending, running, completed, failed",
                refusal(() -> AnalysisStatus.ofText("Completed", "status")));
    }
}
