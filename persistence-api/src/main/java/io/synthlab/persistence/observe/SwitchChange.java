package io.synthlab.persistence.observe;

import io.synthlab.persistence.RepositoryName;
import java.util.Objects;

/**
 * One repository was switched.
 *
 * @param repository which
 * @param before state before, in the form of {@link io.synthlab.persistence.Switches#use}
 * @param after state that holds now, never equal to the one before
 * @param cause who asked for it
 */
public record SwitchChange(RepositoryName repository, String before, String after, Cause cause) {
    /** Who asked for a change. */
    public enum Cause {
        /** A call of {@link io.synthlab.persistence.Switches}. */
        CALL,
        /** The switches file, changed by another process or by hand. */
        FILE,
        /** More differences were found by comparing than the budget allows. */
        BUDGET
    }

    /** Checks that every part is there. */
    public SwitchChange {
        Objects.requireNonNull(repository, "repository");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        Objects.requireNonNull(cause, "cause");
    }
}
