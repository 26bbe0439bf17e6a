package io.synthlab.persistence;

import io.synthlab.persistence.error.ValidationException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a longer result to return, and in which order.
 *
 * @param limit rows at most, {@value #MIN_LIMIT} to {@value #MAX_LIMIT}
 * @param offset rows to skip, 0 or more; at or past the end gives an empty page with the true total
 * @param sortBy column to sort by where the method says it honours it, or {@code null} for the method's own order
 * @param sortOrder direction of {@code sortBy}; descending unless asked otherwise
 */
public record PageRequest(int limit, int offset, @Nullable String sortBy, SortOrder sortOrder) {
    /** Smallest limit. */
    public static final int MIN_LIMIT = 1;
    /** Largest limit. */
    public static final int MAX_LIMIT = 200;
    /** Limit when none is asked for. */
    public static final int DEFAULT_LIMIT = 50;

    /**
     * Checks the ranges.
     *
     * @throws ValidationException if limit or offset is out of range
     */
    public PageRequest {
        Objects.requireNonNull(sortOrder, "sortOrder");
        if (limit < MIN_LIMIT || limit > MAX_LIMIT) {
            throw new ValidationException("limit must be %d-%d but was %d".formatted(MIN_LIMIT, MAX_LIMIT, limit));
        }
        if (offset < 0) {
            throw new ValidationException("offset must be 0 or more but was " + offset);
        }
    }

    /** Returns the first {@value #DEFAULT_LIMIT} rows in the method's own order. */
    public static PageRequest first() {
        return of(DEFAULT_LIMIT, 0);
    }

    /**
     * Returns a request without a sort column.
     *
     * @param limit rows at most, {@value #MIN_LIMIT} to {@value #MAX_LIMIT}
     * @param offset rows to skip, 0 or more
     * @return the request
     * @throws ValidationException if a value is out of range
     */
    public static PageRequest of(int limit, int offset) {
        return new PageRequest(limit, offset, null, SortOrder.DESC);
    }

    /**
     * Returns this request with another limit.
     *
     * @param newLimit rows at most
     * @return the new request
     */
    public PageRequest withLimit(int newLimit) {
        return new PageRequest(newLimit, offset, sortBy, sortOrder);
    }

    /**
     * Returns this request with another offset.
     *
     * @param newOffset rows to skip
     * @return the new request
     */
    public PageRequest withOffset(int newOffset) {
        return new PageRequest(limit, newOffset, sortBy, sortOrder);
    }

    /**
     * Returns this request sorted, largest first.
     *
     * @param column column to sort by, or {@code null} for the method's own order
     * @return the new request
     */
    public PageRequest sortedBy(@Nullable String column) {
        return sortedBy(column, SortOrder.DESC);
    }

    /**
     * Returns this request sorted.
     *
     * @param column column to sort by, or {@code null} for the method's own order
     * @param order direction
     * @return the new request
     */
    public PageRequest sortedBy(@Nullable String column, SortOrder order) {
        return new PageRequest(limit, offset, column, order);
    }
}
