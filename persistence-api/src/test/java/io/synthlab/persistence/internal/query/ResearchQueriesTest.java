package io.synthlab.persistence.internal.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.SortOrder;
import io.synthlab.persistence.error.InvalidRequestException;
import io.synthlab.persistence.error.UnreadableRowException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResearchQueriesTest {
    private static final PageRequest FIRST = PageRequest.first();

    @Test
    void everyOrderEndsWithTheKey() {
        assertEquals(
                "r.started_at DESC, r.exec_id ASC",
                ResearchQueries.EXECUTIONS.orderOf(FIRST).toSql("r"));
        assertEquals(
                "r.maxTurns ASC NULLS FIRST, r.execId ASC",
                ResearchQueries.EXECUTIONS
                        .orderOf(FIRST.sortedBy("max_turns", SortOrder.ASC))
                        .toHql("r"));
        assertEquals(
                "t.synth_id ASC", ResearchQueries.TRANSCRIPTS.orderOf(FIRST).toSql("t"));
        assertEquals(
                "t.timestamp DESC, t.synth_id ASC",
                ResearchQueries.TRANSCRIPTS.orderOf(FIRST.sortedBy("timestamp")).toSql("t"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "messages"})
    void transcriptsAreNotSortedByWhatDatabasesOrderDifferently(String column) {
        assertThrows(InvalidRequestException.class, () -> ResearchQueries.TRANSCRIPTS.orderOf(FIRST.sortedBy(column)));
    }

    @Test
    void transcriptIdsAreAsLongAsThoseThatOldRowsGet() {
        assertTrue(ResearchQueries.newTranscriptId().matches("tra_[a-f0-9]{32}"));
        assertNotEquals(ResearchQueries.newTranscriptId(), ResearchQueries.newTranscriptId());
    }

    @Test
    void noIdsAreNothingToAsk() {
        assertEquals(List.of(), ResearchQueries.ids(null).texts());
        assertEquals(
                List.of("b1"), ResearchQueries.ids(List.of("b1", "\0", "b1")).texts());
    }

    @Test
    void turnsBeyond32BitsNameTheBatch() {
        assertEquals(Integer.MAX_VALUE, ResearchQueries.totalTurns("b1", Integer.MAX_VALUE));
        UnreadableRowException refusal = assertThrows(
                UnreadableRowException.class, () -> ResearchQueries.totalTurns("b1", Integer.MAX_VALUE + 1L));
        assertEquals("exec_id=b1", refusal.key());
    }
}
