package io.synthlab.persistence.research;

import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.text.EnumText;

/** Where a batch of interviews stands. Any state may follow any other. */
public enum ExecutionStatus {
    /** Not begun. */
    PENDING,
    /** Interviews are being held. */
    RUNNING,
    /** Interviews are over, the summary is being written. */
    GENERATING_SUMMARY,
    /** Over, well. */
    COMPLETED,
    /** Over, with an error. */
    FAILED;

    /**
     * Reads the text that the column holds.
     *
     * @param text for example {@code generating_summary}; case counts
     * @return the state
     * @throws ValidationException if there is no such state; lists those there are
     */
    public static ExecutionStatus ofText(String text) {
        return EnumText.parse(ExecutionStatus.class, text, "research_executions.status");
    }

    /** Returns the text that the column holds, for example {@code generating_summary}. */
    public String text() {
        return EnumText.of(this);
    }

    /** Returns whether the batch is over, well or not. */
    public boolean isFinal() {
        return this == COMPLETED || this == FAILED;
    }
}
