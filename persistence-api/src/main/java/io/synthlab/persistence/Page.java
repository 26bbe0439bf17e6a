package io.synthlab.persistence;

import java.util.List;
import java.util.Objects;

/**
 * One page of a longer result; items and total come from one snapshot of the database.
 *
 * @param <T> what is listed
 * @param items rows of this page, in the method's documented total order
 * @param total rows over all pages, not on this one
 * @param request what was asked for
 */
public record Page<T>(List<T> items, long total, PageRequest request) {
    /** Copies the items. */
    public Page {
        items = List.copyOf(items);
        Objects.requireNonNull(request, "request");
    }

    /** Returns whether rows follow after this page. */
    public boolean hasNext() {
        return (long) request.offset() + request.limit() < total;
    }
}
