package io.synthlab.persistence.legacy;

import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.text.EnumText;

/** How far a {@link SimulationRun} is. Any state may follow any. */
public enum SimulationStatus {
    /** Not started. */
    PENDING,
    /** Started. */
    RUNNING,
    /** Ended with a result. */
    COMPLETED,
    /** Ended without a result. */
    FAILED;

    /** Returns the state as it is stored, for example {@code completed}. */
    public String text() {
        return EnumText.of(this);
    }

    /**
     * Returns the state of a stored text.
     *
     * @param text for example {@code completed}
     * @param field what it is, for the message
     * @return the state
     * @throws ValidationException if there is no such state
     */
    public static SimulationStatus ofText(String text, String field) {
        return EnumText.parse(SimulationStatus.class, text, field);
    }
}
