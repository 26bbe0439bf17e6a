package io.synthlab.persistence.document;

import io.synthlab.persistence.Reads;
import io.synthlab.persistence.Writes;
import io.synthlab.persistence.error.ConstraintViolationException;
import io.synthlab.persistence.error.UnreadableRowException;
import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.row.Generation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Stores generated documents of experiments, at most one per experiment and type. Every method joins the caller's unit
 * of work and is one by itself otherwise; none returns {@code null}.
 *
 * <p>{@link #createPending(String, DocumentType, String)} is the only guard: while a document is {@code GENERATING}
 * nobody else may begin. {@link #updateStatus} goes from any state to any, unless the update names the state it
 * expects; {@link #save} and {@link #delete} ask for no state. A generation that nobody finishes is ended by {@link
 * #failStale}.
 *
 * <p>A generation that begins empties the document, as in the original. What it held before is not kept elsewhere: a
 * host that wants an archive reads the document first, in the same unit of work.
 *
 * <p>A document vanishes with the row of its experiment. Whether the experiment was marked as deleted does not matter
 * here. A model that is absent or empty reads as {@link ExperimentDocument#DEFAULT_MODEL} everywhere.
 */
public interface ExperimentDocumentRepository {
    /** Error text that {@link #failStale} leaves. */
    String STALE_ERROR = Generation.STALE_ERROR;

    /**
     * Finds a document in any state (original: {@code get_by_id}).
     *
     * @param documentId its id; of any form
     * @return the document, empty if there is none
     * @throws UnreadableRowException if its type, state, time or metadata cannot be read
     */
    @Reads
    Optional<ExperimentDocument> findById(String documentId);

    /**
     * Finds the document of an experiment in any state (original: {@code get_by_experiment}).
     *
     * @param experimentId the experiment; of any form
     * @param documentType what it is about
     * @return the document, empty if there is none
     * @throws UnreadableRowException if its state, time or metadata cannot be read
     */
    @Reads
    Optional<ExperimentDocument> findByExperiment(String experimentId, DocumentType documentType);

    /**
     * Lists the documents of an experiment in any state, newest first, ties broken by id (original: {@code
     * list_by_experiment}). Times are ordered as text, so that one of an old file without zone may stand out of order.
     *
     * @param experimentId the experiment; of any form
     * @return its documents, three at most
     * @throws UnreadableRowException if the type, state or time of one cannot be read; names it
     */
    @Reads
    List<ExperimentDocumentSummary> listByExperiment(String experimentId);

    /**
     * Finds the text of a completed document (original: {@code get_markdown}).
     *
     * @param experimentId the experiment; of any form
     * @param documentType what it is about
     * @return the text, possibly empty text; empty if there is no document or it is not completed
     */
    @Reads
    Optional<String> findMarkdown(String experimentId, DocumentType documentType);

    /**
     * Stores a document in place of the one of its experiment and type, if there is one (original: {@code save}).
     *
     * <p>The new id takes the place of the old one, nothing of the old row survives, and whether a generation is under
     * way does not matter. An object without keys is stored as absent metadata. A row of another experiment or type is
     * never touched, unlike in the original.
     *
     * @param document what to store
     * @return the argument
     * @throws ValidationException if it breaks a rule
     * @throws ConstraintViolationException of kind UNIQUE if the id belongs to a document of another experiment or
     *     type, of kind FOREIGN_KEY if there is no such experiment; nothing is changed
     */
    @Writes
    ExperimentDocument save(ExperimentDocument document);

    /**
     * Begins a generation, unless one is under way (original: {@code create_pending}).
     *
     * <p>The document becomes empty, without metadata and error, its time the present; an existing one keeps its id. Of
     * several callers at once exactly one gets the document; the others get nothing, never an error.
     *
     * @param experimentId the experiment
     * @param documentType what the document is about
     * @param model language model; any text
     * @return the document as it is stored; empty if somebody generates it already, and nothing was written
     * @throws ValidationException if the experiment's id has not the form of one, or the model cannot be stored
     * @throws ConstraintViolationException of kind FOREIGN_KEY if there is no such experiment; of kind UNIQUE if the new
     *     random id is taken, which the next try will not meet again
     */
    @Writes
    Optional<ExperimentDocument> createPending(String experimentId, DocumentType documentType, String model);

    /**
     * Begins a generation with the default model.
     *
     * @param experimentId the experiment
     * @param documentType what the document is about
     * @return the document as it is stored; empty if somebody generates it already
     * @throws ValidationException if the experiment's id has not the form of one
     * @throws ConstraintViolationException as {@link #createPending(String, DocumentType, String)}
     */
    @Writes
    default Optional<ExperimentDocument> createPending(String experimentId, DocumentType documentType) {
        return createPending(experimentId, documentType, ExperimentDocument.DEFAULT_MODEL);
    }

    /**
     * Changes the state of a document and whatever the update gives (original: {@code update_status}).
     *
     * <p>The time is set for {@code COMPLETED} alone; the model never changes. The old error text stays on completion
     * unless {@link DocumentUpdate#withoutError()} clears it; content and metadata stay on failure.
     *
     * @param experimentId the experiment; of any form
     * @param documentType what the document is about
     * @param status new state
     * @param update what else to change, and which state to expect
     * @return whether there was such a document, in the expected state; otherwise nothing is changed
     * @throws ValidationException if a value breaks a rule; nothing is changed
     */
    @Writes
    boolean updateStatus(String experimentId, DocumentType documentType, DocumentStatus status, DocumentUpdate update);

    /**
     * Removes a document in any state, even while it is generated (original: {@code delete}).
     *
     * @param experimentId the experiment; of any form
     * @param documentType what the document is about
     * @return whether there was one
     */
    @Writes
    boolean delete(String experimentId, DocumentType documentType);

    /**
     * Tells which documents of an experiment are completed (original: {@code check_documents_exist}).
     *
     * @param experimentId the experiment; of any form, it need not exist
     * @return whether it is completed, for every type in the order of the enum
     */
    @Reads
    Map<DocumentType, Boolean> checkDocumentsExist(String experimentId);

    /**
     * Finds the state of a document (original: {@code get_status}).
     *
     * @param experimentId the experiment; of any form
     * @param documentType what the document is about
     * @return the state, empty if there is no document
     * @throws UnreadableRowException if the stored state is none of the five
     */
    @Reads
    Optional<DocumentStatus> findStatus(String experimentId, DocumentType documentType);

    /**
     * Ends a generation that began too long ago, so that another can begin: the state becomes {@code FAILED} and the
     * error text {@link #STALE_ERROR}; everything else stays. A generation that begins, ends or begins anew at the same
     * moment is left alone.
     *
     * @param experimentId the experiment; of any form
     * @param documentType what the document is about
     * @param startedBefore one that began earlier is ended
     * @return whether one was ended
     * @throws UnreadableRowException if a generation is under way and its start cannot be read
     */
    @Writes
    boolean failStale(String experimentId, DocumentType documentType, Instant startedBefore);
}
