package io.synthlab.persistence.cli.cells;

import io.synthlab.persistence.Page;
import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.SortOrder;
import java.util.List;
import java.util.function.Function;

/** Lists asked for in all the ways a caller can. */
final class Pages {
    private static final int SIZE = 50;
    private static final int MOST_PAGES = 5;

    private Pages() {}

    /** Asks for the pages of the method's own order, and for one page past the end. */
    static void askAll(Script script, String label, Function<PageRequest, Page<?>> list) {
        for (int page = 0; page < MOST_PAGES; page++) {
            PageRequest request = PageRequest.of(SIZE, page * SIZE);
            script.ask(label + " page " + page, () -> list.apply(request));
        }
        script.ask(label + " past the end", () -> list.apply(PageRequest.of(SIZE, 1_000_000)));
    }

    /** Asks for a page in both directions of each column, and for a column there is not. */
    static void askSorted(Script script, String label, List<String> columns, Function<PageRequest, Page<?>> list) {
        for (String column : columns) {
            for (SortOrder order : SortOrder.values()) {
                PageRequest request = PageRequest.of(SIZE, 1).sortedBy(column, order);
                script.ask(label + " by " + column + " " + order, () -> list.apply(request));
            }
        }
        script.ask(label + " by nosuch", () -> list.apply(PageRequest.first().sortedBy("nosuch")));
    }
}
