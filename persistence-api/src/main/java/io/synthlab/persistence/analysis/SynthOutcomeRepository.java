package io.synthlab.persistence.analysis;

import io.synthlab.persistence.Page;
import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.Reads;
import io.synthlab.persistence.Writes;
import io.synthlab.persistence.error.ConstraintViolationException;
import io.synthlab.persistence.error.UnreadableRowException;
import io.synthlab.persistence.error.ValidationException;
import java.util.List;
import java.util.Optional;

/**
 * Outcomes one by one. {@link AnalysisOutcomeRepository} serves the same rows as an analysis run needs them. Every
 * method joins the caller's unit of work and is one by itself otherwise; none returns {@code null}.
 *
 * <p>Ids are the stored ones; a row of an old file that has none reads as the id the data mover would give it (see
 * {@link SynthOutcome}). A row without attributes is read like any other, with {@code null} in their place: one such
 * row must not hide a whole list. It cannot be written back, because a new outcome must have them.
 *
 * <p>Outcomes of a deleted experiment stay readable and writable.
 */
public interface SynthOutcomeRepository {
    /**
     * Stores a new outcome (original: {@code create}).
     *
     * @param outcome what to store
     * @return the argument
     * @throws ValidationException if it breaks a rule
     * @throws ConstraintViolationException of kind UNIQUE if the id is taken or the analysis has an outcome of this
     *     synth, of kind FOREIGN_KEY if there is no such analysis
     */
    @Writes
    SynthOutcome create(SynthOutcome outcome);

    /**
     * Stores new outcomes, all of them or none, of one analysis or of several (original: {@code create_batch}). All are
     * checked before anything is written; the number of statements depends on the number of outcomes by the ten
     * thousand only.
     *
     * @param outcomes what to store, possibly none
     * @return the outcomes, in the order of the argument
     * @throws ValidationException if one breaks a rule; nothing is stored
     * @throws ConstraintViolationException as {@link #create} says; nothing is stored. It names a row only if there is
     *     exactly one to store
     */
    @Writes
    List<SynthOutcome> createAll(List<SynthOutcome> outcomes);

    /**
     * Finds an outcome (original: {@code get_by_id}).
     *
     * <p>A row without a stored id is found by the id it reads as, unless a row exists that has this id stored. Not
     * so, however, if its synth id holds an underscore: then the id is a hash, by which no row can be looked for;
     * {@link #findBySynthAndAnalysis} finds it.
     *
     * @param outcomeId its id; of any form
     * @return the outcome, empty if there is none
     * @throws UnreadableRowException if its attributes lack a number
     */
    @Reads
    Optional<SynthOutcome> findById(String outcomeId);

    /**
     * Lists the outcomes of an analysis by synth id, in code-point order; {@code sortBy} is ignored (original: {@code
     * list_by_analysis_id}).
     *
     * @param analysisId the analysis; of any form
     * @param request limit and offset
     * @return one page; empty with a total of 0 for an unknown analysis
     * @throws UnreadableRowException if the attributes of a row lack a number; names the row
     */
    @Reads
    Page<SynthOutcome> listByAnalysis(String analysisId, PageRequest request);

    /**
     * Deletes all outcomes of an analysis (original: {@code delete_by_analysis_id}).
     *
     * @param analysisId the analysis; of any form
     * @return how many were deleted, not how many there were before; 0 if there were none
     */
    @Writes
    int deleteByAnalysis(String analysisId);

    /**
     * Counts the outcomes of an analysis, those without attributes included (original: {@code count_by_analysis_id}).
     *
     * @param analysisId the analysis; of any form
     * @return how many there are
     */
    @Reads
    long countByAnalysis(String analysisId);

    /**
     * Finds the outcome of a synth in an analysis; there is at most one (original: {@code get_by_synth_and_analysis}).
     *
     * @param synthId the synth; of any form
     * @param analysisId the analysis; of any form
     * @return the outcome, empty if there is none
     * @throws UnreadableRowException if its attributes lack a number
     */
    @Reads
    Optional<SynthOutcome> findBySynthAndAnalysis(String synthId, String analysisId);

    /**
     * Computes the averages over all outcomes of an analysis (original: {@code get_analysis_statistics}). The two
     * databases may add up in another order, so the last digits may differ.
     *
     * @param analysisId the analysis; of any form
     * @return the averages, empty if there are no outcomes
     */
    @Reads
    Optional<AnalysisStatistics> findStatistics(String analysisId);

    /**
     * Finds the newest outcome of a synth among completed analyses: the latest time of completion first, those without
     * one last, ties broken by analysis (original: {@code get_latest_outcome_for_synth}). Order is that of the stored
     * text, which is that of time while all times are written in one form.
     *
     * @param synthId the synth; of any form
     * @return its outcome, empty if no completed analysis has one; that of a deleted experiment counts
     * @throws UnreadableRowException if its attributes lack a number
     */
    @Reads
    Optional<SynthOutcome> findLatestForSynth(String synthId);
}
