package io.synthlab.persistence.experiment;

import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.text.Rules;
import org.jspecify.annotations.Nullable;

/**
 * What to change of an experiment; {@code null} leaves a part as it is. A description cannot be set back to absent,
 * only to empty text, as in the original.
 *
 * @param name new title, or {@code null}
 * @param hypothesis new hypothesis, or {@code null}
 * @param description new description, or {@code null}
 */
public record ExperimentUpdate(
        @Nullable String name,
        @Nullable String hypothesis,
        @Nullable String description) {
    /** Changes nothing but the time of the last change. */
    public static final ExperimentUpdate NOTHING = new ExperimentUpdate(null, null, null);

    /**
     * Returns an update of the title.
     *
     * @param name new title
     * @return the update
     */
    public static ExperimentUpdate ofName(String name) {
        return NOTHING.withName(name);
    }

    /**
     * Returns this update with a title.
     *
     * @param newName new title
     * @return the new update
     */
    public ExperimentUpdate withName(String newName) {
        return new ExperimentUpdate(newName, hypothesis, description);
    }

    /**
     * Returns this update with a hypothesis.
     *
     * @param newHypothesis new hypothesis
     * @return the new update
     */
    public ExperimentUpdate withHypothesis(String newHypothesis) {
        return new ExperimentUpdate(name, newHypothesis, description);
    }

    /**
     * Returns this update with a description.
     *
     * @param newDescription new description; empty text is kept as empty text
     * @return the new update
     */
    public ExperimentUpdate withDescription(String newDescription) {
        return new ExperimentUpdate(name, hypothesis, newDescription);
    }

    /**
     * Checks every rule.
     *
     * @return this update
     * @throws ValidationException if a text breaks a rule of {@link Experiment}
     */
    public ExperimentUpdate validated() {
        if (name != null) {
            Rules.notBlank(name, "experiments.name", Experiment.LONGEST_NAME);
        }
        if (hypothesis != null) {
            Rules.notBlank(hypothesis, "experiments.hypothesis", Experiment.LONGEST_HYPOTHESIS);
        }
        Rules.text(description, "experiments.description", Experiment.LONGEST_DESCRIPTION);
        return this;
    }
}
