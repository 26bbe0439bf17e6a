package io.synthlab.persistence.document;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ValidationException;
import org.jspecify.annotations.Nullable;

/**
 * What changes of a document besides its state; {@code null} leaves a part as it is. Empty text and an object without
 * keys are written. Nothing but the error text can be set back to absent, as in the original.
 *
 * @param markdownContent new text, or {@code null}
 * @param metadata new JSON object, or {@code null}
 * @param errorMessage new error text, or {@code null}
 * @param clearError whether the error text becomes absent; not together with a new one
 * @param expectedStatus state the document must be in, or nothing is changed; {@code null} for any state
 */
public record DocumentUpdate(
        @Nullable String markdownContent,
        @Nullable JsonValue metadata,
        @Nullable String errorMessage,
        boolean clearError,
        @Nullable DocumentStatus expectedStatus) {
    /** Changes nothing but the state, whatever it was. */
    public static final DocumentUpdate NOTHING = new DocumentUpdate(null, null, null, false, null);

    /**
     * Returns this update with content.
     *
     * @param newMarkdownContent new text; empty text is kept as empty text
     * @return the new update
     */
    public DocumentUpdate withMarkdownContent(String newMarkdownContent) {
        return new DocumentUpdate(newMarkdownContent, metadata, errorMessage, clearError, expectedStatus);
    }

    /**
     * Returns this update with metadata.
     *
     * @param newMetadata new JSON object; one without keys is kept as such
     * @return the new update
     */
    public DocumentUpdate withMetadata(JsonValue newMetadata) {
        return new DocumentUpdate(markdownContent, newMetadata, errorMessage, clearError, expectedStatus);
    }

    /**
     * Returns this update with an error text.
     *
     * @param text new text; empty text is kept as empty text
     * @return the new update
     */
    public DocumentUpdate withErrorMessage(String text) {
        return new DocumentUpdate(markdownContent, metadata, text, clearError, expectedStatus);
    }

    /**
     * Returns this update with an error text that becomes absent.
     *
     * @return the new update
     */
    public DocumentUpdate withoutError() {
        return new DocumentUpdate(markdownContent, metadata, null, true, expectedStatus);
    }

    /**
     * Returns this update on the condition that the document is in a certain state.
     *
     * @param status the state it must be in
     * @return the new update
     */
    public DocumentUpdate ifStatusIs(DocumentStatus status) {
        return new DocumentUpdate(markdownContent, metadata, errorMessage, clearError, status);
    }

    /**
     * Checks every rule.
     *
     * @return this update
     * @throws ValidationException if a value breaks a rule, or if the error text is to be set and cleared at once; names
     *     the field
     */
    public DocumentUpdate validated() {
        ExperimentDocument.requireContent(markdownContent, metadata, errorMessage);
        if (clearError && errorMessage != null) {
            throw new ValidationException(
                    "experiment_documents.error_message must not be given together with clearError");
        }
        return this;
    }
}
