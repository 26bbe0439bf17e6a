package io.synthlab.persistence.testkit.contract;

import static io.synthlab.persistence.error.ConstraintViolationException.Kind.FOREIGN_KEY;
import static io.synthlab.persistence.error.ConstraintViolationException.Kind.UNIQUE;
import static io.synthlab.persistence.testkit.contract.Refusals.assertUnreadable;
import static io.synthlab.persistence.testkit.contract.Refusals.assertViolation;
import static io.synthlab.persistence.testkit.fixture.Fixtures.A1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.E1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.NO_EXPERIMENT;
import static io.synthlab.persistence.testkit.fixture.Fixtures.day;
import static io.synthlab.persistence.testkit.fixture.Fixtures.e1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.experiment.InterviewGuide;
import io.synthlab.persistence.experiment.InterviewGuideUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Interview guides, at most one per experiment. */
public abstract class InterviewGuideRepositoryContract extends ContractBase {
    private static final InterviewGuide GUIDE = InterviewGuide.of(E1, "context", "Why?", "for example", day(2));
    private static final String KEY = "experiment_id=" + E1;

    /** For the cells. */
    protected InterviewGuideRepositoryContract() {}

    @ContractCase("R1-38")
    void given_a_guide_when_created_then_it_is_found_equal() {
        experiments().create(e1());
        assertSame(GUIDE, guides().create(GUIDE));
        assertEquals(Optional.of(GUIDE), guides().findByExperimentId(E1));
        assertTrue(guides().exists(E1));
        for (String id : List.of(NO_EXPERIMENT, "", "any text")) {
            assertEquals(Optional.empty(), guides().findByExperimentId(id));
            assertFalse(guides().exists(id));
        }
    }

    @Test
    void given_absent_empty_and_long_texts_when_created_then_each_comes_back_as_it_was() {
        experiments().create(e1());
        String text = "linha 1\r\n\tAção \uD83D\uDE00 " + "x".repeat(100_000);
        InterviewGuide guide =
                guides().create(InterviewGuide.of(E1, null, "", text, Instant.parse("2025-03-01T10:00:00.000001Z")));
        assertEquals(Optional.of(guide), guides().findByExperimentId(E1));
    }

    @ContractCase("R1-39")
    void given_a_guide_when_another_is_created_then_a_unique_violation_leaves_the_first() {
        experiments().create(e1());
        guides().create(GUIDE);
        InterviewGuide second = InterviewGuide.of(E1, "other", null, null, day(3));
        assertViolation(UNIQUE, "interview_guide", KEY, () -> guides().create(second));
        assertEquals(Optional.of(GUIDE), guides().findByExperimentId(E1));
    }

    @ContractCase("R1-40")
    void given_no_such_experiment_when_created_then_a_foreign_key_violation_leaves_no_row() {
        InterviewGuide guide = InterviewGuide.of(NO_EXPERIMENT, null, "Why?", null, day(1));
        assertViolation(FOREIGN_KEY, "interview_guide", "experiment_id=" + NO_EXPERIMENT, () -> guides().create(guide));
        assertEquals(0, rows().count("interview_guide"));
    }

    @ContractCase("R1-41")
    void given_a_guide_when_updated_then_only_what_is_named_and_the_time_change() {
        experiments().create(e1());
        guides().create(GUIDE);
        Instant now = clock().tick(Duration.ofHours(1));
        InterviewGuide asked = new InterviewGuide(E1, "context", "How?", "for example", day(2), now);
        assertEquals(Optional.of(asked), guides().update(E1, InterviewGuideUpdate.NOTHING.withQuestions("How?")));
        assertEquals(Optional.of(asked), guides().findByExperimentId(E1));
        Instant later = clock().tick(Duration.ofHours(1));
        InterviewGuide touched = new InterviewGuide(E1, "context", "How?", "for example", day(2), later);
        assertEquals(Optional.of(touched), guides().update(E1, InterviewGuideUpdate.NOTHING));
        assertEquals(Optional.empty(), guides().update(NO_EXPERIMENT, InterviewGuideUpdate.NOTHING));
        assertEquals(1, rows().count("interview_guide"));
    }

    @ContractCase("R1-42")
    void given_empty_texts_when_updated_then_they_are_empty_text() {
        experiments().create(e1());
        guides().create(GUIDE);
        InterviewGuideUpdate update =
                InterviewGuideUpdate.NOTHING.withContextDefinition("").withContextExamples("");
        InterviewGuide after = guides().update(E1, update).orElseThrow();
        assertEquals("", after.contextDefinition());
        assertEquals("", after.contextExamples());
        assertEquals("Why?", after.questions());
        assertEquals("", rows().text("interview_guide", "context_definition", "experiment_id", E1));
    }

    @ContractCase("R1-43")
    void given_a_guide_when_deleted_then_the_experiment_remains() {
        experiments().create(e1());
        guides().create(GUIDE);
        assertTrue(guides().delete(E1));
        assertFalse(guides().delete(E1));
        assertFalse(guides().delete(NO_EXPERIMENT));
        assertEquals(Optional.of(e1()), experiments().findById(E1));
        assertEquals(Optional.empty(), guides().findByExperimentId(E1));
    }

    @ContractCase("R1-44")
    void given_a_deleted_experiment_when_a_guide_is_created_then_it_can_be_read_and_written() {
        experiments().create(e1());
        experiments().softDelete(E1);
        guides().create(GUIDE);
        assertEquals(Optional.of(GUIDE), guides().findByExperimentId(E1));
        assertTrue(guides().update(E1, InterviewGuideUpdate.NOTHING).isPresent());
        assertTrue(guides().delete(E1));
    }

    @ContractCase("R1-45")
    void given_guide_and_analysis_when_the_experiment_row_is_removed_then_they_are_gone() {
        experiments().create(e1());
        guides().create(GUIDE);
        rows().analysis(A1, E1, "completed");
        rows().outcome(A1, "abc123", 0.5);
        database().execute("DELETE FROM experiments WHERE id = ?", E1);
        assertFalse(guides().exists(E1));
        assertEquals(0, rows().count("analysis_runs"));
        assertEquals(0, rows().count("synth_outcomes"));
    }

    @Test
    void given_two_threads_when_both_delete_then_exactly_one_is_told_so() throws Exception {
        experiments().create(e1());
        guides().create(GUIDE);
        List<Boolean> deleted = Race.of(2, () -> guides().delete(E1));
        assertEquals(1, deleted.stream().filter(told -> told).count());
    }

    @Test
    void given_old_forms_of_time_when_read_then_each_is_understood() {
        experiments().create(e1());
        insertCreatedAt("2025-01-02T10:00:00.5Z", "2025-01-02 12:00:00");
        InterviewGuide found = guides().findByExperimentId(E1).orElseThrow();
        assertEquals(Instant.parse("2025-01-02T10:00:00.5Z"), found.createdAt());
        assertEquals(Instant.parse("2025-01-02T12:00:00Z"), found.updatedAt());
    }

    @Test
    void given_a_row_that_cannot_be_read_when_asked_for_then_it_is_named_and_can_still_be_deleted() {
        experiments().create(e1());
        insertCreatedAt("", null);
        assertUnreadable("interview_guide", KEY, "created_at", () -> guides().findByExperimentId(E1));
        assertTrue(guides().exists(E1));
        assertTrue(guides().delete(E1));
    }

    private void insertCreatedAt(String createdAt, @Nullable String updatedAt) {
        rows().insert("interview_guide", "experiment_id", E1, "created_at", createdAt, "updated_at", updatedAt);
    }
}
