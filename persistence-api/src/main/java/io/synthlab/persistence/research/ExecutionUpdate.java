package io.synthlab.persistence.research;

import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.text.Rules;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A new state of a batch of interviews; {@code null} leaves a count as it is.
 *
 * @param status the new state
 * @param successfulCount how many interviews ended well, 0 or more, or {@code null}
 * @param failedCount how many failed, 0 or more, or {@code null}
 * @param expectedStatus the state the batch must be in for the update to happen, or {@code null} for any
 */
public record ExecutionUpdate(
        ExecutionStatus status,
        @Nullable Integer successfulCount,
        @Nullable Integer failedCount,
        @Nullable ExecutionStatus expectedStatus) {
    /** Checks that the required parts are there. */
    public ExecutionUpdate {
        Objects.requireNonNull(status, "status");
    }

    /**
     * Returns an update of the state alone, whatever it is now.
     *
     * @param status the new state
     * @return the update
     */
    public static ExecutionUpdate of(ExecutionStatus status) {
        return new ExecutionUpdate(status, null, null, null);
    }

    /**
     * Returns this update with the number of interviews that ended well.
     *
     * @param count the number
     * @return the new update
     * @throws ValidationException if it is negative
     */
    public ExecutionUpdate withSuccessfulCount(int count) {
        return new ExecutionUpdate(status, count, failedCount, expectedStatus).validated();
    }

    /**
     * Returns this update with the number of interviews that failed.
     *
     * @param count the number
     * @return the new update
     * @throws ValidationException if it is negative
     */
    public ExecutionUpdate withFailedCount(int count) {
        return new ExecutionUpdate(status, successfulCount, count, expectedStatus).validated();
    }

    /**
     * Returns this update for a batch in one state only: of several callers at once who expect the same state and set
     * another, exactly one changes it.
     *
     * @param expected the state the batch must be in
     * @return the new update
     */
    public ExecutionUpdate ifStatusIs(ExecutionStatus expected) {
        return new ExecutionUpdate(status, successfulCount, failedCount, Objects.requireNonNull(expected, "expected"));
    }

    /**
     * Checks every rule.
     *
     * @return this update
     * @throws ValidationException if a count is negative; names the field
     */
    public ExecutionUpdate validated() {
        Rules.notNegative(successfulCount, "research_executions.successful_count");
        Rules.notNegative(failedCount, "research_executions.failed_count");
        return this;
    }
}
