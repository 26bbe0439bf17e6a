package io.synthlab.persistence.exploration;

import io.synthlab.persistence.Reads;
import io.synthlab.persistence.Writes;
import io.synthlab.persistence.error.ConstraintViolationException;
import io.synthlab.persistence.error.UnreadableRowException;
import io.synthlab.persistence.error.ValidationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Stores explorations and the trees of their nodes. Every method joins the caller's unit of work and is one by itself
 * otherwise; none returns {@code null}.
 *
 * <p>Decisions that hold for all methods:
 *
 * <ul>
 *   <li>Ids to look for may be of any form; one that no row can have finds nothing.
 *   <li>One row of a list that cannot be read is an {@link UnreadableRowException} that names it; a stored value that is
 *       out of range, an unknown key and a JSON null in place of results (no results) are read.
 *   <li>Times sort as the text that is stored, and every order ends with the id.
 *   <li>Updates return whether there was a row to change. The original returned its argument, also when there was none.
 *   <li>Lists have no limit: an exploration makes at most 100 model calls of a handful of nodes each, and its tree is
 *       only of use as a whole.
 *   <li>That an exploration has one root and at most one winner is not enforced, neither here nor by the schema: nodes
 *       of old files may break it, and a partial unique index would then refuse the whole file. {@link #findRootNode}
 *       and {@link #findWinnerNode} choose among several by a total order.
 *   <li>There is no version column. To keep an update from overwriting that of another caller, name the status that is
 *       expected.
 * </ul>
 */
public interface ExplorationRepository {
    /**
     * Stores a new exploration (original: {@code create_exploration}).
     *
     * @param exploration what to store
     * @return the argument
     * @throws ValidationException if it breaks a rule
     * @throws ConstraintViolationException of kind UNIQUE if the id exists, FOREIGN_KEY if there is no such experiment
     *     or analysis
     */
    @Writes
    Exploration createExploration(Exploration exploration);

    /**
     * Finds an exploration (original: {@code get_exploration_by_id}).
     *
     * @param explorationId its id
     * @return the exploration, empty if there is none
     * @throws UnreadableRowException if its goal lacks a value, or anything else cannot be read
     */
    @Reads
    Optional<Exploration> findExplorationById(String explorationId);

    /**
     * Writes goal, configuration, status, the three counters, the best rate and the time of completion, {@code null}
     * included; experiment, analysis and start stay as they are (original: {@code update_exploration}).
     *
     * @param exploration what to write
     * @return whether there is such an exploration
     * @throws ValidationException if a value breaks a rule, be it one that is not written; nothing is changed
     */
    @Writes
    boolean updateExploration(Exploration exploration);

    /**
     * Does the same unless the status is no longer the one the caller knows. Of several callers who leave that status
     * at once exactly one gets {@code true}.
     *
     * @param exploration what to write
     * @param expectedStatus status the stored exploration must have
     * @return whether there is such an exploration in that status
     * @throws ValidationException if a value breaks a rule, be it one that is not written; nothing is changed
     */
    @Writes
    boolean updateExploration(Exploration exploration, ExplorationStatus expectedStatus);

    /**
     * Lists the explorations of an experiment, newest start first, then by id (original: {@code
     * list_explorations_by_experiment}).
     *
     * @param experimentId the experiment
     * @return its explorations; none if there is no such experiment
     */
    @Reads
    List<Exploration> listExplorationsByExperiment(String experimentId);

    /**
     * Stores a new node (original: {@code create_node}). The counters of its exploration are not touched.
     *
     * <p>A parent has to be another node of the same exploration; that is part of the one statement that stores the
     * node, so that no other caller can come in between.
     *
     * @param node what to store
     * @return the argument
     * @throws ValidationException if it breaks a rule, or if its parent belongs to another exploration; nothing is
     *     stored
     * @throws ConstraintViolationException of kind UNIQUE if the id exists, FOREIGN_KEY if there is no such exploration
     *     or parent
     */
    @Writes
    ScenarioNode createNode(ScenarioNode node);

    /**
     * Finds a node (original: {@code get_node_by_id}).
     *
     * @param nodeId its id
     * @return the node, empty if there is none
     */
    @Reads
    Optional<ScenarioNode> findNodeById(String nodeId);

    /**
     * Writes scores, results, duration and status of a node, {@code null} included; everything else stays as it is
     * (original: {@code update_node}).
     *
     * @param node what to write
     * @return whether there is such a node
     * @throws ValidationException if a value breaks a rule, be it one that is not written; nothing is changed
     */
    @Writes
    boolean updateNode(ScenarioNode node);

    /**
     * Writes the status of a node (original: {@code update_node_status}).
     *
     * @param nodeId its id
     * @param status the new status
     * @return whether there is such a node
     */
    @Writes
    boolean updateNodeStatus(String nodeId, NodeStatus status);

    /**
     * Does the same unless the status is no longer the one the caller knows. Of several callers who leave that status
     * at once exactly one gets {@code true}.
     *
     * @param nodeId its id
     * @param expectedStatus status the node must have
     * @param status the new status
     * @return whether there is such a node in that status
     */
    @Writes
    boolean updateNodeStatus(String nodeId, NodeStatus expectedStatus, NodeStatus status);

    /**
     * Writes what came out of a simulation; the status stays (original: {@code update_node_simulation}).
     *
     * @param nodeId its id
     * @param results what came out
     * @param executionTimeSeconds how long it took, 0 or more
     * @return whether there is such a node
     * @throws ValidationException if a value breaks a rule; nothing is changed
     */
    @Writes
    boolean updateNodeSimulation(String nodeId, SimulationResults results, double executionTimeSeconds);

    /**
     * Lists all nodes of an exploration by depth, then oldest first, then by id (original: {@code
     * get_nodes_by_exploration}).
     *
     * @param explorationId the exploration
     * @return its nodes; none if there is no such exploration
     */
    @Reads
    List<ScenarioNode> listNodesByExploration(String explorationId);

    /**
     * Lists the active nodes of an exploration, deepest first, then oldest first, then by id (original: {@code
     * get_frontier_nodes}). Nodes that were not simulated yet are among them.
     *
     * @param explorationId the exploration
     * @return its active nodes; none if there is no such exploration
     */
    @Reads
    List<ScenarioNode> listFrontierNodes(String explorationId);

    /**
     * Finds the node of depth 0 (original: {@code get_root_node}). Of several it is the oldest, then the one with the
     * smallest id.
     *
     * @param explorationId the exploration
     * @return the root, empty if there is none
     */
    @Reads
    Optional<ScenarioNode> findRootNode(String explorationId);

    /**
     * Finds the node whose status is winner (original: {@code get_winner_node}). Of several it is the one nearest to the
     * root, then the oldest, then the one with the smallest id.
     *
     * @param explorationId the exploration
     * @return the winner, empty if there is none
     */
    @Reads
    Optional<ScenarioNode> findWinnerNode(String explorationId);

    /**
     * Lists a node and all that led to it, from the root down, in one statement (original: {@code get_path_to_node}).
     *
     * <p>The order is that of the stored depths; where these are equal, ancestors come first. The walk goes from parent
     * to parent whatever exploration they belong to, and ends at a node without parent or one whose parent is missing.
     *
     * @param nodeId id of the last node
     * @return the path, the node included; empty if there is no such node
     * @throws UnreadableRowException if the walk comes back to a node it has passed; names that node
     */
    @Reads
    List<ScenarioNode> listPathToNode(String nodeId);

    /**
     * Counts the nodes of an exploration by status (original: {@code count_nodes_by_status}).
     *
     * @param explorationId the exploration
     * @return every status, in the order of the enum, to how many nodes have it; zeros if there is no such exploration
     */
    @Reads
    Map<NodeStatus, Long> countNodesByStatus(String explorationId);

    /**
     * Finds the node with the greatest success rate, whatever its status (original: {@code
     * get_best_node_by_success_rate}). Of several it is the one nearest to the root, then the oldest, then the one with
     * the smallest id.
     *
     * <p>Rates compare as numbers. A node without results takes no part, and neither does one whose stored results hold
     * no rate, or one that is not a JSON number.
     *
     * @param explorationId the exploration
     * @return the best node, empty if none was simulated
     * @throws UnreadableRowException if the best node cannot be read
     */
    @Reads
    Optional<ScenarioNode> findBestNodeBySuccessRate(String explorationId);

    /**
     * Lists the direct children of a node, oldest first, then by id (original: {@code get_children}).
     *
     * @param parentId the node
     * @return its children; none if it has none or there is no such node
     */
    @Reads
    List<ScenarioNode> listChildren(String parentId);
}
