package io.synthlab.persistence.testkit.contract;

import static io.synthlab.persistence.error.ConstraintViolationException.Kind.FOREIGN_KEY;
import static io.synthlab.persistence.error.ConstraintViolationException.Kind.UNIQUE;
import static io.synthlab.persistence.testkit.contract.Refusals.assertInvalid;
import static io.synthlab.persistence.testkit.contract.Refusals.assertUnreadable;
import static io.synthlab.persistence.testkit.contract.Refusals.assertViolation;
import static io.synthlab.persistence.testkit.fixture.Fixtures.A1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.A2;
import static io.synthlab.persistence.testkit.fixture.Fixtures.E1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.E2;
import static io.synthlab.persistence.testkit.fixture.Fixtures.NO_EXPERIMENT;
import static io.synthlab.persistence.testkit.fixture.Fixtures.day;
import static io.synthlab.persistence.testkit.fixture.Fixtures.e1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.e2;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.analysis.AggregatedOutcomes;
import io.synthlab.persistence.analysis.AnalysisConfig;
import io.synthlab.persistence.analysis.AnalysisRun;
import io.synthlab.persistence.analysis.AnalysisStatus;
import io.synthlab.persistence.error.ConstraintViolationException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Analyses: creating and finding, which ones are refused, and how old rows are read. */
public abstract class AnalysisRepositoryContract extends ContractBase {
    static final String TABLE = "analysis_runs";
    static final String KEY = "id=" + A1;
    static final AggregatedOutcomes RATES = AggregatedOutcomes.of(0.2, 0.3, 0.5);

    private static final AnalysisRun RUN = AnalysisRun.of(A1, E1, Instant.parse("2025-01-03T10:00:00.000001Z"));

    /** For the cells. */
    protected AnalysisRepositoryContract() {}

    @BeforeEach
    final void createExperiments() {
        experiments().create(e1());
        experiments().create(e2());
    }

    @ContractCase("R1-96")
    void given_a_new_analysis_when_created_then_it_has_the_defaults_and_is_found_by_both_ids() {
        assertSame(RUN, analyses().create(RUN));
        AnalysisRun expected = new AnalysisRun(
                A1,
                E1,
                "baseline",
                AnalysisConfig.of(500, 100, 0.05, null),
                AnalysisStatus.PENDING,
                RUN.startedAt(),
                null,
                0,
                null,
                null);
        assertEquals(Optional.of(expected), analyses().findById(A1));
        assertEquals(Optional.of(expected), analyses().findByExperimentId(E1));
        assertEquals(
                JsonValue.parse("{\"n_synths\": 500, \"n_executions\": 100, \"sigma\": 0.05, \"seed\": null}"),
                JsonValue.parse(String.valueOf(rows().text(TABLE, "config", "id", A1))));
    }

    @Test
    void given_an_analysis_with_every_value_when_created_then_it_comes_back_equal() {
        AnalysisRun full = new AnalysisRun(
                A1,
                E1,
                "Ação \uD83D\uDE00 \"x\"",
                AnalysisConfig.of(10, 1000, 0.1 + 0.2, Long.MIN_VALUE),
                AnalysisStatus.COMPLETED,
                day(3),
                Instant.parse("2025-01-04T00:00:00.123456Z"),
                Integer.MAX_VALUE,
                AggregatedOutcomes.of(0.1 + 0.2, 0.13999999999999996, 0.55),
                1e-9);
        analyses().create(full);
        assertEquals(Optional.of(full), analyses().findById(A1));
        assertEquals(Optional.of(full), analyses().findByExperimentId(E1));
        assertTrue(full.hasResults() && full.isCompleted() && !full.isRunning());
    }

    @Test
    void given_nanoseconds_when_created_then_the_returned_and_the_stored_analysis_are_cut_alike() {
        AnalysisRun created =
                analyses().create(AnalysisRun.of(A1, E1, Instant.parse("2025-03-01T10:00:00.123456789Z")));
        assertEquals(Instant.parse("2025-03-01T10:00:00.123456Z"), created.startedAt());
        assertEquals(Optional.of(created), analyses().findById(A1));
        assertEquals("2025-03-01T10:00:00.123456+00:00", rows().text(TABLE, "started_at", "id", A1));
    }

    @Test
    void given_any_unknown_id_when_looked_for_then_nothing_is_found() {
        analyses().create(RUN);
        for (String id : List.of("ana_ffffffff", NO_EXPERIMENT, "", "' OR 1=1 --", "\0", "\uD83D")) {
            assertEquals(Optional.empty(), analyses().findById(id));
            assertEquals(Optional.empty(), analyses().findByExperimentId(id));
            assertEquals(Optional.empty(), analyses().findLatestCompletedId(id));
        }
    }

    @ContractCase("R1-97")
    void given_an_analysis_when_another_of_its_experiment_or_id_is_created_then_it_is_refused() {
        analyses().create(RUN);
        AnalysisRun second = AnalysisRun.of(A2, E1, day(4));
        assertViolation(UNIQUE, TABLE, "id=" + A2, () -> analyses().create(second));
        AnalysisRun sameId = AnalysisRun.of(A1, E2, day(4));
        assertViolation(UNIQUE, TABLE, KEY, () -> analyses().create(sameId));
        AnalysisRun orphan = AnalysisRun.of(A2, NO_EXPERIMENT, day(4));
        assertViolation(FOREIGN_KEY, TABLE, "id=" + A2, () -> analyses().create(orphan));
        assertEquals(1, rows().count(TABLE));
        assertEquals(Optional.of(RUN), analyses().findById(A1));
    }

    @Test
    void given_four_threads_when_each_creates_the_first_analysis_then_exactly_one_succeeds() throws Exception {
        List<Boolean> created = Race.of(4, () -> {
            try {
                analyses().create(AnalysisRun.of(E1));
                return true;
            } catch (ConstraintViolationException e) {
                assertEquals(UNIQUE, e.kind());
                return false;
            }
        });
        assertEquals(1, created.stream().filter(won -> won).count());
        assertEquals(1, rows().count(TABLE));
    }

    @Test
    void given_a_deleted_experiment_when_its_analysis_is_created_then_it_is_stored_and_found() {
        experiments().softDelete(E1);
        analyses().create(RUN);
        assertEquals(Optional.of(RUN), analyses().findByExperimentId(E1));
    }

    @ContractCase("R1-98")
    void given_configurations_when_constructed_or_created_then_their_ranges_decide() {
        assertRefused("config.n_synths", new AnalysisConfig(9, 100, 0.05, null));
        assertRefused("config.n_synths", new AnalysisConfig(10_001, 100, 0.05, null));
        assertRefused("config.n_executions", new AnalysisConfig(500, 9, 0.05, null));
        assertRefused("config.n_executions", new AnalysisConfig(500, 1_001, 0.05, null));
        for (double sigma : new double[] {-0.1, 0.51, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertRefused("config.sigma", new AnalysisConfig(500, 100, sigma, null));
        }
        assertAccepted(AnalysisConfig.of(10, 10, 0, 7L), null);
        assertAccepted(AnalysisConfig.of(10_000, 1_000, 0.5, -7L), null);
    }

    @ContractCase("R1-99")
    void given_rates_when_constructed_or_created_then_their_ranges_and_sum_decide() {
        assertAccepted(AnalysisConfig.DEFAULT, AggregatedOutcomes.of(0.2, 0.3, 0.5));
        assertAccepted(AnalysisConfig.DEFAULT, AggregatedOutcomes.of(0.2, 0.3, 0.49));
        assertAccepted(AnalysisConfig.DEFAULT, AggregatedOutcomes.of(0.2, 0.3, 0.51));
        assertRefused("sum of the rates", new AggregatedOutcomes(0.2, 0.3, 0.48));
        assertRefused("sum of the rates", new AggregatedOutcomes(0.2, 0.3, 0.52));
        assertRefused("success_rate", new AggregatedOutcomes(0, 0, 1.1));
        assertRefused("failed_rate", new AggregatedOutcomes(0.5, -0.1, 0.6));
        assertRefused("did_not_try_rate", new AggregatedOutcomes(Double.NaN, 0.5, 0.5));
    }

    private void assertRefused(String field, AnalysisConfig config) {
        assertInvalid(field, config::validated);
        assertRefused(field, run(A1, E1, config, 0, null, null));
    }

    private void assertRefused(String field, AggregatedOutcomes rates) {
        assertInvalid(field, rates::validated);
        assertRefused(field, run(A1, E1, AnalysisConfig.DEFAULT, 0, rates, null));
    }

    /** Refused as a value and, made past the rules, on its way into the database. */
    private void assertRefused(String field, AnalysisRun run) {
        assertInvalid(field, run::validated);
        assertInvalid(field, () -> analyses().create(run));
        assertEquals(0, rows().count(TABLE));
    }

    private void assertAccepted(AnalysisConfig config, @Nullable AggregatedOutcomes rates) {
        AnalysisRun created = analyses().create(run(A1, E1, config, 0, rates, null));
        assertEquals(Optional.of(created), analyses().findById(A1));
        assertTrue(analyses().delete(A1));
    }

    private static AnalysisRun run(
            String id,
            String experimentId,
            AnalysisConfig config,
            int totalSynths,
            @Nullable AggregatedOutcomes rates,
            @Nullable Double seconds) {
        return new AnalysisRun(
                id,
                experimentId,
                "baseline",
                config,
                AnalysisStatus.PENDING,
                day(3),
                null,
                totalSynths,
                rates,
                seconds);
    }

    @Test
    void given_other_values_past_the_rules_when_created_then_they_are_refused() {
        AnalysisConfig config = AnalysisConfig.DEFAULT;
        for (String id : List.of("ana_1234567", "ana_1234567G", "ANA_12345678", "ana_12345678\n", "")) {
            assertRefused("analysis_runs.id", run(id, E1, config, 0, null, null));
        }
        assertRefused("analysis_runs.experiment_id", run(A1, "exp_1", config, 0, null, null));
        assertRefused("analysis_runs.total_synths", run(A1, E1, config, -1, null, null));
        for (double seconds : new double[] {-0.1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertRefused("analysis_runs.execution_time_seconds", run(A1, E1, config, 0, null, seconds));
        }
        for (String bad : List.of("a\0", "\uD83D")) {
            assertInvalid("analysis_runs.scenario_id", () -> RUN.withScenarioId(bad));
        }
    }

    @ContractCase("R1-103")
    void given_old_configurations_when_read_then_defaults_fill_what_they_lack() {
        rows().analysis(A1, E1, "completed");
        assertEquals(
                AnalysisConfig.DEFAULT, analyses().findById(A1).orElseThrow().config());
        insert(A2, E2, "config", "{\"scenario\": \"baseline\"}");
        assertEquals(
                AnalysisConfig.DEFAULT,
                analyses().findByExperimentId(E2).orElseThrow().config());
    }

    @Test
    void given_a_placeholder_configuration_when_read_then_its_numbers_are_out_of_range_and_not_written_again() {
        insert(A1, E1, "config", "{\"n_synths\": \"3\", \"n_executions\": 5.0, \"sigma\": 7, \"seed\": -1}");
        AnalysisRun old = analyses().findById(A1).orElseThrow();
        assertEquals(new AnalysisConfig(3, 5, 7, -1L), old.config());
        assertInvalid("config.n_synths", () -> old.withScenarioId("other"));
        assertTrue(analyses().delete(A1));
        assertInvalid("config.n_synths", () -> analyses().create(old));
    }

    @Test
    void given_stored_times_of_every_form_and_no_count_when_read_then_instants_and_zero_come_back() {
        List<String> forms = List.of(
                "2025-01-01T10:00:00.000001+00:00",
                "2025-01-01T12:00:00.000001+02:00",
                "2025-01-01T10:00:00.000001",
                "2025-01-01 10:00:00.000001",
                "2025-01-01T10:00:00.000001Z");
        for (String form : forms) {
            rows().insert(
                            TABLE,
                            "id",
                            A1,
                            "experiment_id",
                            E1,
                            "config",
                            JsonValue.parse("{}"),
                            "started_at",
                            form,
                            "completed_at",
                            form,
                            "total_synths",
                            null);
            AnalysisRun found = analyses().findById(A1).orElseThrow();
            assertEquals(Instant.parse("2025-01-01T10:00:00.000001Z"), found.startedAt(), form);
            assertEquals(found.startedAt(), found.completedAt(), form);
            assertEquals(0, found.totalSynths());
            assertEquals(AnalysisStatus.PENDING, found.status());
            assertEquals("baseline", found.scenarioId());
            assertTrue(analyses().delete(A1));
        }
    }

    @Test
    void given_stored_values_out_of_range_when_read_then_they_come_back_as_they_are() {
        insert(A1, E1, "aggregated_outcomes", """
                {"did_not_try_rate": 5, "failed_rate": "0.5", "success_rate": -1, "unknown": null}""");
        database().execute("UPDATE analysis_runs SET total_synths = -1, execution_time_seconds = -0.5");
        AnalysisRun found = analyses().findById(A1).orElseThrow();
        assertEquals(new AggregatedOutcomes(5, 0.5, -1), found.aggregatedOutcomes());
        assertEquals(-1, found.totalSynths());
        assertEquals(-0.5, found.executionTimeSeconds());
    }

    @Test
    void given_a_document_of_another_shape_when_read_then_row_and_field_are_named_and_the_row_can_be_deleted() {
        assertDocumentUnreadable("config", "[]", "config must be a JSON object");
        assertDocumentUnreadable("config", "null", "config must be a JSON object");
        assertDocumentUnreadable("config", "{\"n_synths\": 3.5}", "config.n_synths");
        assertDocumentUnreadable("config", "{\"seed\": 9223372036854775808}", "config.seed");
        assertDocumentUnreadable("aggregated_outcomes", "{}", "aggregated_outcomes.did_not_try_rate is missing");
        assertDocumentUnreadable("aggregated_outcomes", "null", "aggregated_outcomes must be a JSON object");
    }

    private void assertDocumentUnreadable(String column, String json, String reason) {
        insert(A1, E1, column, json);
        assertUnreadable(TABLE, KEY, reason, () -> analyses().findById(A1));
        assertUnreadable(TABLE, KEY, reason, () -> analyses().findByExperimentId(E1));
        assertTrue(analyses().deleteByExperimentId(E1));
        assertFalse(analyses().deleteByExperimentId(E1));
    }

    @Test
    void given_a_time_of_no_form_when_read_then_the_error_names_the_row_and_does_not_show_the_text() {
        rows().analysis(A1, E1, "completed");
        for (String column : List.of("completed_at", "started_at")) {
            database().execute("UPDATE analysis_runs SET " + column + " = 'PLANTED'");
            StoredTextContract.assertNowhere(
                    "PLANTED",
                    assertUnreadable(TABLE, KEY, column, () -> analyses().findById(A1)));
        }
        assertEquals(Optional.of(A1), analyses().findLatestCompletedId(E1));
        assertTrue(analyses().delete(A1));
        assertNull(analyses().findById(A1).orElse(null));
    }

    private void insert(String id, String experimentId, String column, String json) {
        String config = column.equals("config") ? json : "{}";
        String rates = column.equals("config") ? null : json;
        rows().insert(
                        TABLE,
                        "id",
                        id,
                        "experiment_id",
                        experimentId,
                        "config",
                        JsonValue.parse(config),
                        "aggregated_outcomes",
                        rates == null ? null : JsonValue.parse(rates),
                        "started_at",
                        "2025-01-01T08:00:00+00:00");
    }
}
