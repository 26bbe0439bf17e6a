package io.synthlab.persistence.model.research;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.error.UnreadableRowException;
import io.synthlab.persistence.model.EntityFields;
import io.synthlab.persistence.research.ExecutionStatus;
import io.synthlab.persistence.research.NewExecution;
import io.synthlab.persistence.research.ResearchExecutionDetail;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResearchExecutionEntityTest {
    private static final Instant STARTED = Instant.parse("2026-01-02T03:04:05.000006Z");
    private static final NewExecution BARE = NewExecution.of("b1", "checkout", 3);

    @Test
    void given_a_batch_with_all_parts_then_every_column_survives_a_round_trip() throws Exception {
        NewExecution full =
                new NewExecution("b1", "checkout", 3, "m1", 9, ExecutionStatus.FAILED, "exp_12345678", "context");
        ResearchExecutionEntity row = ResearchExecutionEntity.of(full, STARTED);
        assertEquals(List.of("completedAt"), EntityFields.nulls(row));
        EntityFields.with(row, "completedAt", "2026-01-02T03:05:05+00:00");
        EntityFields.with(row, "successfulCount", 2);
        EntityFields.with(row, "failedCount", 1);
        assertEquals(
                new ResearchExecutionDetail(
                        "b1",
                        "exp_12345678",
                        "checkout",
                        ExecutionStatus.FAILED,
                        3,
                        STARTED,
                        Instant.parse("2026-01-02T03:05:05Z"),
                        2,
                        1,
                        "m1",
                        9,
                        true,
                        false),
                row.toRecord(ZoneOffset.UTC, true, false));
    }

    @Test
    void given_a_batch_without_optional_parts_then_their_columns_are_null_and_stay_so() throws Exception {
        ResearchExecutionEntity row = ResearchExecutionEntity.of(BARE, STARTED);
        assertEquals(List.of("experimentId", "completedAt", "additionalContext"), EntityFields.nulls(row));
        ResearchExecutionDetail read = row.toRecord(ZoneOffset.UTC, false, true);
        assertEquals(BARE.startedAt(STARTED), read.summary());
        assertFalse(read.summaryAvailable());
        assertTrue(read.prfaqAvailable());
    }

    @Test
    void given_a_row_of_an_old_file_then_nothing_and_zero_read_as_defaults() throws Exception {
        ResearchExecutionDetail expected =
                ResearchExecutionEntity.of(BARE, STARTED).toRecord(ZoneOffset.UTC, false, false);
        ResearchExecutionEntity row = ResearchExecutionEntity.of(BARE, STARTED);
        for (String column : List.of("successfulCount", "failedCount", "model", "maxTurns")) {
            EntityFields.with(row, column, null);
        }
        assertEquals(expected, row.toRecord(ZoneOffset.UTC, false, false));
        EntityFields.with(row, "model", "");
        EntityFields.with(row, "maxTurns", 0);
        assertEquals(expected, row.toRecord(ZoneOffset.UTC, false, false));
    }

    @Test
    void given_a_time_without_zone_then_the_configured_zone_decides() throws Exception {
        ResearchExecutionEntity row =
                EntityFields.with(ResearchExecutionEntity.of(BARE, STARTED), "startedAt", "2026-01-02T03:04:05");
        assertEquals(
                Instant.parse("2026-01-02T06:04:05Z"),
                row.toRecord(ZoneId.of("America/Sao_Paulo"), false, false).startedAt());
    }

    @Test
    void given_a_state_or_time_that_cannot_be_read_then_table_key_and_column_are_named() throws Exception {
        assertUnreadable("status", "paused");
        assertUnreadable("started_at", "yesterday");
    }

    private static void assertUnreadable(String column, String stored) throws Exception {
        String field = column.equals("status") ? column : "startedAt";
        ResearchExecutionEntity row = EntityFields.with(ResearchExecutionEntity.of(BARE, STARTED), field, stored);
        UnreadableRowException error =
                assertThrows(UnreadableRowException.class, () -> row.toRecord(ZoneOffset.UTC, false, false));
        assertEquals("research_executions", error.table());
        assertEquals("exec_id=b1", error.key());
        assertTrue(error.getMessage().contains(column));
        assertFalse(error.getMessage().contains(stored));
    }
}
