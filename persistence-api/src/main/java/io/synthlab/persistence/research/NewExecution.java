package io.synthlab.persistence.research;

import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.text.Rules;
import io.synthlab.persistence.internal.text.StorableText;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A batch of interviews that is about to be stored. Id and topic are free text.
 *
 * @param execId its id, which the caller makes
 * @param topicName topic, or name of the interview guide
 * @param synthCount how many interviews are planned, 0 or more
 * @param model language model, not empty
 * @param maxTurns turns of each interview at most, 1 or more
 * @param status where it stands
 * @param experimentId the experiment it belongs to, or {@code null}
 * @param additionalContext more text for the interviewer, or {@code null}
 */
public record NewExecution(
        String execId,
        String topicName,
        int synthCount,
        String model,
        int maxTurns,
        ExecutionStatus status,
        @Nullable String experimentId,
        @Nullable String additionalContext) {
    /** Model where none is named, in new batches and in stored ones. */
    public static final String DEFAULT_MODEL = "gpt-4o-mini";
    /** Limit of turns where none is named, in new batches and in stored ones. */
    public static final int DEFAULT_MAX_TURNS = 6;

    private static final String TABLE = "research_executions.";

    /** Checks that the required parts are there. */
    public NewExecution {
        Objects.requireNonNull(execId, "execId");
        Objects.requireNonNull(topicName, "topicName");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(status, "status");
    }

    /**
     * Returns a pending batch of no experiment, with the usual model and limit of turns.
     *
     * @param execId its id
     * @param topicName topic
     * @param synthCount how many interviews are planned
     * @return the batch
     * @throws ValidationException if a value breaks a rule
     */
    public static NewExecution of(String execId, String topicName, int synthCount) {
        return new NewExecution(
                        execId,
                        topicName,
                        synthCount,
                        DEFAULT_MODEL,
                        DEFAULT_MAX_TURNS,
                        ExecutionStatus.PENDING,
                        null,
                        null)
                .validated();
    }

    /**
     * Returns this batch with another model.
     *
     * @param newModel the model
     * @return the new batch
     * @throws ValidationException if it is empty or cannot be stored
     */
    public NewExecution withModel(String newModel) {
        return new NewExecution(
                        execId, topicName, synthCount, newModel, maxTurns, status, experimentId, additionalContext)
                .validated();
    }

    /**
     * Returns this batch with another limit of turns.
     *
     * @param newMaxTurns turns of each interview at most
     * @return the new batch
     * @throws ValidationException if it is less than 1
     */
    public NewExecution withMaxTurns(int newMaxTurns) {
        return new NewExecution(
                        execId, topicName, synthCount, model, newMaxTurns, status, experimentId, additionalContext)
                .validated();
    }

    /**
     * Returns this batch in another state.
     *
     * @param newStatus the state
     * @return the new batch
     */
    public NewExecution withStatus(ExecutionStatus newStatus) {
        return new NewExecution(
                execId, topicName, synthCount, model, maxTurns, newStatus, experimentId, additionalContext);
    }

    /**
     * Returns this batch as one of an experiment.
     *
     * @param newExperimentId the experiment, or {@code null} for none
     * @return the new batch
     * @throws ValidationException if the id cannot be stored
     */
    public NewExecution withExperiment(@Nullable String newExperimentId) {
        return new NewExecution(
                        execId, topicName, synthCount, model, maxTurns, status, newExperimentId, additionalContext)
                .validated();
    }

    /**
     * Returns this batch with more text for the interviewer.
     *
     * @param newContext the text, possibly empty, or {@code null}
     * @return the new batch
     * @throws ValidationException if the text cannot be stored
     */
    public NewExecution withAdditionalContext(@Nullable String newContext) {
        return new NewExecution(execId, topicName, synthCount, model, maxTurns, status, experimentId, newContext)
                .validated();
    }

    /**
     * Checks every rule. An empty model and a limit of 0 turns are refused because they would read as the defaults.
     *
     * @return this batch
     * @throws ValidationException if a value breaks a rule; names the field
     */
    public NewExecution validated() {
        StorableText.require(execId, TABLE + "exec_id");
        StorableText.require(topicName, TABLE + "topic_name");
        StorableText.require(model, TABLE + "model");
        StorableText.require(experimentId, TABLE + "experiment_id");
        StorableText.require(additionalContext, TABLE + "additional_context");
        Rules.range(synthCount, TABLE + "synth_count", 0, Integer.MAX_VALUE);
        Rules.range(maxTurns, TABLE + "max_turns", 1, Integer.MAX_VALUE);
        if (model.isEmpty()) {
            throw new ValidationException(TABLE + "model must not be empty");
        }
        return this;
    }

    /**
     * Returns this batch as lists show it once it is stored.
     *
     * @param startedAt when it was stored
     * @return the summary
     */
    public ResearchExecutionSummary startedAt(Instant startedAt) {
        return new ResearchExecutionSummary(execId, experimentId, topicName, status, synthCount, startedAt, null);
    }
}
