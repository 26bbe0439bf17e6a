package io.synthlab.persistence.transaction;

import io.synthlab.persistence.error.ValidationException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How a unit of work runs.
 *
 * @param readOnly whether it only reads; writing methods are refused
 * @param isolation how far it is kept apart from others
 * @param timeout longest time from its begin to its commit, 1 ms to 24 days; empty for none. What comes before the
 *     begin has limits of its own: the wait for a connection ({@code synthlab.pool-timeout}) and for SQLite's write lock
 *     ({@code synthlab.sqlite-busy-timeout})
 * @param replays how often the whole unit is run again after a conflict, 0 to {@value #MOST_REPLAYS}; the work must
 *     be safe to run twice. Counts for the outermost unit only
 */
public record TransactionOptions(boolean readOnly, Isolation isolation, Optional<Duration> timeout, int replays) {
    /** Replays at most. */
    public static final int MOST_REPLAYS = 20;
    /** Shortest time limit. */
    public static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(1);
    /** Longest time limit; PostgreSQL counts milliseconds in 32 bits. */
    public static final Duration LONGEST_TIMEOUT = Duration.ofDays(24);
    /** Reads and writes, isolation of the server, no limit, no replay. */
    public static final TransactionOptions DEFAULT =
            new TransactionOptions(false, Isolation.READ_COMMITTED, Optional.empty(), 0);
    /** Only reads; otherwise as {@link #DEFAULT}. */
    public static final TransactionOptions READ_ONLY = DEFAULT.asReadOnly();

    /**
     * Checks the ranges.
     *
     * @throws ValidationException if a value is out of range
     */
    public TransactionOptions {
        Objects.requireNonNull(isolation, "isolation");
        timeout.ifPresent(limit -> {
            if (limit.compareTo(SHORTEST_TIMEOUT) < 0 || limit.compareTo(LONGEST_TIMEOUT) > 0) {
                throw new ValidationException("timeout of a unit of work must be 1 ms to 24 days");
            }
        });
        if (replays < 0 || replays > MOST_REPLAYS) {
            throw new ValidationException("replays must be 0-%d but was %d".formatted(MOST_REPLAYS, replays));
        }
    }

    /** Returns these options for a unit that only reads. */
    public TransactionOptions asReadOnly() {
        return new TransactionOptions(true, isolation, timeout, replays);
    }

    /**
     * Returns these options with another isolation.
     *
     * @param newIsolation how far the unit is kept apart from others
     * @return the new options
     */
    public TransactionOptions withIsolation(Isolation newIsolation) {
        return new TransactionOptions(readOnly, newIsolation, timeout, replays);
    }

    /**
     * Returns these options with a time limit.
     *
     * @param limit longest time from begin to commit
     * @return the new options
     * @throws ValidationException if the limit is out of range
     */
    public TransactionOptions withTimeout(Duration limit) {
        return new TransactionOptions(readOnly, isolation, Optional.of(limit), replays);
    }

    /**
     * Returns these options with replay after conflicts.
     *
     * @param times how often the unit is run again at most
     * @return the new options
     * @throws ValidationException if the number is out of range
     */
    public TransactionOptions withReplays(int times) {
        return new TransactionOptions(readOnly, isolation, timeout, times);
    }
}
