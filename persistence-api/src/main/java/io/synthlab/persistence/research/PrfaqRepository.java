package io.synthlab.persistence.research;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.Page;
import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.Reads;
import io.synthlab.persistence.Writes;
import io.synthlab.persistence.error.InvalidRequestException;
import io.synthlab.persistence.error.PrfaqNotFoundException;
import io.synthlab.persistence.error.UnreadableRowException;
import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.row.Generation;
import java.time.Instant;
import java.util.Optional;

/**
 * Stores PR-FAQs, at most one per batch of interviews: state, titles and content. Every method joins the caller's unit
 * of work and is one by itself otherwise; none returns {@code null}.
 *
 * <p>A PR-FAQ need not belong to a batch that exists: there is no foreign key, and deleting a batch leaves its PR-FAQ.
 * Newer content lives in the documents of type PRFAQ of {@code ExperimentDocumentRepository}; nothing keeps the two in
 * step.
 *
 * <p>{@link #createPendingPrfaq(String, String)} is the only guard: while a PR-FAQ is {@code GENERATING} nobody else may
 * begin. {@link #updatePrfaqStatus} goes from any state to any, unless the update names the state it expects. A
 * generation that nobody finishes is ended by {@link #failStale}.
 *
 * <p>A row may hold no state at all (old files); it counts as not generating, and as in none of the states that an
 * update can expect.
 */
public interface PrfaqRepository {
    /** Error text that {@link #failStale} leaves. */
    String STALE_ERROR = Generation.STALE_ERROR;

    /**
     * Lists PR-FAQs in any state, a first generation that is under way or failed included (original: {@code
     * list_prfaqs}).
     *
     * <p>Newest first unless asked otherwise, those never completed last; ties are broken by {@code exec_id},
     * ascending. Times are ordered as text. NULL sorts lowest, and an absent number of questions or outcome sorts as
     * NULL although it reads as 0 or valid.
     *
     * @param request limit and offset; {@code sortBy} is {@code exec_id}, {@code topic_name}, {@code headline}, {@code
     *     one_liner}, {@code faq_count}, {@code generated_at}, {@code validation_status} or {@code confidence_score}
     * @return one page
     * @throws InvalidRequestException if {@code sortBy} is another column; lists those allowed
     * @throws UnreadableRowException if a row of the page cannot be read; names it
     */
    @Reads
    Page<PrfaqSummary> listPrfaqs(PageRequest request);

    /**
     * Returns a PR-FAQ in any state (original: {@code get_by_exec_id}).
     *
     * @param execId the batch of interviews; of any form
     * @return the PR-FAQ
     * @throws PrfaqNotFoundException if there is none
     * @throws UnreadableRowException if its time or outcome cannot be read
     */
    @Reads
    PrfaqSummary getByExecId(String execId);

    /**
     * Returns the text of a PR-FAQ in any state (original: {@code get_markdown_content}).
     *
     * @param execId the batch of interviews; of any form
     * @return the text, possibly empty text; empty if there is a PR-FAQ without one
     * @throws PrfaqNotFoundException if there is no PR-FAQ
     */
    @Reads
    Optional<String> getMarkdownContent(String execId);

    /**
     * Returns the document of a PR-FAQ in any state (original: {@code get_json_content}). It has any shape and is not
     * looked into; on SQLite its text is the one that was stored, byte for byte.
     *
     * @param execId the batch of interviews; of any form
     * @return the document; empty if there is a PR-FAQ without one
     * @throws PrfaqNotFoundException if there is no PR-FAQ
     */
    @Reads
    Optional<JsonValue> getJsonContent(String execId);

    /**
     * Finds the state of a PR-FAQ (original: {@code get_prfaq_status}).
     *
     * @param execId the batch of interviews; of any form
     * @return the state; empty if there is no PR-FAQ, or none is stored
     * @throws UnreadableRowException if the stored state is none of the three
     */
    @Reads
    Optional<PrfaqStatus> findPrfaqStatus(String execId);

    /**
     * Begins a generation, unless one is under way (original: {@code create_pending_prfaq}).
     *
     * <p>A new row has the model and the start, is valid and has no question, content or time of completion. Of an
     * existing row state, start and model are replaced and the error text is cleared; content, titles, scores and the
     * time of completion survive. Of several callers at once exactly one gets {@code true}; the others get {@code
     * false}, never an error.
     *
     * @param execId the batch of interviews; any text, it need not exist
     * @param model language model; any text
     * @return whether the caller may generate; {@code false} if somebody does already, and nothing was written
     * @throws ValidationException if a text cannot be stored
     */
    @Writes
    boolean createPendingPrfaq(String execId, String model);

    /**
     * Begins a generation with the default model.
     *
     * @param execId the batch of interviews; any text, it need not exist
     * @return whether the caller may generate
     * @throws ValidationException if the text cannot be stored
     * @see #createPendingPrfaq(String, String)
     */
    @Writes
    default boolean createPendingPrfaq(String execId) {
        return createPendingPrfaq(execId, NewPrfaq.DEFAULT_MODEL);
    }

    /**
     * Changes the state of a PR-FAQ and whatever the update gives (original: {@code update_prfaq_status}).
     *
     * <p>The time of completion is set for {@code COMPLETED} alone; model and start never change. The old error text
     * stays on completion unless {@link PrfaqUpdate#withoutError()} clears it.
     *
     * @param execId the batch of interviews; of any form
     * @param status new state
     * @param update what else to change, and which state to expect
     * @return whether there was such a PR-FAQ, in the expected state; otherwise nothing is changed
     * @throws ValidationException if a value cannot be stored; nothing is changed
     */
    @Writes
    boolean updatePrfaqStatus(String execId, PrfaqStatus status, PrfaqUpdate update);

    /**
     * Stores a finished PR-FAQ, completed now, in place of whatever there was (original: {@code
     * create_prfaq_metadata}).
     *
     * <p>Nothing of an earlier row survives: error text and start become absent, and so does each part that the
     * argument does not give. Whether a generation is under way does not matter.
     *
     * @param prfaq what to store
     * @throws ValidationException if a value cannot be stored; nothing is changed
     */
    @Writes
    void save(NewPrfaq prfaq);

    /**
     * Ends a generation that began too long ago, so that another can begin: the state becomes {@code FAILED} and the
     * error text {@link #STALE_ERROR}; everything else stays.
     *
     * <p>A generation that begins, ends or begins anew at the same moment is left alone. One without a stored start is
     * older than any.
     *
     * @param execId the batch of interviews; of any form
     * @param startedBefore one that began earlier is ended
     * @return whether one was ended
     * @throws UnreadableRowException if a generation is under way and its start cannot be read
     */
    @Writes
    boolean failStale(String execId, Instant startedBefore);
}
