package io.synthlab.persistence.model.exploration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.error.UnreadableRowException;
import io.synthlab.persistence.exploration.NodeStatus;
import io.synthlab.persistence.exploration.ScenarioNode;
import io.synthlab.persistence.exploration.ScorecardParams;
import io.synthlab.persistence.exploration.SimulationResults;
import io.synthlab.persistence.model.EntityFields;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScenarioNodeEntityTest {
    private static final Instant CREATED = Instant.parse("2026-01-02T03:04:05.000006Z");
    private static final ScenarioNode ROOT = ScenarioNode.root(
            "node_0000000a", "expl_0000000a", ScorecardParams.of(0.39999999999999997, 0, 1, 0.25), CREATED);

    @Test
    void given_a_node_with_all_parts_then_every_column_survives_a_round_trip() throws Exception {
        ScenarioNode full = ROOT.child("node_0000000b", ROOT.scorecardParams(), CREATED.plusSeconds(1))
                .withAction("One tap", "flow", "Fewer steps", "tap")
                .withSimulation(SimulationResults.of(0.412, 0.301, 0.287), 1.5)
                .withStatus(NodeStatus.EXPANSION_FAILED);
        ScenarioNodeEntity row = ScenarioNodeEntity.of(full);
        assertEquals(List.of(), EntityFields.nulls(row));
        assertEquals(full, row.toRecord(ZoneOffset.UTC));
    }

    @Test
    void given_a_node_without_optional_parts_then_their_columns_are_null_and_stay_so() throws Exception {
        ScenarioNodeEntity row = ScenarioNodeEntity.of(ROOT);
        assertEquals(
                List.of(
                        "parentId",
                        "actionApplied",
                        "actionCategory",
                        "rationale",
                        "shortAction",
                        "simulationResults",
                        "executionTimeSeconds"),
                EntityFields.nulls(row));
        assertEquals(ROOT, row.toRecord(ZoneOffset.UTC));
    }

    @Test
    void given_json_null_as_results_then_there_are_none() throws Exception {
        ScenarioNodeEntity row = EntityFields.with(ScenarioNodeEntity.of(ROOT), "simulationResults", "null");
        assertNull(row.toRecord(ZoneOffset.UTC).simulationResults());
    }

    @Test
    void given_columns_that_cannot_be_read_then_table_key_and_column_are_named() throws Exception {
        assertUnreadable("scorecardParams", "{}", "scorecard_params.complexity");
        assertUnreadable("simulationResults", "\"secret\"", "simulation_results must be a JSON object");
        assertUnreadable("nodeStatus", "secret", "scenario_nodes.node_status");
        assertUnreadable("createdAt", "secret", "created_at");
    }

    private static void assertUnreadable(String field, String stored, String named) throws Exception {
        ScenarioNodeEntity row = EntityFields.with(ScenarioNodeEntity.of(ROOT), field, stored);
        UnreadableRowException error = assertThrows(UnreadableRowException.class, () -> row.toRecord(ZoneOffset.UTC));
        assertEquals("scenario_nodes", error.table());
        assertEquals("id=node_0000000a", error.key());
        assertTrue(error.getMessage().contains(named), error::getMessage);
        assertFalse(error.getMessage().contains("secret"));
    }
}
