package io.synthlab.persistence.analysis;

import io.synthlab.persistence.CountedList;
import io.synthlab.persistence.Reads;
import io.synthlab.persistence.Writes;
import io.synthlab.persistence.error.ConstraintViolationException;
import io.synthlab.persistence.error.InvalidRequestException;
import io.synthlab.persistence.error.UnreadableRowException;
import io.synthlab.persistence.error.ValidationException;
import java.util.List;

/**
 * Outcomes as an analysis run writes and reads them: all of an analysis at once. {@link SynthOutcomeRepository} serves
 * the same rows one by one. Every method joins the caller's unit of work and is one by itself otherwise; none returns
 * {@code null}.
 *
 * <p>Ids are the stored ones; a row of an old file that has none reads as the id the data mover would give it (see
 * {@link SynthOutcome}). Outcomes of a deleted experiment stay readable and writable.
 */
public interface AnalysisOutcomeRepository {
    /** Outcomes that {@link #listByAnalysis(String)} returns at most. */
    int DEFAULT_LIMIT = 10_000;

    /**
     * Stores the outcomes of an analysis, all of them or none (original: {@code save_outcomes}). Each gets the id
     * {@code <analysis id>_<synth id>} and replaces, as a whole, the outcome of the same synth in this analysis,
     * whatever its id, and any other outcome that has this id. Of two drafts of one synth the later one counts.
     *
     * <p>All drafts are checked before anything is written. The number of statements depends on the number of drafts
     * by the ten thousand only; rows are written in the order of their synths, so that two callers do not lock each
     * other out.
     *
     * @param analysisId the analysis; not looked at if there are no drafts
     * @param drafts what to store, possibly none
     * @return how many drafts were given, which is more than were stored if a synth is among them twice
     * @throws ValidationException if the analysis id or a draft breaks a rule; nothing is stored
     * @throws ConstraintViolationException of kind FOREIGN_KEY if there is no such analysis; nothing is stored. It
     *     names a row only if there is exactly one to store
     */
    @Writes
    int saveAll(String analysisId, List<OutcomeDraft> drafts);

    /**
     * Lists the first {@value #DEFAULT_LIMIT} outcomes of an analysis, as {@link #listByAnalysis(String, int, int)} does.
     *
     * @param analysisId the analysis; of any form
     * @return the outcomes, possibly none
     * @throws UnreadableRowException if a row's attributes cannot be read
     */
    @Reads
    default CountedList<SynthOutcome> listByAnalysis(String analysisId) {
        return listByAnalysis(analysisId, DEFAULT_LIMIT, 0);
    }

    /**
     * Lists outcomes of an analysis by synth id, in code-point order (original: {@code get_outcomes}).
     *
     * <p>Rows without attributes are left out, but only after limit and offset were applied to them: the list may be
     * shorter than its limit although more follow, and its total counts all rows. So the offsets of a caller who pages
     * stay right. ({@link SynthOutcomeRepository} returns such rows, with {@code null} for the attributes.)
     *
     * @param analysisId the analysis; of any form
     * @param limit rows at most, 0 or more, without an upper bound
     * @param offset rows to skip, 0 or more
     * @return the outcomes, possibly none, and the number of all rows; 0 for an unknown analysis
     * @throws InvalidRequestException if a number is negative
     * @throws UnreadableRowException if the attributes of a row lack a number; names the row
     */
    @Reads
    CountedList<SynthOutcome> listByAnalysis(String analysisId, int limit, int offset);

    /**
     * Deletes all outcomes of an analysis (original: {@code delete_outcomes}).
     *
     * @param analysisId the analysis; of any form
     * @return how many were deleted, 0 if there were none
     */
    @Writes
    int deleteByAnalysis(String analysisId);
}
