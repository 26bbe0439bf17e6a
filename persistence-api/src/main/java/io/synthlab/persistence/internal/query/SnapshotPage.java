package io.synthlab.persistence.internal.query;

import io.synthlab.persistence.Page;
import io.synthlab.persistence.PageRequest;
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
        long total = 0;
        for (int reads = 0; reads < MOST_READS; reads++) {
            List<Row<T>> page = rows.get();
            if (!page.isEmpty()) {
                List<T> items = page.stream().map(Row::item).toList();
                return new Page<>(items, page.get(0).total(), request);
            }
            total = count.getAsLong();
            if (total <= request.offset()) {
                break;
            }
        }
        return new Page<>(List.of(), total, request);
    }
}
