package io.synthlab.persistence.research;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.json.StorableJson;
import io.synthlab.persistence.internal.text.Rules;
import io.synthlab.persistence.internal.text.StorableText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A finished PR-FAQ to be stored as a whole.
 *
 * <p>The constructor takes anything; {@link #of} and the {@code with…} methods apply the rules, and so does the write.
 *
 * @param execId the batch of interviews it was made of; any text, the batch need not exist
 * @param markdownContent its text, possibly empty
 * @param model language model that made it; any text
 * @param jsonContent the same as a document of any shape, or {@code null}
 * @param headline its headline, or {@code null}
 * @param oneLiner its one-line summary, or {@code null}
 * @param faqCount number of questions
 * @param validationStatus what its validation came to
 * @param confidenceScore how sure the generator is, 0 to 1 by convention, any finite number, or {@code null}
 */
public record NewPrfaq(
        String execId,
        String markdownContent,
        String model,
        @Nullable JsonValue jsonContent,
        @Nullable String headline,
        @Nullable String oneLiner,
        int faqCount,
        PrfaqValidation validationStatus,
        @Nullable Double confidenceScore) {
    /** Model where none is named. */
    public static final String DEFAULT_MODEL = "gpt-4o-mini";

    /** Checks that the required parts are there. */
    public NewPrfaq {
        Objects.requireNonNull(execId, "execId");
        Objects.requireNonNull(markdownContent, "markdownContent");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(validationStatus, "validationStatus");
    }

    /**
     * Returns a checked PR-FAQ of the default model that is valid, without questions and without optional parts.
     *
     * @param execId the batch of interviews it was made of
     * @param markdownContent its text
     * @return the PR-FAQ
     * @throws ValidationException if a text cannot be stored
     */
    public static NewPrfaq of(String execId, String markdownContent) {
        return new NewPrfaq(execId, markdownContent, DEFAULT_MODEL, null, null, null, 0, PrfaqValidation.VALID, null)
                .validated();
    }

    /**
     * Checks every rule.
     *
     * @return this PR-FAQ
     * @throws ValidationException if a value cannot be stored; names the field
     */
    public NewPrfaq validated() {
        StorableText.require(execId, "prfaq_metadata.exec_id");
        StorableText.require(model, "prfaq_metadata.model");
        requireContent(markdownContent, jsonContent, headline, oneLiner, confidenceScore);
        return this;
    }

    /** The rules of what a PR-FAQ and a change of one have in common. */
    static void requireContent(
            @Nullable String markdownContent,
            @Nullable JsonValue jsonContent,
            @Nullable String headline,
            @Nullable String oneLiner,
            @Nullable Double confidenceScore) {
        StorableText.require(markdownContent, "prfaq_metadata.markdown_content");
        StorableJson.require(jsonContent, "prfaq_metadata.json_content");
        StorableText.require(headline, "prfaq_metadata.headline");
        StorableText.require(oneLiner, "prfaq_metadata.one_liner");
        if (confidenceScore != null) {
            Rules.finite(confidenceScore, "prfaq_metadata.confidence_score");
        }
    }

    /**
     * Returns this PR-FAQ of another model.
     *
     * @param newModel any text
     * @return the new PR-FAQ
     * @throws ValidationException if the text cannot be stored
     */
    public NewPrfaq withModel(String newModel) {
        return new NewPrfaq(
                        execId,
                        markdownContent,
                        newModel,
                        jsonContent,
                        headline,
                        oneLiner,
                        faqCount,
                        validationStatus,
                        confidenceScore)
                .validated();
    }

    /**
     * Returns this PR-FAQ with its content as a document.
     *
     * @param newJsonContent document of any shape, or {@code null}
     * @return the new PR-FAQ
     * @throws ValidationException if the document cannot be stored alike on both databases
     */
    public NewPrfaq withJsonContent(@Nullable JsonValue newJsonContent) {
        return new NewPrfaq(
                        execId,
                        markdownContent,
                        model,
                        newJsonContent,
                        headline,
                        oneLiner,
                        faqCount,
                        validationStatus,
                        confidenceScore)
                .validated();
    }

    /**
     * Returns this PR-FAQ with other titles.
     *
     * @param newHeadline headline, or {@code null}
     * @param newOneLiner one-line summary, or {@code null}
     * @return the new PR-FAQ
     * @throws ValidationException if a text cannot be stored
     */
    public NewPrfaq withTitles(@Nullable String newHeadline, @Nullable String newOneLiner) {
        return new NewPrfaq(
                        execId,
                        markdownContent,
                        model,
                        jsonContent,
                        newHeadline,
                        newOneLiner,
                        faqCount,
                        validationStatus,
                        confidenceScore)
                .validated();
    }

    /**
     * Returns this PR-FAQ with another number of questions.
     *
     * @param newFaqCount number of questions
     * @return the new PR-FAQ
     */
    public NewPrfaq withFaqCount(int newFaqCount) {
        return new NewPrfaq(
                        execId,
                        markdownContent,
                        model,
                        jsonContent,
                        headline,
                        oneLiner,
                        newFaqCount,
                        validationStatus,
                        confidenceScore)
                .validated();
    }

    /**
     * Returns this PR-FAQ with the outcome of its validation.
     *
     * @param newValidationStatus what the validation came to
     * @param newConfidenceScore how sure the generator is, or {@code null}
     * @return the new PR-FAQ
     * @throws ValidationException if the score is NaN or infinite
     */
    public NewPrfaq withValidation(PrfaqValidation newValidationStatus, @Nullable Double newConfidenceScore) {
        return new NewPrfaq(
                        execId,
                        markdownContent,
                        model,
                        jsonContent,
                        headline,
                        oneLiner,
                        faqCount,
                        newValidationStatus,
                        newConfidenceScore)
                .validated();
    }
}
