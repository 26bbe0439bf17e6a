package io.synthlab.persistence.legacy;

import io.synthlab.persistence.CountedList;
import io.synthlab.persistence.Reads;
import io.synthlab.persistence.Writes;
import io.synthlab.persistence.error.ConstraintViolationException;
import io.synthlab.persistence.error.InvalidRequestException;
import io.synthlab.persistence.error.UnreadableRowException;
import io.synthlab.persistence.error.ValidationException;
import java.util.Optional;

/**
 * Stores scorecards that stand by themselves. Every method joins the caller's unit of work and is one by itself
 * otherwise; none returns {@code null}.
 *
 * <p>A row holds the scorecard as one document, and its id, experiment and times in columns of their own. Where the two
 * disagree, id, experiment and time of creation are the columns': those are what a scorecard is found by and what lists
 * filter and sort by. The original returned the document's, and so could list a scorecard under an experiment it did not
 * name. The time of the last update is the document's, where alone a new scorecard may bring one.
 *
 * <p>There is no version column: of two callers who update a scorecard the later one wins as a whole.
 */
public interface ScorecardRepository {
    /** Scorecards of a list when no limit is given. */
    int DEFAULT_LIMIT = 20;

    /**
     * Stores a new scorecard (original: {@code create_scorecard}). The column of the last update stays empty.
     *
     * @param scorecard what to store
     * @return its id
     * @throws ValidationException if it breaks a rule
     * @throws ConstraintViolationException of kind UNIQUE if the id exists, of kind FOREIGN_KEY if there is no such
     *     experiment; nothing is stored
     */
    @Writes
    String createScorecard(FeatureScorecard scorecard);

    /**
     * Finds a scorecard (original: {@code get_scorecard}).
     *
     * @param scorecardId its id; of any form
     * @return the scorecard, empty if there is none
     * @throws UnreadableRowException if the stored document lacks a required key
     */
    @Reads
    Optional<FeatureScorecard> findScorecard(String scorecardId);

    /**
     * Lists the first {@value #DEFAULT_LIMIT} scorecards.
     *
     * @return see {@link #listScorecards(int, int)}
     */
    @Reads
    default CountedList<FeatureScorecard> listScorecards() {
        return listScorecards(DEFAULT_LIMIT, 0);
    }

    /**
     * Lists scorecards, newest first by the stored text of the column {@code created_at}, ties broken by id (original:
     * {@code list_scorecards}).
     *
     * @param limit scorecards at most, 0 or more
     * @param offset scorecards to skip, 0 or more
     * @return part of the list, with the total from the same snapshot
     * @throws InvalidRequestException if a number is negative
     * @throws UnreadableRowException if a stored document lacks a required key; names the row
     */
    @Reads
    CountedList<FeatureScorecard> listScorecards(int limit, int offset);

    /**
     * Replaces the document of a scorecard as a whole and sets the time of its last update, in the document and in the
     * column (original: {@code update_scorecard}). Experiment and time of creation stay what the columns say.
     *
     * @param scorecard what to store; the argument itself is not changed
     * @return whether there was such a scorecard
     * @throws ValidationException if it breaks a rule; nothing is changed
     */
    @Writes
    boolean updateScorecard(FeatureScorecard scorecard);

    /**
     * Deletes a scorecard (original: {@code delete_scorecard}).
     *
     * @param scorecardId its id; of any form
     * @return whether there was one
     * @throws ConstraintViolationException of kind FOREIGN_KEY if a simulation is based on it
     */
    @Writes
    boolean deleteScorecard(String scorecardId);

    /**
     * Lists the first {@value #DEFAULT_LIMIT} scorecards of an experiment.
     *
     * @param experimentId the experiment; of any form
     * @return see {@link #listByExperimentId(String, int, int)}
     */
    @Reads
    default CountedList<FeatureScorecard> listByExperimentId(String experimentId) {
        return listByExperimentId(experimentId, DEFAULT_LIMIT, 0);
    }

    /**
     * Lists the scorecards of an experiment, in the order of {@link #listScorecards} (original:
     * {@code list_by_experiment_id}).
     *
     * @param experimentId the experiment; of any form
     * @param limit scorecards at most, 0 or more
     * @param offset scorecards to skip, 0 or more
     * @return part of the list, with the total from the same snapshot
     * @throws InvalidRequestException if a number is negative
     * @throws UnreadableRowException if a stored document lacks a required key; names the row
     */
    @Reads
    CountedList<FeatureScorecard> listByExperimentId(String experimentId, int limit, int offset);
}
