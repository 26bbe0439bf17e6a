package io.synthlab.persistence.testkit.contract;

import static io.synthlab.persistence.error.ConstraintViolationException.Kind.UNIQUE;
import static io.synthlab.persistence.testkit.contract.Refusals.assertInvalid;
import static io.synthlab.persistence.testkit.contract.Refusals.assertUnreadable;
import static io.synthlab.persistence.testkit.contract.Refusals.assertViolation;
import static io.synthlab.persistence.testkit.fixture.Fixtures.A1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.E1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.E2;
import static io.synthlab.persistence.testkit.fixture.Fixtures.NO_EXPERIMENT;
import static io.synthlab.persistence.testkit.fixture.Fixtures.day;
import static io.synthlab.persistence.testkit.fixture.Fixtures.e1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.e2;
import static io.synthlab.persistence.testkit.fixture.Fixtures.experiment;
import static io.synthlab.persistence.testkit.fixture.Fixtures.scorecard;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.Page;
import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.error.TransactionException;
import io.synthlab.persistence.experiment.Experiment;
import io.synthlab.persistence.experiment.ExperimentSummary;
import io.synthlab.persistence.experiment.ExperimentUpdate;
import io.synthlab.persistence.experiment.InterviewGuide;
import io.synthlab.persistence.experiment.ScorecardData;
import io.synthlab.persistence.experiment.ScorecardDimension;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Experiments: changing and deleting, alone and several threads at once. */
public abstract class ExperimentUpdateContract extends ContractBase {
    private static final ExperimentUpdate RENAMED = ExperimentUpdate.ofName("New");

    /** For the cells. */
    protected ExperimentUpdateContract() {}

    @ContractCase("R1-26")
    void given_a_new_name_when_updated_then_only_it_and_the_time_change() {
        Experiment before = experiments().create(e1().withDescription("D").withScorecard(scorecard("F")));
        Instant now = clock().tick(Duration.ofHours(1));
        Experiment after = experiments().update(E1, RENAMED).orElseThrow();
        assertEquals(new Experiment(E1, "New", "H1", "D", before.scorecardData(), before.createdAt(), now), after);
        assertEquals(Optional.of(after), experiments().findById(E1));
    }

    @ContractCase("R1-27")
    void given_nothing_to_change_when_updated_then_the_time_changes() {
        experiments().create(e1());
        Experiment after = experiments().update(E1, ExperimentUpdate.NOTHING).orElseThrow();
        assertEquals(new Experiment(E1, "Checkout", "H1", null, null, day(1), clock().instant()), after);
        assertEquals(Optional.of(after), experiments().findById(E1));
    }

    @ContractCase("R1-28")
    void given_an_empty_description_when_updated_then_it_is_empty_text() {
        experiments().create(e1().withDescription("D"));
        ExperimentUpdate update = ExperimentUpdate.NOTHING.withDescription("").withHypothesis("H9");
        Experiment after = experiments().update(E1, update).orElseThrow();
        assertEquals("", after.description());
        assertEquals("H9", after.hypothesis());
        assertEquals("", rows().text("experiments", "description", "id", E1));
    }

    @ContractCase({"R1-29", "R1-33"})
    void given_an_unknown_id_when_updated_then_nothing_is_found_or_made() {
        assertEquals(Optional.empty(), experiments().update(NO_EXPERIMENT, RENAMED));
        assertEquals(Optional.empty(), experiments().updateScorecard(NO_EXPERIMENT, scorecard("F")));
        assertEquals(0, rows().count("experiments"));
    }

    @ContractCase({"R1-30", "R1-31"})
    void given_a_text_that_breaks_a_rule_when_updated_then_the_row_stays_as_it_is() {
        experiments().create(e1());
        Map<String, ExperimentUpdate> updates = Map.of(
                "experiments.name must have", ExperimentUpdate.ofName("n".repeat(101)),
                "experiments.name must not be blank", ExperimentUpdate.ofName(" \u00A0"),
                "experiments.name", ExperimentUpdate.ofName(""),
                "experiments.hypothesis must have", ExperimentUpdate.NOTHING.withHypothesis("h".repeat(501)),
                "experiments.hypothesis must not be blank", ExperimentUpdate.NOTHING.withHypothesis(" "),
                "experiments.description", ExperimentUpdate.NOTHING.withDescription("d".repeat(2001)));
        updates.forEach(
                (reason, update) -> assertInvalid(reason, () -> experiments().update(E1, update)));
        assertEquals(Optional.of(e1()), experiments().findById(E1));
        assertEquals(1, experiments().list(PageRequest.first()).total());
        assertTrue(experiments().softDelete(E1));
    }

    @ContractCase("R1-32")
    void given_a_scorecard_when_replaced_then_nothing_of_the_first_is_left() {
        experiments().create(e1());
        experiments().create(e2());
        experiments().updateScorecard(E1, scorecard("first"));
        Instant now = clock().tick(Duration.ofMinutes(1));
        ScorecardDimension half = ScorecardDimension.of(0.5);
        ScorecardData second = ScorecardData.of("second", "D", half, half, half, half);
        Experiment after = experiments().updateScorecard(E1, second).orElseThrow();
        assertEquals(new Experiment(E1, "Checkout", "H1", null, second, day(1), now), after);
        assertEquals(Optional.of(after), experiments().findById(E1));
        assertEquals(Optional.of(e2()), experiments().findById(E2));
    }

    @Test
    void given_a_scorecard_that_breaks_a_rule_when_updated_then_the_row_stays_as_it_is() {
        Experiment before = experiments().create(e1().withScorecard(scorecard("F")));
        ScorecardDimension high = new ScorecardDimension(1.5, List.of(), null, null);
        ScorecardDimension half = ScorecardDimension.of(0.5);
        ScorecardData bad = new ScorecardData("F", "s", "D", List.of(), half, half, half, high, null, List.of());
        assertInvalid("scorecard_data.time_to_value.score", () -> experiments().updateScorecard(E1, bad));
        assertEquals(Optional.of(before), experiments().findById(E1));
    }

    @ContractCase("R1-34")
    void given_an_experiment_when_deleted_then_it_is_neither_found_nor_listed() {
        experiments().create(e1());
        experiments().create(e2());
        assertTrue(experiments().softDelete(E1));
        assertEquals(Optional.empty(), experiments().findById(E1));
        assertEquals(Optional.empty(), experiments().findSummary(E1));
        Page<ExperimentSummary> page = experiments().list(PageRequest.first());
        assertEquals(
                List.of(E2), page.items().stream().map(ExperimentSummary::id).toList());
        assertEquals(1, page.total());
        assertFalse(experiments().softDelete(E1));
        assertFalse(experiments().softDelete(NO_EXPERIMENT));
    }

    @ContractCase("R1-35")
    void given_a_deleted_experiment_when_written_then_it_stays_as_it_was_and_its_id_taken() {
        experiments().create(e1());
        experiments().update(E1, ExperimentUpdate.NOTHING);
        Instant deletedAt = clock().tick(Duration.ofMinutes(1));
        experiments().softDelete(E1);
        clock().tick(Duration.ofMinutes(1));
        assertEquals(Optional.empty(), experiments().update(E1, RENAMED));
        assertEquals(Optional.empty(), experiments().updateScorecard(E1, scorecard("F")));
        assertFalse(experiments().softDelete(E1));
        assertViolation(UNIQUE, "experiments", "id=" + E1, () -> experiments().create(e1()));
        assertEquals("deleted", rows().text("experiments", "status", "id", E1));
        assertEquals("Checkout", rows().text("experiments", "name", "id", E1));
        assertEquals(deletedAt.toString().replace("Z", "+00:00"), rows().text("experiments", "updated_at", "id", E1));
    }

    /** Outcomes are looked for by SQL. */
    @ContractCase("R1-36")
    void given_a_deleted_experiment_when_its_children_are_read_then_they_are_there() {
        experiments().create(e1());
        InterviewGuide guide = guides().create(InterviewGuide.of(E1, "C", "Q", "X", day(1)));
        rows().analysis(A1, E1, "completed");
        rows().outcome(A1, "abc123", 0.5);
        experiments().softDelete(E1);
        assertEquals(Optional.of(guide), guides().findByExperimentId(E1));
        assertEquals(A1, analyses().findByExperimentId(E1).orElseThrow().id());
        assertEquals("abc123", rows().text("synth_outcomes", "synth_id", "analysis_id", A1));
    }

    @ContractCase("R1-37")
    void given_two_threads_when_both_delete_then_exactly_one_is_told_so() throws Exception {
        for (int number = 1; number <= 5; number++) {
            String id = experiments().create(experiment(number, day(1))).id();
            List<Boolean> deleted = Race.of(2, () -> experiments().softDelete(id));
            assertEquals(1, deleted.stream().filter(told -> told).count());
        }
    }

    @Test
    void given_a_delete_that_commits_first_when_updated_then_nothing_is_found_or_changed() throws Exception {
        experiments().create(e1());
        assertAfterDelete(() -> experiments().update(E1, RENAMED));
        assertEquals("Checkout", rows().text("experiments", "name", "id", E1));
    }

    @Test
    void given_a_delete_that_commits_first_when_a_scorecard_is_set_then_nothing_is_found_or_changed() throws Exception {
        experiments().create(e1());
        assertAfterDelete(() -> experiments().updateScorecard(E1, scorecard("F")));
        assertEquals(null, rows().text("experiments", "scorecard_data", "id", E1));
    }

    /** Lets a change begin while a delete is written but not committed. */
    private void assertAfterDelete(Callable<Optional<Experiment>> change) throws Exception {
        Race.Rival<Optional<Experiment>> rival = repositories().inTransaction(tx -> {
            assertTrue(tx.experiments().softDelete(E1));
            Race.Rival<Optional<Experiment>> begun = Race.beside(change);
            Race.awaitLockWait(database());
            return begun;
        });
        try (rival) {
            assertEquals(Optional.empty(), rival.result());
        }
    }

    @Test
    void given_an_update_that_commits_first_when_deleted_then_both_happen() throws Exception {
        experiments().create(e1());
        Race.Rival<Boolean> rival = repositories().inTransaction(tx -> {
            tx.experiments().update(E1, RENAMED);
            Race.Rival<Boolean> begun = Race.beside(() -> experiments().softDelete(E1));
            Race.awaitLockWait(database());
            return begun;
        });
        try (rival) {
            assertTrue(rival.result());
        }
        assertEquals("New", rows().text("experiments", "name", "id", E1));
    }

    @Test
    void given_a_row_that_breaks_rules_when_updated_then_what_is_not_named_stays() {
        rows().insert("experiments", "id", E1, "name", " ", "hypothesis", "H", "created_at", "2025-01-01 00:00:00");
        Experiment after = experiments()
                .update(E1, ExperimentUpdate.NOTHING.withDescription("D"))
                .orElseThrow();
        assertEquals(" ", after.name());
        assertEquals("D", after.description());
        assertEquals("2025-01-01 00:00:00", rows().text("experiments", "created_at", "id", E1));
        assertEquals("New", experiments().update(E1, RENAMED).orElseThrow().name());
    }

    @Test
    void given_a_scorecard_that_cannot_be_read_when_updated_then_nothing_changes_but_it_can_be_mended_or_deleted() {
        rows().experiment(E1, "{}");
        assertUnreadable(
                "experiments",
                "id=" + E1,
                "scorecard_data.feature_name",
                () -> experiments().update(E1, RENAMED));
        assertEquals("N", rows().text("experiments", "name", "id", E1));
        Experiment mended = experiments().updateScorecard(E1, scorecard("F")).orElseThrow();
        assertEquals(Optional.of(mended), experiments().findById(E1));
    }

    @Test
    void given_a_scorecard_that_cannot_be_read_when_its_update_is_caught_in_a_unit_then_nothing_of_it_is_kept() {
        rows().experiment(E1, "{}");
        assertThrows(
                TransactionException.class,
                () -> repositories()
                        .useTransaction(tx -> assertUnreadable(
                                "experiments",
                                "id=" + E1,
                                "scorecard_data.feature_name",
                                () -> tx.experiments().update(E1, RENAMED))));
        assertEquals("N", rows().text("experiments", "name", "id", E1));
    }

    @Test
    void given_a_scorecard_that_cannot_be_read_when_deleted_then_the_row_is_marked() {
        rows().insert(
                        "experiments",
                        "id",
                        E1,
                        "name",
                        "N",
                        "hypothesis",
                        "H",
                        "scorecard_data",
                        JsonValue.parse("{}"),
                        "created_at",
                        "no time at all");
        assertTrue(experiments().softDelete(E1));
        assertEquals("deleted", rows().text("experiments", "status", "id", E1));
    }
}
