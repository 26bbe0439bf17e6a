package io.synthlab.persistence.compare;

import io.synthlab.persistence.error.ValidationException;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * How repositories in comparing mode are compared.
 *
 * @param ratio share of the reading calls that is compared, 0 to 1
 * @param threads comparisons at the same time, each on a connection beside the pool of the callers; a data source of
 *     the host is asked for one like by any caller
 * @param queue comparisons that may wait; further calls are skipped and counted
 * @param timeout longest time of asking the checked implementation
 * @param budget confirmed differences of one repository after which it steps back to the serving implementation alone:
 *     with 0 at the first one; empty for never
 * @param kept differences that are kept at most; the oldest goes
 * @param showText whether differences show stored text and the text of arguments; off unless asked for
 */
public record ComparingOptions(
        double ratio, int threads, int queue, Duration timeout, OptionalInt budget, int kept, boolean showText) {
    /**
     * Checks the ranges that configuration cannot exceed anyway.
     *
     * @throws ValidationException if the ratio is no number from 0 to 1
     */
    public ComparingOptions {
        if (!(ratio >= 0 && ratio <= 1)) {
            throw new ValidationException("ratio of comparing must be 0-1");
        }
        Objects.requireNonNull(timeout, "timeout");
        Objects.requireNonNull(budget, "budget");
    }
}
