package io.synthlab.persistence.research;

import io.synthlab.persistence.Page;
import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.Reads;
import io.synthlab.persistence.Writes;
import io.synthlab.persistence.error.ConstraintViolationException;
import io.synthlab.persistence.error.ExecutionNotFoundException;
import io.synthlab.persistence.error.InvalidRequestException;
import io.synthlab.persistence.error.TranscriptNotFoundException;
import io.synthlab.persistence.error.UnreadableRowException;
import io.synthlab.persistence.error.ValidationException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Interviews in batches, called executions, and the transcript of each interviewed synth.
 *
 * <p>Batches are sorted by {@code sortBy} if it names a column of {@code research_executions}, ties broken by
 * {@code exec_id}, NULL lowest; without one the newest comes first. Transcripts are sorted by the columns
 * {@code exec_id}, {@code synth_id}, {@code synth_name}, {@code status}, {@code turn_count} and {@code timestamp}, ties
 * broken by {@code synth_id}; without one by {@code synth_id}. Not by {@code id}, which old rows lack and no result
 * shows, and not by {@code messages}, which the two databases order differently. A malformed name is ignored, a
 * well-formed unknown one refused. Times sort as the text they are stored as: rows of this library in order of time,
 * rows of old files, whose times may lack the zone, by the digits they hold.
 *
 * <p>Page and total come from one statement. One row that cannot be read fails the whole list and is named.
 *
 * <p>A transcript is identified by batch and synth. The counts of a batch are what the caller says, not derived from
 * transcripts: a failed interview leaves none.
 *
 * <p>The five methods that take many ids accept any number in one statement; ids that stand twice or in no row do no
 * harm, and without ids, or with {@code null}, the database is not asked.
 */
public interface ResearchRepository {
    /**
     * Stores a new batch, started now, with no interview counted yet (original: {@code create_execution}).
     *
     * @param execution what to store
     * @return the batch as lists show it
     * @throws ValidationException if it breaks a rule; the original stores negative counts and 0 turns
     * @throws ConstraintViolationException of kind UNIQUE if the id exists, of kind FOREIGN_KEY if the experiment does
     *     not
     */
    @Writes
    ResearchExecutionSummary createExecution(NewExecution execution);

    /**
     * Returns a batch (original: {@code get_execution}). Whether documents are available is a matter of the experiment,
     * so all its batches say the same: true if {@code experiment_documents} holds a completed one of that type.
     * {@code prfaq_metadata} is not looked at, other than in {@link #checkPrfaqsExistBatch}.
     *
     * @param execId its id; of any form
     * @return the batch
     * @throws ExecutionNotFoundException if there is none
     * @throws UnreadableRowException if its state or a time cannot be read
     */
    @Reads
    ResearchExecutionDetail getExecution(String execId);

    /**
     * Lists all batches, newest first unless asked otherwise (original: {@code list_executions}).
     *
     * @param request limit, offset and sort
     * @return one page
     * @throws InvalidRequestException if {@code sortBy} is an unknown column
     * @throws UnreadableRowException if state or time of a row cannot be read
     */
    @Reads
    Page<ResearchExecutionSummary> listExecutions(PageRequest request);

    /**
     * Lists the first batches of an experiment, newest first.
     *
     * @param experimentId the experiment; of any form
     * @return the first page; empty if there is no such experiment
     * @throws UnreadableRowException if state or time of a row cannot be read
     */
    @Reads
    default Page<ResearchExecutionSummary> listExecutionsByExperiment(String experimentId) {
        return listExecutionsByExperiment(experimentId, PageRequest.first());
    }

    /**
     * Lists the batches of an experiment, newest first unless asked otherwise (original:
     * {@code list_executions_by_experiment}).
     *
     * @param experimentId the experiment; of any form
     * @param request limit, offset and sort
     * @return one page; empty if there is no such experiment
     * @throws InvalidRequestException if {@code sortBy} is an unknown column
     * @throws UnreadableRowException if state or time of a row cannot be read
     */
    @Reads
    Page<ResearchExecutionSummary> listExecutionsByExperiment(String experimentId, PageRequest request);

    /**
     * Finds the latest automatic batch of an experiment: one of its batches whose topic starts with {@code exp_}, the
     * experiment's id and {@code _auto} (original: {@code get_auto_interview_for_experiment}). Case counts and no
     * character stands for another; the original also finds topics that differ in case or in place of an underscore.
     *
     * @param experimentId the experiment; of any form
     * @return the batch that started last, ties broken by the smallest id; empty if there is none
     * @throws UnreadableRowException if its state or a time cannot be read
     */
    @Reads
    Optional<ResearchExecutionSummary> findAutoInterview(String experimentId);

    /**
     * Changes the state of a batch, and the counts that are given (original: {@code update_execution_status}). The time
     * of completion is set to now by each update to COMPLETED or FAILED, and never cleared. Any state may follow any;
     * {@link ExecutionUpdate#ifStatusIs} makes the change conditional.
     *
     * @param execId the batch; of any form
     * @param update what to change
     * @return whether the batch was changed; {@code false} if there is none, or it is not in the expected state
     * @throws ValidationException if a count is negative; nothing is changed
     */
    @Writes
    boolean updateExecutionStatus(String execId, ExecutionUpdate update);

    /**
     * Stores the interview of a synth, now, under a new random id (original: {@code create_transcript}, which stores no
     * id). The counts of the batch stay as they are.
     *
     * @param transcript what to store
     * @return the transcript as it is read
     * @throws ValidationException if a text cannot be stored
     * @throws ConstraintViolationException of kind UNIQUE if the batch has an interview of the synth, which stays as it
     *     is, of kind FOREIGN_KEY if there is no such batch
     */
    @Writes
    TranscriptDetail createTranscript(NewTranscript transcript);

    /**
     * Returns the interview of a synth (original: {@code get_transcript}).
     *
     * @param execId the batch; of any form
     * @param synthId the synth; of any form
     * @return the transcript
     * @throws TranscriptNotFoundException if there is none, also if there is no such batch
     * @throws UnreadableRowException if its time or its messages cannot be read
     */
    @Reads
    TranscriptDetail getTranscript(String execId, String synthId);

    /**
     * Lists the first interviews of a batch, by the id of the synth.
     *
     * @param execId the batch; of any form
     * @return the first page
     * @throws ExecutionNotFoundException if there is no such batch
     * @throws UnreadableRowException if the time of a row cannot be read
     */
    @Reads
    default Page<TranscriptSummary> listTranscripts(String execId) {
        return listTranscripts(execId, PageRequest.first());
    }

    /**
     * Lists the interviews of a batch, by the id of the synth unless asked otherwise (original: {@code
     * get_transcripts}). Synths are not looked at: the stored name counts.
     *
     * @param execId the batch; of any form
     * @param request limit, offset and sort
     * @return one page; empty if the batch has no interview yet
     * @throws ExecutionNotFoundException if there is no such batch
     * @throws InvalidRequestException if {@code sortBy} is an unknown column
     * @throws UnreadableRowException if the time of a row cannot be read
     */
    @Reads
    Page<TranscriptSummary> listTranscripts(String execId, PageRequest request);

    /**
     * Tells which batches have a summary: their experiment has a completed document of that type (original:
     * {@code check_summaries_exist_batch}). The same answer as {@link ResearchExecutionDetail#summaryAvailable}; the
     * original asks a column that is gone from its schema, and which does not count here where an old file still has
     * it.
     *
     * @param execIds the batches; of any form
     * @return those that have one, in no order
     */
    @Reads
    Set<String> checkSummariesExistBatch(@Nullable Collection<String> execIds);

    /**
     * Tells which batches have a completed PR-FAQ in {@code prfaq_metadata}, whether or not the batch itself is stored
     * (original: {@code check_prfaqs_exist_batch}). A different source than {@link
     * ResearchExecutionDetail#prfaqAvailable}, which asks for a document of the experiment; as in the original, the two
     * may disagree: this one tells of a single batch, that one of all batches of the experiment.
     *
     * @param execIds the batches; of any form
     * @return those that have one, in no order
     */
    @Reads
    Set<String> checkPrfaqsExistBatch(@Nullable Collection<String> execIds);

    /**
     * Tells which batches have additional context that is not empty; white space counts (original:
     * {@code check_additional_context_exist_batch}).
     *
     * @param execIds the batches; of any form
     * @return those that have it, in no order
     */
    @Reads
    Set<String> checkAdditionalContextExistBatch(@Nullable Collection<String> execIds);

    /**
     * Returns the additional context of batches (original: {@code get_additional_context_batch}).
     *
     * @param execIds the batches; of any form
     * @return an entry for each batch that is stored, in no order; its value is the text, possibly empty, or absent
     */
    @Reads
    Map<String, Optional<String>> getAdditionalContextBatch(@Nullable Collection<String> execIds);

    /**
     * Returns how many turns the interviews of batches took together (original: {@code get_total_turns_batch}). An
     * interview whose number is unknown counts as 0.
     *
     * @param execIds the batches; of any form
     * @return an entry for each batch that has an interview, in no order
     * @throws UnreadableRowException if the turns of a batch are beyond 32 bits
     */
    @Reads
    Map<String, Integer> getTotalTurnsBatch(@Nullable Collection<String> execIds);
}
