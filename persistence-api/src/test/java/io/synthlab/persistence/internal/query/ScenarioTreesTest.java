package io.synthlab.persistence.internal.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.synthlab.persistence.error.UnreadableRowException;
import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.exploration.NodeStatus;
import io.synthlab.persistence.exploration.ScenarioNode;
import io.synthlab.persistence.exploration.ScorecardParams;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScenarioTreesTest {
    private static ScenarioNode node(String id, @Nullable String parentId, int depth) {
        return new ScenarioNode(
                id,
                "expl_0000000e",
                parentId,
                depth,
                null,
                null,
                null,
                null,
                new ScorecardParams(0, 0, 0, 0),
                null,
                null,
                NodeStatus.ACTIVE,
                Instant.EPOCH);
    }

    private static List<String> path(String targetId, ScenarioNode... walk) {
        return ScenarioTrees.path(targetId, List.of(walk)).stream()
                .map(ScenarioNode::id)
                .toList();
    }

    @Test
    void aPathRunsFromTheRootToTheTarget() {
        assertEquals(List.of("a", "b", "c"), path("c", node("b", "a", 1), node("c", "b", 2), node("a", null, 0)));
        assertEquals(List.of(), path("c"));
    }

    @Test
    void depthGoesFirstAndAncestorsBeforeDescendants() {
        assertEquals(List.of("b", "c", "a"), path("c", node("c", "b", 1), node("b", "a", 1), node("a", null, 5)));
    }

    @Test
    void aMissingParentEndsThePath() {
        assertEquals(List.of("b"), path("b", node("b", "gone", 3)));
    }

    @Test
    void aCycleIsAnErrorOfTheNodeTheWalkComesBackTo() {
        UnreadableRowException error = assertThrows(
                UnreadableRowException.class,
                () -> path("d", node("d", "c", 3), node("c", "b", 2), node("b", "a", 1), node("a", "c", 0)));
        assertEquals("scenario_nodes", error.table());
        assertEquals("id=c", error.key());
        assertThrows(UnreadableRowException.class, () -> path("a", node("a", "a", 1)));
    }

    @Test
    void aNodeThatWasNotStoredHasAParentElsewhere() {
        ScenarioTrees.requireStored(true);
        assertThrows(ValidationException.class, () -> ScenarioTrees.requireStored(false));
    }

    @Test
    void countsNameEveryStatusInOrder() {
        Map<NodeStatus, Long> counts = ScenarioTrees.complete(Map.of(NodeStatus.WINNER, 2L));
        assertEquals(List.of(NodeStatus.values()), List.copyOf(counts.keySet()));
        assertEquals(List.of(0L, 0L, 2L, 0L), List.copyOf(counts.values()));
    }
}
