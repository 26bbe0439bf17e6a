package io.synthlab.persistence.internal.query;

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
