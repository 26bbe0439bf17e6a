package io.synthlab.persistence.model.exploration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.error.UnreadableRowException;
import io.synthlab.persistence.exploration.Exploration;
import io.synthlab.persistence.exploration.ExplorationConfig;
import io.synthlab.persistence.exploration.ExplorationStatus;
import io.synthlab.persistence.exploration.Goal;
import io.synthlab.persistence.model.EntityFields;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplorationEntityTest {
    private static final Instant STARTED = Instant.parse("2026-01-02T03:04:05.000006Z");
    private static final Exploration BARE =
            Exploration.of("expl_0000000a", "exp_0000000a", "ana_0000000a", Goal.of(0.4), STARTED);

    @Test
    void given_an_exploration_with_all_parts_then_every_column_survives_a_round_trip() throws Exception {
        Exploration full = new Exploration(
                "expl_0000000a",
                "exp_0000000a",
                "ana_0000000a",
                Goal.of(0.6000000000000001),
                new ExplorationConfig(1, 2, 3, 40, 0.25, -6L),
                ExplorationStatus.NO_VIABLE_PATHS,
                4,
                5,
                6,
                0.75,
                STARTED,
                STARTED.plusSeconds(1));
        ExplorationEntity row = ExplorationEntity.of(full);
        assertEquals(List.of(), EntityFields.nulls(row));
        assertEquals(full, row.toRecord(ZoneOffset.UTC));
    }

    @Test
    void given_an_exploration_without_optional_parts_then_their_columns_are_null_and_stay_so() throws Exception {
        ExplorationEntity row = ExplorationEntity.of(BARE);
        assertEquals(List.of("bestSuccessRate", "completedAt"), EntityFields.nulls(row));
        assertEquals(BARE, row.toRecord(ZoneOffset.UTC));
    }

    @Test
    void given_a_timestamp_without_zone_then_the_configured_zone_decides() throws Exception {
        ExplorationEntity row = EntityFields.with(ExplorationEntity.of(BARE), "completedAt", "2026-01-02T03:04:05");
        assertEquals(
                Instant.parse("2026-01-02T06:04:05Z"),
                row.toRecord(ZoneId.of("America/Sao_Paulo")).completedAt());
    }

    @Test
    void given_columns_that_cannot_be_read_then_table_key_and_column_are_named() throws Exception {
        assertUnreadable("goal", "[]", "goal must be a JSON object");
        assertUnreadable("config", "{\"beam_width\":\"secret\"}", "config.beam_width");
        assertUnreadable("status", "secret", "explorations.status");
        assertUnreadable("startedAt", "secret", "started_at");
    }

    private static void assertUnreadable(String field, String stored, String named) throws Exception {
        ExplorationEntity row = EntityFields.with(ExplorationEntity.of(BARE), field, stored);
        UnreadableRowException error = assertThrows(UnreadableRowException.class, () -> row.toRecord(ZoneOffset.UTC));
        assertEquals("explorations", error.table());
        assertEquals("id=expl_0000000a", error.key());
        assertTrue(error.getMessage().contains(named), error::getMessage);
        assertFalse(error.getMessage().contains("secret"));
    }
}
