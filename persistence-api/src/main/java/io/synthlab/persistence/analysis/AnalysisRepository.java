package io.synthlab.persistence.analysis;

import io.synthlab.persistence.Reads;
import io.synthlab.persistence.Writes;
import io.synthlab.persistence.error.ConstraintViolationException;
import io.synthlab.persistence.error.UnreadableRowException;
import io.synthlab.persistence.error.ValidationException;
import java.util.Optional;

/**
 * Stores analyses, at most one per experiment. Every method joins the caller's unit of work and is one by itself
 * otherwise; none returns {@code null}.
 *
 * <p>Whether the experiment was marked as deleted does not matter here, as in the original: its analysis stays readable
 * and writable. An analysis vanishes with the row of its experiment, and takes its outcomes and its cache along.
 *
 * <p>Stored rows are read leniently: numbers out of range are read as they are, a missing number of synths is 0, and a
 * configuration takes defaults for what it lacks. A timestamp, status or document that cannot be read is an
 * {@link UnreadableRowException}.
 */
public interface AnalysisRepository {
    /**
     * Stores a new analysis (original: {@code create}). Of several callers at once who create the first analysis of an
     * experiment exactly one succeeds: the database decides, no check before it.
     *
     * @param run what to store
     * @return the argument
     * @throws ValidationException if it breaks a rule
     * @throws ConstraintViolationException of kind UNIQUE if the experiment has an analysis or the id exists, of kind
     *     FOREIGN_KEY if there is no such experiment
     */
    @Writes
    AnalysisRun create(AnalysisRun run);

    /**
     * Finds an analysis (original: {@code get_by_id}).
     *
     * @param analysisId its id; of any form
     * @return the analysis, empty if there is none
     * @throws UnreadableRowException if the stored row cannot be read
     */
    @Reads
    Optional<AnalysisRun> findById(String analysisId);

    /**
     * Finds the analysis of an experiment (original: {@code get_by_experiment_id}).
     *
     * @param experimentId the experiment; of any form
     * @return the analysis, empty if there is none
     * @throws UnreadableRowException if the stored row cannot be read
     */
    @Reads
    Optional<AnalysisRun> findByExperimentId(String experimentId);

    /**
     * Changes the status of an analysis and what else is given, in one statement (original: {@code update_status}).
     *
     * <p>Experiment, scenario, configuration and start are never changed. The time of the end is neither set nor cleared
     * unless given, whatever the status. Any status may follow any; who wants a rule gives the status to move from, see
     * {@link AnalysisUpdate#ifStatusIs}.
     *
     * @param analysisId its id; of any form
     * @param update what to change
     * @return the changed analysis, empty if there is none or it has another status than the expected one
     * @throws ValidationException if a value breaks a rule; nothing is changed
     * @throws UnreadableRowException if the rest of the stored row cannot be read; nothing is changed
     */
    @Writes
    Optional<AnalysisRun> updateStatus(String analysisId, AnalysisUpdate update);

    /**
     * Removes an analysis with its outcomes and its cache, readable or not (original: {@code delete}).
     *
     * @param analysisId its id; of any form
     * @return whether there was one
     * @throws ConstraintViolationException of kind FOREIGN_KEY if an exploration has it as its baseline; nothing is
     *     removed
     */
    @Writes
    boolean delete(String analysisId);

    /**
     * Removes the analysis of an experiment as {@link #delete} does (original: {@code delete_by_experiment_id}).
     *
     * @param experimentId the experiment; of any form
     * @return whether there was one
     * @throws ConstraintViolationException of kind FOREIGN_KEY if an exploration has it as its baseline; nothing is
     *     removed
     */
    @Writes
    boolean deleteByExperimentId(String experimentId);

    /**
     * Finds the completed analysis of an experiment that was started last, ties broken by id (original:
     * {@code get_latest_completed_analysis_id}). Today there is at most one.
     *
     * @param experimentId the experiment; of any form
     * @return its id, empty if no analysis is completed
     */
    @Reads
    Optional<String> findLatestCompletedId(String experimentId);
}
