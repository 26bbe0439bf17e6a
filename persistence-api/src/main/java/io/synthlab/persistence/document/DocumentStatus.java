package io.synthlab.persistence.document;

import io.synthlab.persistence.internal.text.EnumText;

/** How far the generation of a document has come. */
public enum DocumentStatus {
    /** It will be made; the original never writes this. */
    PENDING,
    /** It is being made; nobody else may begin. */
    GENERATING,
    /** It was made. */
    COMPLETED,
    /** It could not be made. */
    FAILED,
    /** Parts of it were made; the original never writes this, it notes it in the metadata. */
    PARTIAL;

    /** Returns the state as the column holds it, for example {@code completed}. */
    public String text() {
        return EnumText.of(this);
    }
}
