package io.synthlab.persistence.analysis;

import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.text.EnumText;

/** How far an {@link ExecutiveSummary} is. */
public enum SummaryStatus {
    /** It is being written. */
    PENDING,
    /** It is there. */
    COMPLETED,
    /** It could not be written. */
    FAILED,
    /** It was written from some of the charts only. */
    PARTIAL;

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
    public static SummaryStatus ofText(String text, String field) {
        return EnumText.parse(SummaryStatus.class, text, field);
    }
}
