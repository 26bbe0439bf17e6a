package io.synthlab.persistence.internal.query;

import io.synthlab.persistence.CountedList;
import io.synthlab.persistence.Page;
import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.error.InvalidRequestException;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Reads a page and its total from one snapshot, at any isolation.
 *
 * <p>The page statement carries the total in each row, so rows and total agree. An empty page carries none: then the
 * total is counted, and if that shows that rows have appeared, the page is read again. An empty page together with a
 * total at or below its offset is what the moment of the count looks like.
 */
public final class SnapshotPage {
    /** Rows keep appearing and vanishing under the reader: no database at rest gets here. */
    private static final int MOST_READS = 10;

    private SnapshotPage() {}

    /**
     * A row of the page statement.
     *
     * @param <T> what is listed
     * @param item the row
     * @param total rows over all pages
     */
    public record Row<T>(T item, long total) {}

    /**
     * Reads a page.
     *
     * @param <T> what is listed
     * @param request limit and offset
     * @param rows runs the page statement
     * @param count counts all rows
     * @return the page
     */
    public static <T> Page<T> read(PageRequest request, Supplier<List<Row<T>>> rows, LongSupplier count) {
        CountedList<T> page = read(request.limit(), request.offset(), rows, count);
        return new Page<>(page.items(), page.total(), request);
    }

    /**
     * Reads a part of a list.
     *
     * @param <T> what is listed
     * @param limit rows at most, 0 or more
     * @param offset rows to skip, 0 or more
     * @param rows runs the page statement; not run for a limit of 0
     * @param count counts all rows
     * @return the part
     * @throws InvalidRequestException if a number is negative
     */
    public static <T> CountedList<T> read(int limit, int offset, Supplier<List<Row<T>>> rows, LongSupplier count) {
        requireNotNegative(limit, "limit");
        requireNotNegative(offset, "offset");
        if (limit == 0) {
            return new CountedList<>(List.of(), count.getAsLong());
        }
        long total = 0;
        for (int reads = 0; reads < MOST_READS; reads++) {
            List<Row<T>> page = rows.get();
            if (!page.isEmpty()) {
                return new CountedList<>(
                        page.stream().map(Row::item).toList(), page.get(0).total());
            }
            total = count.getAsLong();
            if (total <= offset) {
                break;
            }
        }
        return new CountedList<>(List.of(), total);
    }

    /**
     * Refuses a negative number.
     *
     * @param value the number
     * @param parameter its name
     * @throws InvalidRequestException if it is negative
     */
    public static void requireNotNegative(int value, String parameter) {
        if (value < 0) {
            throw new InvalidRequestException(parameter + " must be 0 or more but was " + value);
        }
    }
}
