package io.synthlab.persistence.internal.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.synthlab.persistence.Page;
import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.internal.query.SnapshotPage.Row;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class SnapshotPageTest {
    private static final PageRequest REQUEST = PageRequest.of(2, 4);
    private static final LongSupplier NEVER = () -> {
        throw new AssertionError("the rows carry the total; nothing is to be counted");
    };

    private static <T> Supplier<T> oneAfterTheOther(List<T> answers) {
        Iterator<T> iterator = answers.iterator();
        return iterator::next;
    }

    @Test
    void takesTheTotalFromTheRows() {
        Page<String> page = SnapshotPage.read(REQUEST, () -> List.of(new Row<>("e", 6), new Row<>("f", 6)), NEVER);
        assertEquals(new Page<>(List.of("e", "f"), 6, REQUEST), page);
    }

    @Test
    void countsWhenThePageIsEmpty() {
        assertEquals(new Page<String>(List.of(), 4, REQUEST), SnapshotPage.read(REQUEST, List::of, () -> 4));
        assertEquals(
                new Page<String>(List.of(), 0, PageRequest.first()),
                SnapshotPage.read(PageRequest.first(), List::of, () -> 0));
    }

    @Test
    void readsAgainWhenRowsHaveAppearedBeforeTheCount() {
        Supplier<List<Row<String>>> rows = oneAfterTheOther(List.of(List.of(), List.of(new Row<>("e", 5))));
        assertEquals(new Page<>(List.of("e"), 5, REQUEST), SnapshotPage.read(REQUEST, rows, () -> 5));
    }

    @Test
    void endsWhenRowsVanishAgain() {
        Supplier<Long> counts = oneAfterTheOther(List.of(5L, 3L));
        assertEquals(new Page<String>(List.of(), 3, REQUEST), SnapshotPage.read(REQUEST, List::of, counts::get));
    }
}
