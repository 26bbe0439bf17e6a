package io.synthlab.persistence.experiment;

import io.synthlab.persistence.Page;
import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.Reads;
import io.synthlab.persistence.Writes;
import io.synthlab.persistence.error.ConstraintViolationException;
import io.synthlab.persistence.error.UnreadableRowException;
import io.synthlab.persistence.error.ValidationException;
import java.util.Optional;

/**
 * Stores experiments. Every method joins the caller's unit of work and is one by itself otherwise; none returns
 * {@code null}.
 *
 * <p>Deleting marks a row: a deleted experiment is not found, listed or changed here any more, its id stays taken,
 * and whatever belongs to it stays readable and writable through the other repositories.
 */
public interface ExperimentRepository {
    /**
     * Stores a new experiment.
     *
     * @param experiment what to store
     * @return the argument
     * @throws ValidationException if it breaks a rule
     * @throws ConstraintViolationException of kind UNIQUE if the id exists, be it of a deleted experiment
     */
    @Writes
    Experiment create(Experiment experiment);

    /**
     * Finds an experiment that has not been deleted.
     *
     * @param experimentId its id; of any form
     * @return the experiment, empty if there is none or it was deleted
     * @throws UnreadableRowException if its stored scorecard lacks a required key
     */
    @Reads
    Optional<Experiment> findById(String experimentId);

    /**
     * Finds an experiment that has not been deleted, in the form of {@link #list}.
     *
     * @param experimentId its id; of any form
     * @return the summary, empty if there is none or it was deleted
     */
    @Reads
    Optional<ExperimentSummary> findSummary(String experimentId);

    /**
     * Lists experiments that have not been deleted, newest first, ties broken by id; {@code sortBy} is ignored.
     *
     * @param request limit and offset
     * @return one page
     */
    @Reads
    Page<ExperimentSummary> list(PageRequest request);

    /**
     * Changes texts of an experiment and sets the time of its last change, also when nothing else changes.
     *
     * @param experimentId its id
     * @param update what to change
     * @return the changed experiment, empty if there is none or it was deleted
     * @throws ValidationException if a text breaks a rule; nothing is changed
     */
    @Writes
    Optional<Experiment> update(String experimentId, ExperimentUpdate update);

    /**
     * Replaces the scorecard of an experiment as a whole and sets the time of its last change.
     *
     * @param experimentId its id
     * @param scorecard the new scorecard
     * @return the changed experiment, empty if there is none or it was deleted
     * @throws ValidationException if the scorecard breaks a rule; nothing is changed
     */
    @Writes
    Optional<Experiment> updateScorecard(String experimentId, ScorecardData scorecard);

    /**
     * Marks an experiment as deleted. Of several callers at once exactly one gets {@code true}.
     *
     * @param experimentId its id
     * @return whether it was there and not deleted before
     */
    @Writes
    boolean softDelete(String experimentId);
}
