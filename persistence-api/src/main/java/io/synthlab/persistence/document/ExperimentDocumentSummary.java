package io.synthlab.persistence.document;

import io.synthlab.persistence.internal.time.Timestamps;
import java.time.Instant;
import java.util.Objects;

/**
 * A document as lists show it, without its content.
 *
 * @param id its id
 * @param documentType what it is about
 * @param status how far it has come
 * @param generatedAt when it was completed, or when its generation began, in microseconds
 * @param model language model; the default one where none is stored
 */
public record ExperimentDocumentSummary(
        String id, DocumentType documentType, DocumentStatus status, Instant generatedAt, String model) {
    /** Checks that the parts are there and cuts the time to microseconds. */
    public ExperimentDocumentSummary {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(documentType, "documentType");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(model, "model");
        generatedAt = Timestamps.truncate(generatedAt);
    }
}
