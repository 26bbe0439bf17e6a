package io.synthlab.persistence.internal.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.analysis.OutcomeDraft;
import io.synthlab.persistence.internal.id.DerivedIds;
import io.synthlab.persistence.internal.row.OutcomeRow;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeQueriesTest {
    private static final String A1 = "ana_00000001";

    @ParameterizedTest
    @ValueSource(strings = {"abc123", "", "ABC-9", "é\n"})
    void anIdOfAPairIsTakenApart(String synthId) {
        for (String analysisId : List.of(A1, "ana_T_b", "x", "")) {
            assertEquals(
                    new OutcomeQueries.Pair(analysisId, synthId),
                    OutcomeQueries.pair(DerivedIds.outcome(analysisId, synthId, 0)));
            assertTrue(new OutcomeQueries.Pair(analysisId, synthId).readsAs(analysisId + "_" + synthId));
        }
    }

    @Test
    void anIdOfNoPairIsNotWhatItsPairReadsAs() {
        for (String id : List.of("abc", "", "ana")) {
            assertFalse(OutcomeQueries.pair(id).readsAs(id), id);
        }
    }

    @Test
    void onlyAHashIsLookedForAsOne() {
        assertTrue(OutcomeQueries.isHash(DerivedIds.outcome(A1, "a_b", 0)));
        assertFalse(OutcomeQueries.isHash(DerivedIds.outcome(A1, "ab", 0)));
        assertFalse(OutcomeQueries.isHash("out_0123abcd"));
    }

    @Test
    void theBoundsHoldTheIdsOfOneAnalysis() {
        String[] bounds = OutcomeQueries.idBounds(A1);
        for (String synthId : List.of("", "0", "zzz", "\uffff", "_")) {
            String id = A1 + "_" + synthId;
            assertTrue(id.compareTo(bounds[0]) >= 0 && id.compareTo(bounds[1]) < 0, id);
        }
        for (String other : List.of(A1, "ana_00000000_z", "ana_00000002_a", "out_00000001")) {
            assertTrue(other.compareTo(bounds[0]) < 0 || other.compareTo(bounds[1]) >= 0, other);
        }
    }

    @Test
    void theLastDraftOfASynthIsStoredAndRowsAreSorted() {
        List<OutcomeRow> rows = OutcomeQueries.rows(
                A1,
                List.of(
                        OutcomeDraft.of("b", 0, 0, 1, null),
                        OutcomeDraft.of("a", 0, 1, 0, null),
                        OutcomeDraft.of("b", 1, 0, 0, null)));
        assertEquals(
                List.of(
                        new OutcomeRow("ana_00000001_a", A1, "a", 0, 1, 0, null),
                        new OutcomeRow("ana_00000001_b", A1, "b", 1, 0, 0, null)),
                rows);
    }

    @Test
    void rowsAreCutIntoParts() {
        OutcomeRow row = new OutcomeRow("i", A1, "a", 0, 1, 0, null);
        assertEquals(List.of(), OutcomeQueries.chunks(List.of()));
        assertEquals(List.of(10_000), sizes(Collections.nCopies(10_000, row)));
        assertEquals(List.of(10_000, 10_000, 1), sizes(Collections.nCopies(20_001, row)));
    }

    private static List<Integer> sizes(List<OutcomeRow> rows) {
        return OutcomeQueries.chunks(rows).stream().map(List::size).toList();
    }
}
