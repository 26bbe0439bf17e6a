package io.synthlab.persistence.research;

import io.synthlab.persistence.internal.text.EnumText;

/** What the validation of a PR-FAQ came to. */
public enum PrfaqValidation {
    /** It keeps the rules. */
    VALID,
    /** It breaks a rule. */
    INVALID,
    /** Nobody has looked yet. */
    PENDING;

    /** Returns the outcome as the column holds it, for example {@code valid}. */
    public String text() {
        return EnumText.of(this);
    }
}
