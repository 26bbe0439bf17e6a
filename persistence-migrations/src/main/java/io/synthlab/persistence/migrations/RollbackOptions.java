package io.synthlab.persistence.migrations;

import io.synthlab.persistence.error.ConfigurationException;
import java.util.Objects;
import java.util.Optional;

/**
 * How far a schema is rolled back.
 *
 * @param target version that stays the newest, {@code 0} for none; empty to count {@code steps} instead
 * @param steps how many versions are undone, 1 or more; without meaning if there is a target
 * @param lossAccepted whether rows may be destroyed
 */
public record RollbackOptions(Optional<String> target, int steps, boolean lossAccepted) {
    /** Target that leaves no version. */
    public static final String NOTHING = "0";

    /**
     * Checks the ranges.
     *
     * @throws ConfigurationException if there is less than one step
     */
    public RollbackOptions {
        Objects.requireNonNull(target, "target");
        if (target.isEmpty() && steps < 1) {
            throw new ConfigurationException("steps of a rollback must be 1 or more but were " + steps);
        }
    }

    /**
     * Returns options that undo some versions, and destroy no row.
     *
     * @param steps how many
     * @return the options
     * @throws ConfigurationException if there is less than one
     */
    public static RollbackOptions ofSteps(int steps) {
        return new RollbackOptions(Optional.empty(), steps, false);
    }

    /**
     * Returns options that undo every version above one, and destroy no row.
     *
     * @param version the version that stays, {@value #NOTHING} for none
     * @return the options
     */
    public static RollbackOptions to(String version) {
        return new RollbackOptions(Optional.of(version), 0, false);
    }

    /** Returns these options with the permission to destroy rows. */
    public RollbackOptions acceptingLoss() {
        return new RollbackOptions(target, steps, true);
    }
}
