package io.synthlab.persistence.internal.row;

import io.synthlab.persistence.document.DocumentType;

/**
 * What a document is looked for by, other than its id.
 *
 * @param experimentId the experiment, of any form
 * @param type the type
 */
public record DocumentKey(String experimentId, DocumentType type) {
    /** Returns the key as errors name it. */
    public String text() {
        return "experiment_id=" + experimentId + ", document_type=" + type.text();
    }
}
