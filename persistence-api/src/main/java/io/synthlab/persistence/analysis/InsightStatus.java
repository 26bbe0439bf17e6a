package io.synthlab.persistence.analysis;

import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.text.EnumText;

/** How far a {@link ChartInsight} is. */
public enum InsightStatus {
    /** It is being written. */
    PENDING,
    /** It is there. */
    COMPLETED,
    /** It could not be written. */
    FAILED;

    /** Returns the text that is stored, for example {@code completed}. */
    public String text() {
        return EnumText.of(this);
    }

    /**
     * Reads a status.
     *
     * @param text for example {@code completed}; case counts
     * @param field what it is, for the message
     * @return the status
     * @throws ValidationException if there is no such status; lists those there are
     */
    public static InsightStatus ofText(String text, String field) {
        return EnumText.parse(InsightStatus.class, text, field);
    }
}
