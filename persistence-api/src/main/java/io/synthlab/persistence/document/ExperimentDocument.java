package io.synthlab.persistence.document;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.id.Ids;
import io.synthlab.persistence.internal.json.StorableJson;
import io.synthlab.persistence.internal.text.Rules;
import io.synthlab.persistence.internal.text.StorableText;
import io.synthlab.persistence.internal.time.Timestamps;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A generated text about an experiment: one row of {@code experiment_documents}.
 *
 * <p>The constructor takes what a stored row may hold; {@link #of} and the {@code with…} methods apply the rules, and
 * so does every write.
 *
 * @param id {@code doc_} and eight hex digits
 * @param experimentId the experiment; {@code exp_} and eight hex digits
 * @param documentType what it is about; an experiment has one document of each type
 * @param markdownContent its text, of any length, possibly empty
 * @param metadata JSON object whose keys depend on the type and are not limited, or {@code null}
 * @param generatedAt when it was completed, or when its generation began, in microseconds
 * @param model language model; any text
 * @param status how far it has come
 * @param errorMessage why it could not be made, or {@code null}
 */
public record ExperimentDocument(
        String id,
        String experimentId,
        DocumentType documentType,
        String markdownContent,
        @Nullable JsonValue metadata,
        Instant generatedAt,
        String model,
        DocumentStatus status,
        @Nullable String errorMessage) {
    /** Model where none is named. */
    public static final String DEFAULT_MODEL = "gpt-4o-mini";

    private static final String ID_PREFIX = "doc_";
    private static final Pattern ID = Pattern.compile("doc_[a-f0-9]{8}");
    private static final Pattern EXPERIMENT_ID = Pattern.compile("exp_[a-f0-9]{8}");

    /** Checks that the required parts are there and cuts the time to microseconds. */
    public ExperimentDocument {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(experimentId, "experimentId");
        Objects.requireNonNull(documentType, "documentType");
        Objects.requireNonNull(markdownContent, "markdownContent");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(status, "status");
        generatedAt = Timestamps.truncate(generatedAt);
    }

    /**
     * Returns a checked document that is completed, of the default model, without metadata and error.
     *
     * @param id {@code doc_} and eight hex digits
     * @param experimentId the experiment
     * @param documentType what it is about
     * @param markdownContent its text
     * @param generatedAt when it was completed
     * @return the document
     * @throws ValidationException if an id or the text breaks a rule
     */
    public static ExperimentDocument of(
            String id, String experimentId, DocumentType documentType, String markdownContent, Instant generatedAt) {
        return new ExperimentDocument(
                        id,
                        experimentId,
                        documentType,
                        markdownContent,
                        null,
                        generatedAt,
                        DEFAULT_MODEL,
                        DocumentStatus.COMPLETED,
                        null)
                .validated();
    }

    /**
     * Returns a checked document without content whose generation begins, with a new id.
     *
     * @param experimentId the experiment
     * @param documentType what it is about
     * @param model language model
     * @param startedAt when it begins
     * @return the document
     * @throws ValidationException if the experiment's id or the model breaks a rule
     */
    public static ExperimentDocument pending(
            String experimentId, DocumentType documentType, String model, Instant startedAt) {
        return new ExperimentDocument(
                        newId(),
                        experimentId,
                        documentType,
                        "",
                        null,
                        startedAt,
                        model,
                        DocumentStatus.GENERATING,
                        null)
                .validated();
    }

    /** Returns a new random id; 32 random bits, so that a write may still meet one that exists. */
    public static String newId() {
        return Ids.random(ID_PREFIX);
    }

    /**
     * Checks every rule.
     *
     * @return this document
     * @throws ValidationException if a value breaks a rule; names the field
     */
    public ExperimentDocument validated() {
        Rules.id(id, "experiment_documents.id", ID);
        Rules.id(experimentId, "experiment_documents.experiment_id", EXPERIMENT_ID);
        StorableText.require(model, "experiment_documents.model");
        requireContent(markdownContent, metadata, errorMessage);
        return this;
    }

    /** The rules of what a document and a change of one have in common. */
    static void requireContent(
            @Nullable String markdownContent, @Nullable JsonValue metadata, @Nullable String errorMessage) {
        StorableText.require(markdownContent, "experiment_documents.markdown_content");
        if (metadata != null && !metadata.isObject()) {
            throw new ValidationException("experiment_documents.metadata must be a JSON object");
        }
        StorableJson.require(metadata, "experiment_documents.metadata");
        StorableText.require(errorMessage, "experiment_documents.error_message");
    }

    /** Returns the metadata as {@link ExperimentDocumentRepository#save} stores it: absent if there is no key. */
    public @Nullable JsonValue storedMetadata() {
        return metadata == null || metadata.members().isEmpty() ? null : metadata;
    }

    /**
     * Returns this document under the id that its row has already, which old files may have given another form.
     *
     * @param storedId id of the row; not checked
     * @return the new document
     */
    public ExperimentDocument underStoredId(String storedId) {
        return new ExperimentDocument(
                storedId,
                experimentId,
                documentType,
                markdownContent,
                metadata,
                generatedAt,
                model,
                status,
                errorMessage);
    }

    /**
     * Returns this document with other metadata.
     *
     * @param newMetadata JSON object, or {@code null}
     * @return the new document
     * @throws ValidationException if it is no object, or cannot be stored alike on both databases
     */
    public ExperimentDocument withMetadata(@Nullable JsonValue newMetadata) {
        return new ExperimentDocument(
                        id,
                        experimentId,
                        documentType,
                        markdownContent,
                        newMetadata,
                        generatedAt,
                        model,
                        status,
                        errorMessage)
                .validated();
    }

    /**
     * Returns this document of another model.
     *
     * @param newModel any text
     * @return the new document
     * @throws ValidationException if the text cannot be stored
     */
    public ExperimentDocument withModel(String newModel) {
        return new ExperimentDocument(
                        id,
                        experimentId,
                        documentType,
                        markdownContent,
                        metadata,
                        generatedAt,
                        newModel,
                        status,
                        errorMessage)
                .validated();
    }

    /**
     * Returns this document in another state.
     *
     * @param newStatus how far it has come
     * @param newErrorMessage why it could not be made, or {@code null}
     * @return the new document
     * @throws ValidationException if the text cannot be stored
     */
    public ExperimentDocument withStatus(DocumentStatus newStatus, @Nullable String newErrorMessage) {
        return new ExperimentDocument(
                        id,
                        experimentId,
                        documentType,
                        markdownContent,
                        metadata,
                        generatedAt,
                        model,
                        newStatus,
                        newErrorMessage)
                .validated();
    }
}
