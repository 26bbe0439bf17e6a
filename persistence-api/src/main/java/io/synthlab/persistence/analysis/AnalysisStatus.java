package io.synthlab.persistence.analysis;

import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.text.EnumText;

/** How far an {@link AnalysisRun} is. Any status may follow any other. */
public enum AnalysisStatus {
    /** It has not begun. */
    PENDING,
    /** It is at work. */
    RUNNING,
    /** It has ended well. */
    COMPLETED,
    /** It has ended with an error. */
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
    public static AnalysisStatus ofText(String text, String field) {
        return EnumText.parse(AnalysisStatus.class, text, field);
    }
}
