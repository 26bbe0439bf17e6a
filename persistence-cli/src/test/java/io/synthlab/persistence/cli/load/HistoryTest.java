package io.synthlab.persistence.cli.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The checker finds what it is for. */
class HistoryTest {
    private static History history() {
        History history = new History();
        history.done("a", List.of());
        history.done("b", List.of("a"));
        history.done("x", List.of());
        history.refused("c");
        return history;
    }

    @Test
    void aHistoryInOrderIsAccepted() {
        assertEquals(List.of(), history().violations(List.of(List.of("a", "b"), List.of("x"))));
        assertEquals(3, history().size());
    }

    @Test
    void aLostUpdateIsFound() {
        assertEquals(List.of("b is lost"), history().violations(List.of(List.of("a"), List.of("x"))));
        History overwritten = history();
        overwritten.done("d", List.of("a")); // read before b was written, written after it
        assertEquals(List.of("b is lost"), overwritten.violations(List.of(List.of("a", "d"), List.of("x"))));
        assertEquals(
                List.of("d was written upon a list that is not what stands before it"),
                overwritten.violations(List.of(List.of("a", "b", "d"), List.of("x"))));
    }

    @Test
    void whatIsDoubledRefusedOrUnknownIsFound() {
        assertEquals(
                List.of("b is doubled", "b was written upon a list that is not what stands before it"),
                history().violations(List.of(List.of("a", "b", "b"), List.of("x"))));
        assertEquals(
                List.of("c was refused and is there", "z comes from nowhere"),
                history().violations(List.of(List.of("a", "b", "c", "z"), List.of("x"))));
    }
}
