package io.synthlab.persistence.testkit.contract;

import static io.synthlab.persistence.error.ConstraintViolationException.Kind.UNIQUE;
import static io.synthlab.persistence.testkit.contract.Refusals.assertInvalid;
import static io.synthlab.persistence.testkit.contract.Refusals.assertUnreadable;
import static io.synthlab.persistence.testkit.contract.Refusals.assertViolation;
import static io.synthlab.persistence.testkit.fixture.Fixtures.E1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.day;
import static io.synthlab.persistence.testkit.fixture.Fixtures.e1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.scorecard;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ConstraintViolationException;
import io.synthlab.persistence.experiment.Experiment;
import io.synthlab.persistence.experiment.ScorecardData;
import io.synthlab.persistence.experiment.ScorecardDimension;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Experiments: creating and finding, and which ones are refused. */
public abstract class ExperimentRepositoryContract extends ContractBase {
    private static final String EMOJI = "\uD83D\uDE00";

    /** For the cells. */
    protected ExperimentRepositoryContract() {}

    @ContractCase("R1-6")
    void given_an_experiment_when_created_then_it_is_found_equal() {
        Experiment created = e1();
        assertSame(created, experiments().create(created));
        Experiment found = experiments().findById(E1).orElseThrow();
        assertEquals(created, found);
        assertNull(found.updatedAt());
        assertNull(found.scorecardData());
        assertFalse(found.hasScorecard());
        assertEquals("active", rows().text("experiments", "status", "id", E1));
    }

    @ContractCase({"R1-7", "R1-8"})
    void given_times_of_any_precision_and_zone_when_created_then_the_instant_comes_back_in_microseconds() {
        assertTimeKept("2025-03-01T10:00:00.123456Z", "2025-03-01T10:00:00.123456+00:00");
        assertTimeKept("2025-03-01T10:00:00Z", "2025-03-01T10:00:00+00:00");
        assertTimeKept("2025-01-02T00:30:00+03:00", "2025-01-01T21:30:00+00:00");
        assertTimeKept("2025-03-01T10:00:00.120Z", "2025-03-01T10:00:00.120000+00:00");
    }

    private void assertTimeKept(String given, String stored) {
        Instant instant = OffsetDateTime.parse(given).toInstant();
        Experiment created = experiments().create(Experiment.of(Experiment.newId(), "Checkout", "H1", instant));
        assertEquals(instant, experiments().findById(created.id()).orElseThrow().createdAt());
        assertEquals(stored, rows().text("experiments", "created_at", "id", created.id()));
    }

    @Test
    void given_nanoseconds_when_created_then_the_returned_and_the_stored_experiment_are_cut_alike() {
        Experiment created = experiments()
                .create(Experiment.of(E1, "Checkout", "H1", Instant.parse("2025-03-01T10:00:00.123456789Z")));
        assertEquals(Instant.parse("2025-03-01T10:00:00.123456Z"), created.createdAt());
        assertEquals(Optional.of(created), experiments().findById(E1));
    }

    @ContractCase("R1-9")
    void given_a_taken_id_when_created_then_a_unique_violation_names_the_row() {
        experiments().create(e1());
        assertViolation(UNIQUE, "experiments", "id=" + E1, () -> experiments().create(e1()));
        assertEquals(1, rows().count("experiments"));
    }

    @Test
    void given_two_threads_when_both_create_one_id_then_exactly_one_succeeds() throws Exception {
        List<Boolean> created = Race.of(2, () -> {
            try {
                experiments().create(e1());
                return true;
            } catch (ConstraintViolationException e) {
                return false;
            }
        });
        assertEquals(1, created.stream().filter(won -> won).count());
        assertEquals(Optional.of(e1()), experiments().findById(E1));
    }

    @Test
    void given_a_taken_name_when_created_then_it_is_accepted() {
        experiments().create(e1());
        experiments().create(Experiment.of(Experiment.newId(), "Checkout", "H1", day(1)));
        assertEquals(2, rows().count("experiments"));
    }

    @ContractCase("R1-10")
    void given_any_unknown_id_when_looked_for_then_it_is_not_found() {
        for (String id : List.of("exp_nonexist", "exp_ffffffff", "", "' OR 1=1 --")) {
            assertEquals(Optional.empty(), experiments().findById(id));
            assertEquals(Optional.empty(), experiments().findSummary(id));
        }
    }

    @ContractCase("R1-11")
    void given_names_of_100_code_points_when_created_then_they_are_stored_and_101_refused() {
        assertEquals("n".repeat(100), created(named("n".repeat(100))).name());
        assertEquals(EMOJI.repeat(100), created(named(EMOJI.repeat(100))).name());
        assertRefused("experiments.name", named("n".repeat(101)));
        assertRefused("experiments.name", named(EMOJI.repeat(101)));
    }

    @ContractCase("R1-12")
    void given_the_longest_texts_when_created_then_they_are_stored_and_longer_ones_refused() {
        assertEquals("h".repeat(500), created(of("N", "h".repeat(500), null)).hypothesis());
        assertEquals(
                EMOJI.repeat(500), created(of("N", EMOJI.repeat(500), null)).hypothesis());
        assertEquals("d".repeat(2000), created(of("N", "H", "d".repeat(2000))).description());
        assertNull(created(of("N", "H", null)).description());
        assertEquals("", created(of("N", "H", "")).description());
        assertRefused("experiments.hypothesis", of("N", "h".repeat(501), null));
        assertRefused("experiments.description", of("N", "H", "d".repeat(2001)));
        assertInvalid("experiments.description", () -> e1().withDescription("d".repeat(2001)));
    }

    @ContractCase("R1-13")
    void given_blank_texts_when_constructed_then_they_are_refused_and_blanks_around_text_are_kept() {
        for (String blank : List.of("", "   ", "\u00A0", "\t\n", "\u2003")) {
            assertRefused("experiments.name", of(blank, "H", null));
            assertRefused("experiments.hypothesis", of("N", blank, null));
        }
        assertEquals(" x ", created(named(" x ")).name());
    }

    @Test
    void given_an_id_past_the_rules_when_created_then_it_is_refused() {
        for (String id : List.of("exp_1234567", "exp_1234567G", "EXP_12345678", "exp_12345678\n")) {
            assertRefused("experiments.id", new Experiment(id, "N", "H", null, null, day(1), null));
        }
    }

    @ContractCase("R1-14")
    void given_a_full_scorecard_when_created_then_it_comes_back_equal() {
        Experiment created =
                experiments().create(e1().withScorecard(scorecard("Ação \uD83D\uDE00 \"quoted\" \\ \u0001")));
        assertEquals(Optional.of(created), experiments().findById(E1));
        assertTrue(experiments().findSummary(E1).orElseThrow().hasScorecard());
    }

    @Test
    void given_a_scorecard_when_stored_then_its_json_has_every_key() {
        experiments()
                .create(e1().withScorecard(ScorecardData.of("F", "D", some(0.5), some(0.5), some(0.5), some(0.5))));
        JsonValue stored = JsonValue.parse(String.valueOf(rows().text("experiments", "scorecard_data", "id", E1)));
        String dimension = "{\"score\":0.5,\"rules_applied\":[],\"lower_bound\":null,\"upper_bound\":null}";
        assertEquals(JsonValue.parse("""
                        {"feature_name": "F", "scenario": "baseline", "description_text": "D",
                         "description_media_urls": [], "complexity": %1$s, "initial_effort": %1$s,
                         "perceived_risk": %1$s, "time_to_value": %1$s, "justification": null,
                         "impact_hypotheses": []}""".formatted(dimension)), stored);
    }

    @ContractCase("R1-15")
    void given_dimensions_when_constructed_then_range_and_order_of_bounds_decide() {
        assertInvalid("score", () -> ScorecardDimension.of(-0.01));
        assertInvalid("score", () -> ScorecardDimension.of(1.01));
        assertInvalid("score", () -> ScorecardDimension.of(Double.NaN));
        assertInvalid("lower_bound", () -> ScorecardDimension.of(0.5, List.of(), 0.6, 0.4));
        assertInvalid("lower_bound", () -> ScorecardDimension.of(0.5, List.of(), -0.1, null));
        assertInvalid("upper_bound", () -> ScorecardDimension.of(0.5, List.of(), null, 1.1));
        Stream.of(
                        ScorecardDimension.of(0.5, List.of(), 0.4, 0.4),
                        ScorecardDimension.of(0.5, List.of(), 0.4, null),
                        ScorecardDimension.of(0.5, List.of(), null, 0.4))
                .forEach(this::assertDimensionKept);
        for (double score : new double[] {-0.01, 1.01, Double.NaN, Double.POSITIVE_INFINITY}) {
            ScorecardDimension bad = new ScorecardDimension(score, List.of(), null, null);
            assertRefused("scorecard_data.complexity.score", with(bad));
        }
        assertRefused("lower_bound", with(new ScorecardDimension(0.5, List.of(), 0.6, 0.4)));
    }

    private void assertDimensionKept(ScorecardDimension dimension) {
        ScorecardData kept = created(with(dimension)).scorecardData();
        assertEquals(dimension, kept == null ? null : kept.complexity());
    }

    @Test
    void given_a_stored_scorecard_of_older_shape_when_read_then_defaults_fill_it_and_unknown_keys_are_ignored() {
        rows().experiment(E1, """
                {"feature_name": "F", "description_text": "D", "unknown": {"a": [1]}, "complexity": {"score": "0.5"},
                 "initial_effort": {"score": 0}, "perceived_risk": {"score": 1}, "time_to_value": {"score": 1.0}}""");
        ScorecardData found = experiments().findById(E1).orElseThrow().scorecardData();
        assertEquals(ScorecardData.of("F", "D", some(0.5), some(0), some(1), some(1)), found);
    }

    @Test
    void given_a_stored_scorecard_without_required_keys_when_read_then_row_and_field_are_named() {
        rows().experiment(E1, "{}");
        assertUnreadable(
                "experiments",
                "id=" + E1,
                "scorecard_data.feature_name",
                () -> experiments().findById(E1));
        assertTrue(experiments().findSummary(E1).orElseThrow().hasScorecard());
    }

    @Test
    void given_a_stored_row_that_breaks_rules_when_read_then_it_is_read_but_not_written_again() {
        rows().insert(
                        "experiments",
                        "id",
                        E1,
                        "name",
                        " ",
                        "hypothesis",
                        "",
                        "created_at",
                        "2025-01-01T00:00:00+00:00");
        Experiment old = experiments().findById(E1).orElseThrow();
        assertEquals(" ", old.name());
        assertEquals("", old.hypothesis());
        assertInvalid("experiments.name", () -> old.withDescription("x"));
        assertRefused(
                "experiments.name",
                new Experiment(Experiment.newId(), old.name(), "H", null, null, old.createdAt(), null));
    }

    /** Refused as a value and, made past the rules, on its way into the database. */
    private void assertRefused(String field, Experiment experiment) {
        long before = rows().count("experiments");
        assertInvalid(field, experiment::validated);
        assertInvalid(field, () -> experiments().create(experiment));
        assertEquals(before, rows().count("experiments"));
    }

    private Experiment created(Experiment experiment) {
        experiments().create(experiment);
        return experiments().findById(experiment.id()).orElseThrow();
    }

    private static Experiment named(String name) {
        return of(name, "H", null);
    }

    private static Experiment of(String name, String hypothesis, @Nullable String description) {
        return new Experiment(Experiment.newId(), name, hypothesis, description, null, day(1), null);
    }

    private static Experiment with(ScorecardDimension complexity) {
        ScorecardData card = new ScorecardData(
                "F", "baseline", "D", List.of(), complexity, some(0.5), some(0.5), some(0.5), null, List.of());
        return new Experiment(Experiment.newId(), "N", "H", null, card, day(1), null);
    }

    private static ScorecardDimension some(double score) {
        return ScorecardDimension.of(score);
    }
}
