package io.synthlab.persistence.experiment;

import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.id.Ids;
import io.synthlab.persistence.internal.text.Rules;
import io.synthlab.persistence.internal.time.Timestamps;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A feature idea or hypothesis: one row of {@code experiments}.
 *
 * <p>The constructor takes what a stored row may hold; {@link #of} and the {@code with…} methods apply the rules, and
 * so does every write.
 *
 * @param id {@code exp_} and eight hex digits
 * @param name short title; not blank, at most {@value #LONGEST_NAME} characters (code points)
 * @param hypothesis hypothesis under test; not blank, at most {@value #LONGEST_HYPOTHESIS} characters
 * @param description extra context, possibly empty, at most {@value #LONGEST_DESCRIPTION} characters, or {@code null}
 * @param scorecardData embedded scorecard, or {@code null}
 * @param createdAt when it was created, in microseconds
 * @param updatedAt when it was last changed, in microseconds, or {@code null} if never
 */
public record Experiment(
        String id,
        String name,
        String hypothesis,
        @Nullable String description,
        @Nullable ScorecardData scorecardData,
        Instant createdAt,
        @Nullable Instant updatedAt) {
    /** Longest name, in code points. */
    public static final int LONGEST_NAME = 100;
    /** Longest hypothesis, in code points. */
    public static final int LONGEST_HYPOTHESIS = 500;
    /** Longest description, in code points. */
    public static final int LONGEST_DESCRIPTION = 2_000;

    private static final String ID_PREFIX = "exp_";

    /** Checks that the required parts are there and cuts times to microseconds. */
    public Experiment {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(hypothesis, "hypothesis");
        createdAt = Timestamps.truncate(createdAt);
        updatedAt = updatedAt == null ? null : Timestamps.truncate(updatedAt);
    }

    /**
     * Returns a new experiment with a new id, created now.
     *
     * @param name short title
     * @param hypothesis hypothesis under test
     * @return the experiment
     * @throws ValidationException if a text breaks a rule
     */
    public static Experiment of(String name, String hypothesis) {
        return of(newId(), name, hypothesis, Instant.now());
    }

    /**
     * Returns a checked experiment.
     *
     * @param id {@code exp_} and eight hex digits
     * @param name short title
     * @param hypothesis hypothesis under test
     * @param createdAt when it was created
     * @return the experiment
     * @throws ValidationException if id or text breaks a rule
     */
    public static Experiment of(String id, String name, String hypothesis, Instant createdAt) {
        return new Experiment(id, name, hypothesis, null, null, createdAt, null).validated();
    }

    /** Returns a new random id; 32 random bits, so that a create may still meet one that exists. */
    public static String newId() {
        return Ids.random(ID_PREFIX);
    }

    /**
     * Checks every rule.
     *
     * @return this experiment
     * @throws ValidationException if a value breaks a rule; names the field
     */
    public Experiment validated() {
        Rules.id(id, "experiments.id", Ids.EXPERIMENT);
        Rules.notBlank(name, "experiments.name", LONGEST_NAME);
        Rules.notBlank(hypothesis, "experiments.hypothesis", LONGEST_HYPOTHESIS);
        Rules.text(description, "experiments.description", LONGEST_DESCRIPTION);
        if (scorecardData != null) {
            scorecardData.validated();
        }
        return this;
    }

    /** Returns whether a scorecard is embedded. */
    public boolean hasScorecard() {
        return scorecardData != null;
    }

    /**
     * Returns this experiment with another description.
     *
     * @param newDescription extra context, or {@code null}
     * @return the new experiment
     * @throws ValidationException if the text breaks a rule
     */
    public Experiment withDescription(@Nullable String newDescription) {
        return new Experiment(id, name, hypothesis, newDescription, scorecardData, createdAt, updatedAt).validated();
    }

    /**
     * Returns this experiment with another scorecard.
     *
     * @param newScorecard the scorecard, or {@code null}
     * @return the new experiment
     * @throws ValidationException if the scorecard breaks a rule
     */
    public Experiment withScorecard(@Nullable ScorecardData newScorecard) {
        return new Experiment(id, name, hypothesis, description, newScorecard, createdAt, updatedAt).validated();
    }
}
