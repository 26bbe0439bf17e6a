package io.synthlab.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.error.ValidationException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
    /** Contract case 1. */
    @Test
    void firstHasTheDefaults() {
        assertEquals(new PageRequest(50, 0, null, SortOrder.DESC), PageRequest.first());
    }

    /** Contract case 2. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, limit must be 1-200 but was 0",
        "201, 0, limit must be 1-200 but was 201",
        "-1, 0, limit must be 1-200 but was -1",
        "1, -1, offset must be 0 or more but was -1"
    })
    void refusesValuesOutOfRange(int limit, int offset, String message) {
        assertEquals(
                message,
                assertThrows(ValidationException.class, () -> PageRequest.of(limit, offset))
                        .getMessage());
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "200, 2147483647"})
    void acceptsTheBounds(int limit, int offset) {
        PageRequest request = PageRequest.of(limit, offset);
        assertEquals(limit, request.limit());
        assertEquals(offset, request.offset());
    }

    @Test
    void changesOnePartAtATime() {
        PageRequest request = PageRequest.first().withLimit(7).withOffset(14).sortedBy("nome", SortOrder.ASC);
        assertEquals(new PageRequest(7, 14, "nome", SortOrder.ASC), request);
        assertEquals(SortOrder.DESC, request.sortedBy("nome").sortOrder());
        assertThrows(ValidationException.class, () -> request.withLimit(0));
        assertThrows(ValidationException.class, () -> request.withOffset(-1));
    }

    /** Contract case 3. */
    @ParameterizedTest
    @CsvSource({"0, true", "10, true", "15, false", "20, false", "100, false"})
    void tellsWhetherMoreFollows(int offset, boolean hasNext) {
        assertEquals(hasNext, new Page<>(List.of(), 25, PageRequest.of(10, offset)).hasNext());
    }

    @Test
    void tellsWhetherMoreFollowsBeyondTheRangeOfInt() {
        PageRequest last = PageRequest.of(200, Integer.MAX_VALUE);
        assertTrue(new Page<>(List.of(), Integer.MAX_VALUE + 201L, last).hasNext());
    }

    @Test
    void copiesItsItems() {
        List<String> items = new ArrayList<>(List.of("a"));
        Page<String> page = new Page<>(items, 1, PageRequest.first());
        items.clear();
        assertEquals(List.of("a"), page.items());
        assertThrows(UnsupportedOperationException.class, () -> page.items().add("b"));
    }

    @Test
    void readsSortOrders() {
        assertEquals(SortOrder.ASC, SortOrder.parse("asc"));
        assertEquals(SortOrder.DESC, SortOrder.parse("desc"));
        assertEquals("asc", SortOrder.ASC.text());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"DESC", "Asc", "", " asc"})
    void refusesOtherSortOrders(String text) {
        assertThrows(ValidationException.class, () -> SortOrder.parse(text));
    }
}
