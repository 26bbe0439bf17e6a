package io.synthlab.persistence.research;

import io.synthlab.persistence.internal.text.EnumText;

/** How far the generation of a PR-FAQ has come. */
public enum PrfaqStatus {
    /** It is being made; nobody else may begin. */
    GENERATING,
    /** It was made. */
    COMPLETED,
    /** It could not be made. */
    FAILED;

    /** Returns the state as the column holds it, for example {@code completed}. */
    public String text() {
        return EnumText.of(this);
    }
}
