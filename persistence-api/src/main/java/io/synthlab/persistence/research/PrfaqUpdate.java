package io.synthlab.persistence.research;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.text.StorableText;
import org.jspecify.annotations.Nullable;

/**
 * What changes of a PR-FAQ besides its state; {@code null} leaves a part as it is. Zero and empty text are written.
 * Nothing but the error text can be set back to absent, as in the original.
 *
 * @param errorMessage new error text, or {@code null}
 * @param markdownContent new text, or {@code null}
 * @param jsonContent new document of any shape, or {@code null}; JSON null is a document
 * @param headline new headline, or {@code null}
 * @param oneLiner new one-line summary, or {@code null}
 * @param faqCount new number of questions, or {@code null}
 * @param validationStatus new outcome of the validation, or {@code null}
 * @param confidenceScore new score, any finite number, or {@code null}
 * @param clearError whether the error text becomes absent; not together with a new one
 * @param expectedStatus state the PR-FAQ must be in, or nothing is changed; {@code null} for any state
 */
public record PrfaqUpdate(
        @Nullable String errorMessage,
        @Nullable String markdownContent,
        @Nullable JsonValue jsonContent,
        @Nullable String headline,
        @Nullable String oneLiner,
        @Nullable Integer faqCount,
        @Nullable PrfaqValidation validationStatus,
        @Nullable Double confidenceScore,
        boolean clearError,
        @Nullable PrfaqStatus expectedStatus) {
    /** Changes nothing but the state, whatever it was. */
    public static final PrfaqUpdate NOTHING =
            new PrfaqUpdate(null, null, null, null, null, null, null, null, false, null);

    /**
     * Returns this update with an error text.
     *
     * @param text new text; empty text is kept as empty text
     * @return the new update
     */
    public PrfaqUpdate withErrorMessage(String text) {
        return new PrfaqUpdate(
                text,
                markdownContent,
                jsonContent,
                headline,
                oneLiner,
                faqCount,
                validationStatus,
                confidenceScore,
                clearError,
                expectedStatus);
    }

    /**
     * Returns this update with content.
     *
     * @param newMarkdownContent new text; empty text is kept as empty text
     * @param newJsonContent the same as a document of any shape, or {@code null} to leave it as it is
     * @return the new update
     */
    public PrfaqUpdate withContent(String newMarkdownContent, @Nullable JsonValue newJsonContent) {
        return new PrfaqUpdate(
                errorMessage,
                newMarkdownContent,
                newJsonContent,
                headline,
                oneLiner,
                faqCount,
                validationStatus,
                confidenceScore,
                clearError,
                expectedStatus);
    }

    /**
     * Returns this update with titles.
     *
     * @param newHeadline new headline, or {@code null} to leave it as it is
     * @param newOneLiner new one-line summary, or {@code null} to leave it as it is
     * @return the new update
     */
    public PrfaqUpdate withTitles(@Nullable String newHeadline, @Nullable String newOneLiner) {
        return new PrfaqUpdate(
                errorMessage,
                markdownContent,
                jsonContent,
                newHeadline,
                newOneLiner,
                faqCount,
                validationStatus,
                confidenceScore,
                clearError,
                expectedStatus);
    }

    /**
     * Returns this update with a number of questions.
     *
     * @param newFaqCount new number; 0 is written
     * @return the new update
     */
    public PrfaqUpdate withFaqCount(int newFaqCount) {
        return new PrfaqUpdate(
                errorMessage,
                markdownContent,
                jsonContent,
                headline,
                oneLiner,
                newFaqCount,
                validationStatus,
                confidenceScore,
                clearError,
                expectedStatus);
    }

    /**
     * Returns this update with the outcome of a validation.
     *
     * @param newValidationStatus new outcome, or {@code null} to leave it as it is
     * @param newConfidenceScore new score, or {@code null} to leave it as it is; 0 is written
     * @return the new update
     */
    public PrfaqUpdate withValidation(
            @Nullable PrfaqValidation newValidationStatus, @Nullable Double newConfidenceScore) {
        return new PrfaqUpdate(
                errorMessage,
                markdownContent,
                jsonContent,
                headline,
                oneLiner,
                faqCount,
                newValidationStatus,
                newConfidenceScore,
                clearError,
                expectedStatus);
    }

    /**
     * Returns this update with an error text that becomes absent.
     *
     * @return the new update
     */
    public PrfaqUpdate withoutError() {
        return new PrfaqUpdate(
                null,
                markdownContent,
                jsonContent,
                headline,
                oneLiner,
                faqCount,
                validationStatus,
                confidenceScore,
                true,
                expectedStatus);
    }

    /**
     * Returns this update on the condition that the PR-FAQ is in a certain state.
     *
     * @param status the state it must be in
     * @return the new update
     */
    public PrfaqUpdate ifStatusIs(PrfaqStatus status) {
        return new PrfaqUpdate(
                errorMessage,
                markdownContent,
                jsonContent,
                headline,
                oneLiner,
                faqCount,
                validationStatus,
                confidenceScore,
                clearError,
                status);
    }

    /**
     * Checks every rule.
     *
     * @return this update
     * @throws ValidationException if a value cannot be stored, or if the error text is to be set and cleared at once;
     *     names the field
     */
    public PrfaqUpdate validated() {
        StorableText.require(errorMessage, "prfaq_metadata.error_message");
        NewPrfaq.requireContent(markdownContent, jsonContent, headline, oneLiner, confidenceScore);
        if (clearError && errorMessage != null) {
            throw new ValidationException("prfaq_metadata.error_message must not be given together with clearError");
        }
        return this;
    }
}
