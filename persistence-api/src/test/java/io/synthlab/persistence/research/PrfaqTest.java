package io.synthlab.persistence.research;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ValidationException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrfaqTest {
    private static final NewPrfaq PRFAQ = NewPrfaq.of("b1", "");
    private static final JsonValue DOCUMENT = JsonValue.parse("[null]");

    private static void refused(String field, Executable call) {
        String message = assertThrows(ValidationException.class, call).getMessage();
        assertTrue(message.startsWith("prfaq_metadata." + field), message);
    }

    @Test
    void hasTheOriginalsDefaults() {
        assertEquals(new NewPrfaq("b1", "", "gpt-4o-mini", null, null, null, 0, PrfaqValidation.VALID, null), PRFAQ);
    }

    @Test
    void changesOnePartAtATime() {
        NewPrfaq changed = PRFAQ.withModel("m")
                .withJsonContent(DOCUMENT)
                .withTitles("h", "o")
                .withFaqCount(7)
                .withValidation(PrfaqValidation.INVALID, 2.0);
        assertEquals(new NewPrfaq("b1", "", "m", DOCUMENT, "h", "o", 7, PrfaqValidation.INVALID, 2.0), changed);
        assertSame(changed, changed.validated());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "\uD83D", "\uDE00\uD83D"})
    void refusesTextThatCannotBeStored(String bad) {
        refused("exec_id", () -> NewPrfaq.of(bad, ""));
        refused("markdown_content", () -> NewPrfaq.of("b1", bad));
        refused("model", () -> PRFAQ.withModel(bad));
        refused("json_content", () -> PRFAQ.withJsonContent(JsonValue.of(bad)));
        refused("headline", () -> PRFAQ.withTitles(bad, null));
        refused("one_liner", () -> PRFAQ.withTitles(null, bad));
        PrfaqUpdate nothing = PrfaqUpdate.NOTHING;
        refused("error_message", () -> nothing.withErrorMessage(bad).validated());
        refused("markdown_content", () -> nothing.withContent(bad, null).validated());
        refused("json_content", () -> nothing.withContent("", JsonValue.of(bad)).validated());
        refused("headline", () -> nothing.withTitles(bad, null).validated());
        refused("one_liner", () -> nothing.withTitles(null, bad).validated());
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesScoresThatAreNoNumber(double score) {
        refused("confidence_score", () -> PRFAQ.withValidation(PrfaqValidation.VALID, score));
        refused(
                "confidence_score",
                () -> PrfaqUpdate.NOTHING.withValidation(null, score).validated());
    }

    @Test
    void updatesKeepWhatWasGivenBefore() {
        PrfaqUpdate update = PrfaqUpdate.NOTHING
                .withErrorMessage("e")
                .withContent("", DOCUMENT)
                .withTitles("h", "o")
                .withFaqCount(0)
                .withValidation(PrfaqValidation.PENDING, 0.0)
                .ifStatusIs(PrfaqStatus.FAILED);
        assertEquals(
                new PrfaqUpdate(
                        "e", "", DOCUMENT, "h", "o", 0, PrfaqValidation.PENDING, 0.0, false, PrfaqStatus.FAILED),
                update);
        assertSame(update, update.validated());
        PrfaqUpdate cleared = update.withoutError();
        assertNull(cleared.errorMessage());
        assertTrue(cleared.clearError());
        assertEquals(PrfaqStatus.FAILED, cleared.expectedStatus());
        refused("error_message", () -> cleared.withErrorMessage("e").validated());
    }

    @Test
    void summariesAreInMicroseconds() {
        PrfaqSummary summary = new PrfaqSummary(
                "b1",
                null,
                null,
                null,
                0,
                Instant.parse("2026-01-02T03:04:05.000006789Z"),
                PrfaqValidation.VALID,
                null);
        assertEquals(Instant.parse("2026-01-02T03:04:05.000006Z"), summary.generatedAt());
    }

    @Test
    void statesAndOutcomesHaveTheTextOfTheirColumn() {
        assertEquals(
                List.of("generating", "completed", "failed"),
                Arrays.stream(PrfaqStatus.values()).map(PrfaqStatus::text).toList());
        assertEquals(
                List.of("valid", "invalid", "pending"),
                Arrays.stream(PrfaqValidation.values())
                        .map(PrfaqValidation::text)
                        .toList());
    }
}
