package io.synthlab.persistence;

import java.util.List;

/**
 * Part of a longer list, for methods that take limit and offset as plain numbers of any size.
 *
 * @param <T> what is listed
 * @param items the part, in the method's order; never {@code null}
 * @param total rows over all parts, from the same snapshot as the items
 */
public record CountedList<T>(List<T> items, long total) {
    /** Copies the items. */
    public CountedList {
        items = List.copyOf(items);
    }
}
