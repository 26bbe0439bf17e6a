package io.synthlab.persistence.internal.query;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.error.UnreadableRowException;
import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.exploration.NodeStatus;
import io.synthlab.persistence.exploration.ScenarioNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decisions about trees of scenario nodes that need no database. */
public final class ScenarioTrees {
    /**
     * Last part of {@code INSERT … SELECT} for a node with a parent: what goes into {@code parent_id}, and the condition.
     * Parameters are parent, exploration, exploration, parent.
     *
     * <p>It is the parent if that belongs to the exploration; no row at all if it belongs to another one; and otherwise a
     * parent that cannot exist, so that the foreign key refuses a node whose parent or exploration is unknown to this
     * statement, even if another caller has brought it since.
     */
    public static final String PARENT_IN_SAME_EXPLORATION = """
            coalesce((SELECT p.id FROM scenario_nodes p WHERE p.id = ? AND p.exploration_id = ?), '')
             WHERE NOT EXISTS (
                   SELECT 1
                     FROM scenario_nodes p
                     JOIN explorations e ON e.id = ?
                    WHERE p.id = ? AND p.exploration_id <> e.id)
            """;

    private static final String TABLE = "scenario_nodes";

    private ScenarioTrees() {}

    /**
     * Puts the nodes of one walk in the order of a path.
     *
     * @param targetId where the walk began
     * @param walk the node, its parent, that one's parent and so on, each once, in any order
     * @return the nodes by depth, those of equal depth from the root down
     * @throws UnreadableRowException if the walk comes back to a node it has passed; names that node
     */
    public static List<ScenarioNode> path(String targetId, List<ScenarioNode> walk) {
        Map<String, ScenarioNode> ahead = new HashMap<>();
        walk.forEach(node -> ahead.put(node.id(), node));
        List<ScenarioNode> path = new ArrayList<>();
        @Nullable String next = targetId;
        while (next != null && ahead.containsKey(next)) {
            ScenarioNode node = ahead.remove(next);
            path.add(node);
            next = node.parentId();
        }
        requireEnd(next, path);
        Collections.reverse(path);
        path.sort(Comparator.comparingInt(ScenarioNode::depth)); // stable
        return List.copyOf(path);
    }

    /** The walk ended well unless the next node is one it has passed: one that is missing ends it, too. */
    private static void requireEnd(@Nullable String next, List<ScenarioNode> passed) {
        if (passed.stream().anyMatch(node -> node.id().equals(next))) {
            throw new UnreadableRowException(
                    TABLE,
                    "id=" + next,
                    "this node is among its own ancestors; correct parent_id in the database",
                    null);
        }
    }

    /**
     * Returns the success rate of a node as a number, NULL if its results hold none; a text is none.
     *
     * @param kind which database
     * @return SQL on the columns of {@code scenario_nodes}
     */
    public static String successRate(DatabaseKind kind) {
        return kind == DatabaseKind.POSTGRESQL
                ? "CASE WHEN jsonb_typeof(simulation_results -> 'success_rate') = 'number'"
                        + " THEN CAST(simulation_results -> 'success_rate' AS numeric) END"
                : "CASE WHEN json_type(simulation_results, '$.success_rate') IN ('integer', 'real')"
                        + " THEN json_extract(simulation_results, '$.success_rate') END";
    }

    /**
     * Checks that a node with a parent was stored.
     *
     * @param stored whether it was; not so if the parent belongs to another exploration
     * @throws ValidationException if it was not
     */
    public static void requireStored(boolean stored) {
        if (!stored) {
            throw new ValidationException("scenario_nodes.parent_id must name a node of the same exploration");
        }
    }

    /**
     * Completes counts with the statuses that no node has.
     *
     * @param counted status to number of nodes
     * @return every status, in the order of the enum; cannot be changed
     */
    public static Map<NodeStatus, Long> complete(Map<NodeStatus, Long> counted) {
        Map<NodeStatus, Long> all = new EnumMap<>(NodeStatus.class);
        for (NodeStatus status : NodeStatus.values()) {
            all.put(status, counted.getOrDefault(status, 0L));
        }
        return Collections.unmodifiableMap(all);
    }
}
