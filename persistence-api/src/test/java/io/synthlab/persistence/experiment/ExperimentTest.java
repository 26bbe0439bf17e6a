package io.synthlab.persistence.experiment;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.error.ValidationException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentTest {
    private static final Instant CREATED = Instant.parse("2025-03-01T10:00:00.123456Z");
    private static final String ID = "exp_1a2b3c4d";

    private static Experiment experiment() {
        return Experiment.of(ID, "One-tap checkout", "Fewer steps raise success", CREATED);
    }

    private static String refusal(Runnable check) {
        return String.valueOf(
                assertThrows(ValidationException.class, check::run).getMessage());
    }

    @Test
    void aNewOneHasAnIdAndNothingElse() {
        Instant before = Instant.now().minusMillis(1);
        Experiment experiment = Experiment.of("a", "b");
        assertTrue(experiment.id().matches("exp_[a-f0-9]{8}"));
        assertFalse(experiment.createdAt().isBefore(before));
        assertEquals(0, experiment.createdAt().getNano() % 1_000);
        assertNull(experiment.updatedAt());
        assertNull(experiment.description());
        assertFalse(experiment.hasScorecard());
    }

    /** Contract case 5. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "exp_1234567",
                "exp_1234567G",
                "EXP_12345678",
                "exp_12345678\n",
                "grp_12345678",
                "exp_123456789",
                ""
            })
    void refusesOtherIds(String id) {
        assertEquals("experiments.id must match exp_[a-f0-9]{8}", refusal(() -> Experiment.of(id, "a", "b", CREATED)));
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("x".repeat(100), "h", null, null),
                Arguments.of("😀".repeat(100), "h", "", null),
                Arguments.of(" x ", "x".repeat(500), "x".repeat(2_000), null),
                Arguments.of(
                        "x".repeat(101), "h", null, "experiments.name must have at most 100 characters but has 101"),
                Arguments.of(
                        "n",
                        "x".repeat(501),
                        null,
                        "experiments.hypothesis must have at most 500 characters but has 501"),
                Arguments.of(
                        "n",
                        "h",
                        "x".repeat(2_001),
                        "experiments.description must have at most 2000 characters but has 2001"),
                Arguments.of("   ", "h", null, "experiments.name must not be blank"),
                Arguments.of("\u00a0", "h", null, "experiments.name must not be blank"),
                Arguments.of("n", "", null, "experiments.hypothesis must not be blank"),
                Arguments.of(
                        "a\0",
                        "h",
                        null,
                        "experiments.name holds the character U+0000 at position 1, which cannot be stored; remove it"),
                Arguments.of(
                        "n",
                        "h",
                        "\ud800",
                        "experiments.description holds a lone surrogate at position 0, which cannot be stored; remove it"));
    }

    /** Contract cases 11 to 13; an update follows the same rules. */
    @ParameterizedTest
    @MethodSource("texts")
    void checksTexts(String name, String hypothesis, @Nullable String description, @Nullable String refusal) {
        Runnable create = () -> Experiment.of(ID, name, hypothesis, CREATED).withDescription(description);
        Runnable update = () -> new ExperimentUpdate(name, hypothesis, description).validated();
        if (refusal == null) {
            assertDoesNotThrow(create::run);
            assertDoesNotThrow(update::run);
            assertEquals(name, Experiment.of(ID, name, hypothesis, CREATED).name());
        } else {
            assertEquals(refusal, refusal(create));
            assertEquals(refusal, refusal(update));
        }
    }

    @Test
    void theConstructorTakesOldRowsAndARuleStopsTheirWriting() {
        Experiment old = new Experiment("old", " ", "", null, null, CREATED, null);
        assertThrows(ValidationException.class, old::validated);
        assertThrows(ValidationException.class, () -> old.withDescription("x"));
        assertThrows(NullPointerException.class, () -> new Experiment(ID, null, "h", null, null, CREATED, null));
        assertThrows(NullPointerException.class, () -> new Experiment(ID, "n", "h", null, null, null, null));
    }

    @Test
    void cutsTimesToMicroseconds() {
        Instant nanos = CREATED.plusNanos(789);
        Experiment experiment = new Experiment(ID, "n", "h", null, null, nanos, nanos);
        assertEquals(CREATED, experiment.createdAt());
        assertEquals(CREATED, experiment.updatedAt());
    }

    @Test
    void changesReturnNewValues() {
        Experiment before = experiment();
        Experiment after = before.withDescription("d").withScorecard(ScorecardDataTest.form());
        assertEquals("d", after.description());
        assertTrue(after.hasScorecard());
        assertEquals(experiment(), before);
        assertEquals(before, after.withDescription(null).withScorecard(null));
    }

    @Test
    void checksTheScorecardWithIt() {
        ScorecardData broken = ScorecardDataTest.withComplexity(new ScorecardDimension(2, List.of(), null, null));
        assertEquals(
                "scorecard_data.complexity.score must be 0-1",
                refusal(() -> experiment().withScorecard(broken)));
    }

    @Test
    void anUpdateOfNothingIsAllowed() {
        assertEquals(ExperimentUpdate.NOTHING, ExperimentUpdate.NOTHING.validated());
        assertEquals(
                new ExperimentUpdate("n", "h", ""),
                ExperimentUpdate.ofName("n")
                        .withHypothesis("h")
                        .withDescription("")
                        .validated());
    }

    @Test
    void guidesTakeAnyStorableText() {
        InterviewGuide guide = InterviewGuide.of("any id", "", null, "x".repeat(5_000), CREATED.plusNanos(1));
        assertEquals(CREATED, guide.createdAt());
        assertNull(guide.updatedAt());
        assertEquals(
                "interview_guide.questions holds a lone surrogate at position 0, which cannot be stored; remove it",
                refusal(() -> InterviewGuide.of("e", null, "\udc00", null, CREATED)));
        assertThrows(NullPointerException.class, () -> InterviewGuide.of(null, null, null, null, CREATED));
        assertThrows(NullPointerException.class, () -> InterviewGuide.of("e", null, null, null, null));
    }

    @Test
    void guideUpdatesAreCheckedTextByText() {
        InterviewGuideUpdate update = InterviewGuideUpdate.NOTHING
                .withContextDefinition("a")
                .withQuestions("")
                .withContextExamples("c");
        assertEquals(new InterviewGuideUpdate("a", "", "c"), update.validated());
        for (InterviewGuideUpdate broken : new InterviewGuideUpdate[] {
            update.withContextDefinition("\0"), update.withQuestions("\0"), update.withContextExamples("\0")
        }) {
            assertThrows(ValidationException.class, broken::validated);
        }
    }
}
