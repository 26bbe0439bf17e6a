package io.synthlab.persistence.exploration;

import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.id.Ids;
import io.synthlab.persistence.internal.text.Rules;
import io.synthlab.persistence.internal.time.Timestamps;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A search for better scenarios that starts at a finished analysis: one row of {@code explorations}.
 *
 * <p>The constructor takes what a stored row may hold; {@link #of} and the {@code with…} methods apply the rules, and
 * so does every write. No change of status is forbidden, as in the original.
 *
 * @param id {@code expl_} and eight hex digits
 * @param experimentId the experiment, {@code exp_} and eight hex digits
 * @param baselineAnalysisId where the search starts, {@code ana_} and eight hex digits; that it is an analysis of the
 *     experiment is not checked
 * @param goal what is to be reached
 * @param config limits of the search
 * @param status where it stands
 * @param currentDepth deepest level so far, 0 or more
 * @param totalNodes nodes made, 0 or more; kept by the caller, not counted
 * @param totalLlmCalls model calls made, 0 or more
 * @param bestSuccessRate best rate so far, 0 to 1, or {@code null} before the first
 * @param startedAt when it began, in microseconds
 * @param completedAt when it ended, in microseconds, or {@code null} if it has not
 */
public record Exploration(
        String id,
        String experimentId,
        String baselineAnalysisId,
        Goal goal,
        ExplorationConfig config,
        ExplorationStatus status,
        int currentDepth,
        int totalNodes,
        int totalLlmCalls,
        @Nullable Double bestSuccessRate,
        Instant startedAt,
        @Nullable Instant completedAt) {
    private static final String ID_PREFIX = "expl_";
    static final Pattern ID = Pattern.compile("expl_[a-f0-9]{8}");
    private static final Pattern EXPERIMENT_ID = Pattern.compile("exp_[a-f0-9]{8}");
    private static final Pattern ANALYSIS_ID = Pattern.compile("ana_[a-f0-9]{8}");

    /** Checks that the required parts are there and cuts times to microseconds. */
    public Exploration {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(experimentId, "experimentId");
        Objects.requireNonNull(baselineAnalysisId, "baselineAnalysisId");
        Objects.requireNonNull(goal, "goal");
        Objects.requireNonNull(config, "config");
        Objects.requireNonNull(status, "status");
        startedAt = Timestamps.truncate(startedAt);
        completedAt = completedAt == null ? null : Timestamps.truncate(completedAt);
    }

    /**
     * Returns a new exploration with a new id, running from now on within the default limits.
     *
     * @param experimentId the experiment
     * @param baselineAnalysisId the analysis it starts at
     * @param goal what is to be reached
     * @return the exploration
     * @throws ValidationException if a value breaks a rule
     */
    public static Exploration of(String experimentId, String baselineAnalysisId, Goal goal) {
        return of(newId(), experimentId, baselineAnalysisId, goal, Instant.now());
    }

    /**
     * Returns a checked exploration that runs within the default limits and has no nodes yet.
     *
     * @param id {@code expl_} and eight hex digits
     * @param experimentId the experiment
     * @param baselineAnalysisId the analysis it starts at
     * @param goal what is to be reached
     * @param startedAt when it began
     * @return the exploration
     * @throws ValidationException if a value breaks a rule
     */
    public static Exploration of(
            String id, String experimentId, String baselineAnalysisId, Goal goal, Instant startedAt) {
        return new Exploration(
                        id,
                        experimentId,
                        baselineAnalysisId,
                        goal,
                        ExplorationConfig.DEFAULTS,
                        ExplorationStatus.RUNNING,
                        0,
                        0,
                        0,
                        null,
                        startedAt,
                        null)
                .validated();
    }

    /** Returns a new random id; 32 random bits, so that a create may still meet one that exists. */
    public static String newId() {
        return Ids.random(ID_PREFIX);
    }

    /**
     * Checks every rule.
     *
     * @return this exploration
     * @throws ValidationException if a value breaks a rule; names the field
     */
    public Exploration validated() {
        Rules.id(id, "explorations.id", ID);
        Rules.id(experimentId, "explorations.experiment_id", EXPERIMENT_ID);
        Rules.id(baselineAnalysisId, "explorations.baseline_analysis_id", ANALYSIS_ID);
        goal.validated();
        config.validated();
        Rules.notNegative(currentDepth, "explorations.current_depth");
        Rules.notNegative(totalNodes, "explorations.total_nodes");
        Rules.notNegative(totalLlmCalls, "explorations.total_llm_calls");
        if (bestSuccessRate != null) {
            Rules.share(bestSuccessRate, "explorations.best_success_rate");
        }
        return this;
    }

    /** Returns whether the search goes on. */
    public boolean isRunning() {
        return status == ExplorationStatus.RUNNING;
    }

    /** Returns whether the search has ended, however. */
    public boolean isCompleted() {
        return !isRunning();
    }

    /** Returns whether the tree is as deep as the configuration allows. */
    public boolean hasReachedDepthLimit() {
        return currentDepth >= config.maxDepth();
    }

    /** Returns whether as many model calls were made as the configuration allows. */
    public boolean hasReachedCostLimit() {
        return totalLlmCalls >= config.maxLlmCalls();
    }

    /**
     * Returns this exploration with other limits.
     *
     * @param newConfig limits of the search
     * @return the new exploration
     * @throws ValidationException if a value breaks a rule
     */
    public Exploration withConfig(ExplorationConfig newConfig) {
        return new Exploration(
                        id,
                        experimentId,
                        baselineAnalysisId,
                        goal,
                        newConfig,
                        status,
                        currentDepth,
                        totalNodes,
                        totalLlmCalls,
                        bestSuccessRate,
                        startedAt,
                        completedAt)
                .validated();
    }

    /**
     * Returns this exploration after another step.
     *
     * @param depth deepest level so far
     * @param nodes nodes made so far
     * @param llmCalls model calls made so far
     * @param bestRate best rate so far, or {@code null} before the first
     * @return the new exploration
     * @throws ValidationException if a value breaks a rule
     */
    public Exploration withProgress(int depth, int nodes, int llmCalls, @Nullable Double bestRate) {
        return new Exploration(
                        id,
                        experimentId,
                        baselineAnalysisId,
                        goal,
                        config,
                        status,
                        depth,
                        nodes,
                        llmCalls,
                        bestRate,
                        startedAt,
                        completedAt)
                .validated();
    }

    /**
     * Returns this exploration in another status.
     *
     * @param newStatus where it stands
     * @param endedAt when it ended, or {@code null} if it has not
     * @return the new exploration
     * @throws ValidationException if a value breaks a rule
     */
    public Exploration withStatus(ExplorationStatus newStatus, @Nullable Instant endedAt) {
        return new Exploration(
                        id,
                        experimentId,
                        baselineAnalysisId,
                        goal,
                        config,
                        newStatus,
                        currentDepth,
                        totalNodes,
                        totalLlmCalls,
                        bestSuccessRate,
                        startedAt,
                        endedAt)
                .validated();
    }
}
