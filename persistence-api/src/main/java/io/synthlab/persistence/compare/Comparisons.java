package io.synthlab.persistence.compare;

import io.synthlab.persistence.RepositoryName;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What comparing has found so far. A repository is compared while its switch says so, for example
 * {@code compare:legacy-jdbc,jpa}.
 *
 * <p>Reading methods are compared, after the caller has its answer and on other threads; writing ones never are. A
 * difference is counted only if both implementations, asked again in one snapshot of the database, differ again. Safe
 * for use by many threads.
 */
public interface Comparisons {
    /** Returns the confirmed differences that are kept, oldest first. */
    List<Difference> differences();

    /**
     * Returns how often each outcome was seen for a repository since the factory was opened or since {@link #clear()}.
     *
     * @param repository which
     * @return a count for every outcome, zeros included
     */
    Map<ComparisonOutcome, Long> counts(RepositoryName repository);

    /** Returns how often each outcome was seen over all repositories; zeros included. */
    Map<ComparisonOutcome, Long> counts();

    /** Forgets differences and counts. A budget that is partly used stays so. */
    void clear();

    /**
     * Waits until no comparison is under way or waiting, for example before a report.
     *
     * @param limit how long to wait at most
     * @return whether all had ended
     * @throws InterruptedException if the thread was interrupted
     */
    boolean awaitIdle(Duration limit) throws InterruptedException;
}
