package io.synthlab.persistence.exploration;

import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.id.Ids;
import io.synthlab.persistence.internal.text.Rules;
import io.synthlab.persistence.internal.text.StorableText;
import io.synthlab.persistence.internal.time.Timestamps;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A scenario in the tree of an exploration: one row of {@code scenario_nodes}.
 *
 * <p>The constructor takes what a stored row may hold; {@link #root}, {@link #child} and the {@code with…} methods apply
 * the rules, and so does every write. That the depth is the parent's and one is not checked, and no change of status is
 * forbidden, as in the original.
 *
 * @param id {@code node_} and eight hex digits
 * @param explorationId the exploration, {@code expl_} and eight hex digits
 * @param parentId the node it came from, another one; {@code null} for a root and only for that
 * @param depth steps from the root, 0 for a root
 * @param actionApplied what was changed, at most {@value #LONGEST_ACTION} characters (code points), or {@code null};
 *     always {@code null} for a root
 * @param actionCategory kind of the action, any text, or {@code null}
 * @param rationale why, at most {@value #LONGEST_RATIONALE} characters, or {@code null}
 * @param shortAction label, at most {@value #LONGEST_SHORT_ACTION} characters, or {@code null}
 * @param scorecardParams scores it is simulated with
 * @param simulationResults what came out, or {@code null} before the simulation
 * @param executionTimeSeconds how long the simulation took, 0 or more, or {@code null}
 * @param status where it stands
 * @param createdAt when it was created, in microseconds
 */
public record ScenarioNode(
        String id,
        String explorationId,
        @Nullable String parentId,
        int depth,
        @Nullable String actionApplied,
        @Nullable String actionCategory,
        @Nullable String rationale,
        @Nullable String shortAction,
        ScorecardParams scorecardParams,
        @Nullable SimulationResults simulationResults,
        @Nullable Double executionTimeSeconds,
        NodeStatus status,
        Instant createdAt) {
    /** Longest action, in code points. */
    public static final int LONGEST_ACTION = 500;
    /** Longest rationale, in code points. */
    public static final int LONGEST_RATIONALE = 200;
    /** Longest label, in code points. */
    public static final int LONGEST_SHORT_ACTION = 30;

    private static final String ID_PREFIX = "node_";
    private static final Pattern ID = Pattern.compile("node_[a-f0-9]{8}");

    /** Checks that the required parts are there and cuts the time to microseconds. */
    public ScenarioNode {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(explorationId, "explorationId");
        Objects.requireNonNull(scorecardParams, "scorecardParams");
        Objects.requireNonNull(status, "status");
        createdAt = Timestamps.truncate(createdAt);
    }

    /**
     * Returns an active root.
     *
     * @param id {@code node_} and eight hex digits, for example {@link #newId()}
     * @param explorationId the exploration
     * @param scorecardParams scores it is simulated with
     * @param createdAt when it was created
     * @return the root
     * @throws ValidationException if a value breaks a rule
     */
    public static ScenarioNode root(
            String id, String explorationId, ScorecardParams scorecardParams, Instant createdAt) {
        return bare(id, explorationId, null, 0, scorecardParams, createdAt);
    }

    /**
     * Returns an active node that comes from this one, one step deeper in the same exploration.
     *
     * @param childId {@code node_} and eight hex digits, for example {@link #newId()}
     * @param childParams scores it is simulated with
     * @param childCreatedAt when it was created
     * @return the child
     * @throws ValidationException if a value breaks a rule
     */
    public ScenarioNode child(String childId, ScorecardParams childParams, Instant childCreatedAt) {
        return bare(childId, explorationId, id, depth + 1, childParams, childCreatedAt);
    }

    private static ScenarioNode bare(
            String id,
            String explorationId,
            @Nullable String parentId,
            int depth,
            ScorecardParams scorecardParams,
            Instant createdAt) {
        return new ScenarioNode(
                        id,
                        explorationId,
                        parentId,
                        depth,
                        null,
                        null,
                        null,
                        null,
                        scorecardParams,
                        null,
                        null,
                        NodeStatus.ACTIVE,
                        createdAt)
                .validated();
    }

    /** Returns a new random id; 32 random bits, so that a create may still meet one that exists. */
    public static String newId() {
        return Ids.random(ID_PREFIX);
    }

    /**
     * Checks every rule.
     *
     * @return this node
     * @throws ValidationException if a value breaks a rule; names the field
     */
    public ScenarioNode validated() {
        Rules.id(id, "scenario_nodes.id", ID);
        Rules.id(explorationId, "scenario_nodes.exploration_id", Exploration.ID);
        if (parentId != null) {
            Rules.id(parentId, "scenario_nodes.parent_id", ID);
        }
        Rules.notNegative(depth, "scenario_nodes.depth");
        requirePlace();
        Rules.text(actionApplied, "scenario_nodes.action_applied", LONGEST_ACTION);
        StorableText.require(actionCategory, "scenario_nodes.action_category");
        Rules.text(rationale, "scenario_nodes.rationale", LONGEST_RATIONALE);
        Rules.text(shortAction, "scenario_nodes.short_action", LONGEST_SHORT_ACTION);
        scorecardParams.validated();
        if (simulationResults != null) {
            simulationResults.validated();
        }
        Rules.notNegative(executionTimeSeconds, "scenario_nodes.execution_time_seconds");
        return this;
    }

    private void requirePlace() {
        if (id.equals(parentId)) {
            throw new ValidationException("scenario_nodes.parent_id must name another node");
        }
        if (depth > 0 && parentId == null) {
            throw new ValidationException("scenario_nodes.parent_id must be there unless depth is 0");
        }
        if (depth == 0 && parentId != null) {
            throw new ValidationException("scenario_nodes.parent_id must be null for a root, whose depth is 0");
        }
        if (depth == 0 && actionApplied != null) {
            throw new ValidationException("scenario_nodes.action_applied must be null for a root, whose depth is 0");
        }
    }

    /** Returns whether this is a root: its depth is 0. */
    public boolean isRoot() {
        return depth == 0;
    }

    /** Returns whether this may be expanded. */
    public boolean isActive() {
        return status == NodeStatus.ACTIVE;
    }

    /** Returns whether another node beats this one. */
    public boolean isDominated() {
        return status == NodeStatus.DOMINATED;
    }

    /** Returns whether this reached the goal. */
    public boolean isWinner() {
        return status == NodeStatus.WINNER;
    }

    /** Returns the success rate, empty before the simulation. */
    public Optional<Double> successRate() {
        return Optional.ofNullable(simulationResults).map(SimulationResults::successRate);
    }

    /**
     * Returns this node with what led to it.
     *
     * @param action what was changed, or {@code null}
     * @param category kind of the action, or {@code null}
     * @param reason why, or {@code null}
     * @param label short form of the action, or {@code null}
     * @return the new node
     * @throws ValidationException if a text breaks a rule
     */
    public ScenarioNode withAction(
            @Nullable String action, @Nullable String category, @Nullable String reason, @Nullable String label) {
        return new ScenarioNode(
                        id,
                        explorationId,
                        parentId,
                        depth,
                        action,
                        category,
                        reason,
                        label,
                        scorecardParams,
                        simulationResults,
                        executionTimeSeconds,
                        status,
                        createdAt)
                .validated();
    }

    /**
     * Returns this node with what came out of its simulation.
     *
     * @param results what came out, or {@code null}
     * @param seconds how long it took, or {@code null}
     * @return the new node
     * @throws ValidationException if a value breaks a rule
     */
    public ScenarioNode withSimulation(@Nullable SimulationResults results, @Nullable Double seconds) {
        return withState(scorecardParams, results, seconds, status);
    }

    /**
     * Returns this node with other scores.
     *
     * @param newParams scores it is simulated with
     * @return the new node
     * @throws ValidationException if a score is out of range
     */
    public ScenarioNode withScorecardParams(ScorecardParams newParams) {
        return withState(newParams, simulationResults, executionTimeSeconds, status);
    }

    /**
     * Returns this node in another status.
     *
     * @param newStatus where it stands
     * @return the new node
     */
    public ScenarioNode withStatus(NodeStatus newStatus) {
        return withState(scorecardParams, simulationResults, executionTimeSeconds, newStatus);
    }

    private ScenarioNode withState(
            ScorecardParams params,
            @Nullable SimulationResults results,
            @Nullable Double seconds,
            NodeStatus newStatus) {
        return new ScenarioNode(
                        id,
                        explorationId,
                        parentId,
                        depth,
                        actionApplied,
                        actionCategory,
                        rationale,
                        shortAction,
                        params,
                        results,
                        seconds,
                        newStatus,
                        createdAt)
                .validated();
    }
}
