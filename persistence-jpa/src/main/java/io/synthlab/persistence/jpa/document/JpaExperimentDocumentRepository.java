package io.synthlab.persistence.jpa.document;

import io.synthlab.persistence.document.DocumentStatus;
import io.synthlab.persistence.document.DocumentType;
import io.synthlab.persistence.document.DocumentUpdate;
import io.synthlab.persistence.document.ExperimentDocument;
import io.synthlab.persistence.document.ExperimentDocumentRepository;
import io.synthlab.persistence.document.ExperimentDocumentSummary;
import io.synthlab.persistence.internal.row.DocumentKey;
import io.synthlab.persistence.internal.row.GeneratedColumns;
import io.synthlab.persistence.internal.row.Generation;
import io.synthlab.persistence.internal.row.StoredRow;
import io.synthlab.persistence.internal.text.StorableText;
import io.synthlab.persistence.internal.time.Timestamps;
import io.synthlab.persistence.jpa.session.RowKey;
import io.synthlab.persistence.jpa.session.UnitSessions;
import io.synthlab.persistence.model.document.ExperimentDocumentEntity;
import io.synthlab.persistence.spi.DatabaseContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Generated documents of experiments on Hibernate. */
public final class JpaExperimentDocumentRepository implements ExperimentDocumentRepository {
    private final DatabaseContext database;
    private final UnitSessions sessions;

    /**
     * Creates the repository.
     *
     * @param database the database
     * @param sessions runs its work
     */
    public JpaExperimentDocumentRepository(DatabaseContext database, UnitSessions sessions) {
        this.database = database;
        this.sessions = sessions;
    }

    @Override
    public Optional<ExperimentDocument> findById(String documentId) {
        return sessions.find(
                byId(documentId),
                session -> Optional.ofNullable(session.get(ExperimentDocumentEntity.class, documentId))
                        .map(found -> found.toRecord(database.naiveZone())));
    }

    @Override
    public Optional<ExperimentDocument> findByExperiment(String experimentId, DocumentType documentType) {
        return find(
                        ExperimentDocumentQueries.FIND_BY_EXPERIMENT,
                        ExperimentDocumentEntity.class,
                        new DocumentKey(experimentId, documentType))
                .map(found -> found.toRecord(database.naiveZone()));
    }

    @Override
    public List<ExperimentDocumentSummary> listByExperiment(String experimentId) {
        return list(ExperimentDocumentQueries.LIST, ExperimentDocumentSummaryRow.class, experimentId).stream()
                .map(found -> found.toRecord(database.naiveZone()))
                .toList();
    }

    @Override
    public Optional<String> findMarkdown(String experimentId, DocumentType documentType) {
        return find(ExperimentDocumentQueries.FIND_MARKDOWN, String.class, new DocumentKey(experimentId, documentType));
    }

    @Override
    public ExperimentDocument save(ExperimentDocument document) {
        document.validated();
        sessions.change(
                byId(document.id()),
                session -> ExperimentDocumentQueries.SAVE.update(
                        session,
                        document.id(),
                        document.experimentId(),
                        document.documentType().text(),
                        document.markdownContent(),
                        document.storedMetadata(),
                        Timestamps.format(document.generatedAt()),
                        document.model(),
                        document.status().text(),
                        document.errorMessage()));
        return document;
    }

    @Override
    public Optional<ExperimentDocument> createPending(String experimentId, DocumentType documentType, String model) {
        ExperimentDocument pending = ExperimentDocument.pending(
                experimentId, documentType, model, database.clock().instant());
        return sessions.find(
                        row(new DocumentKey(experimentId, documentType)),
                        session -> ExperimentDocumentQueries.CREATE_PENDING.find(
                                session,
                                stored -> stored.getString(1),
                                pending.id(),
                                experimentId,
                                documentType.text(),
                                Timestamps.format(pending.generatedAt()),
                                model))
                .map(pending::underStoredId);
    }

    @Override
    public boolean updateStatus(
            String experimentId, DocumentType documentType, DocumentStatus status, DocumentUpdate update) {
        update.validated();
        return sessions.change(
                row(new DocumentKey(experimentId, documentType)),
                session -> ExperimentDocumentQueries.UPDATE.update(
                        session,
                        status.text(),
                        status == DocumentStatus.COMPLETED
                                ? Timestamps.format(database.clock().instant())
                                : null,
                        update.markdownContent(),
                        update.metadata(),
                        update.clearError() ? 1 : 0,
                        update.errorMessage(),
                        experimentId,
                        documentType.text(),
                        update.expectedStatus() == null
                                ? null
                                : update.expectedStatus().text()));
    }

    @Override
    public boolean delete(String experimentId, DocumentType documentType) {
        return sessions.change(
                row(new DocumentKey(experimentId, documentType)),
                session -> ExperimentDocumentQueries.DELETE.update(session, experimentId, documentType.text()));
    }

    @Override
    public Map<DocumentType, Boolean> checkDocumentsExist(String experimentId) {
        return GeneratedColumns.existing(list(ExperimentDocumentQueries.LIST_COMPLETED, String.class, experimentId));
    }

    @Override
    public Optional<DocumentStatus> findStatus(String experimentId, DocumentType documentType) {
        DocumentKey key = new DocumentKey(experimentId, documentType);
        return find(ExperimentDocumentQueries.FIND_STATUS, String.class, key)
                .map(text -> stored(key).read(() -> GeneratedColumns.documentStatus(text)));
    }

    @Override
    public boolean failStale(String experimentId, DocumentType documentType, Instant startedBefore) {
        DocumentKey key = new DocumentKey(experimentId, documentType);
        return sessions.find(
                        row(key),
                        session -> ExperimentDocumentQueries.FIND_GENERATION.find(
                                session,
                                found -> new Generation(found.getString(1), found.getString(2)),
                                experimentId,
                                documentType.text()))
                .filter(found -> found.isStale(stored(key), "generated_at", startedBefore, database.naiveZone()))
                .filter(found -> failStale(key, found.startText()))
                .isPresent();
    }

    private boolean failStale(DocumentKey key, @Nullable String startText) {
        return sessions.change(
                row(key),
                session -> ExperimentDocumentQueries.FAIL_STALE.update(
                        session, STALE_ERROR, key.experimentId(), key.type().text(), startText));
    }

    private <T> Optional<T> find(String hql, Class<T> type, DocumentKey key) {
        return sessions.find(
                row(key),
                session -> session.createSelectionQuery(hql, type)
                        .setParameter("experimentId", key.experimentId())
                        .setParameter("documentType", key.type().text())
                        .uniqueResultOptional());
    }

    private <T> List<T> list(String hql, Class<T> type, String experimentId) {
        if (StorableText.firstUnstorable(experimentId) >= 0) {
            return List.of();
        }
        return sessions.list(
                ExperimentDocumentEntity.TABLE,
                session -> session.createSelectionQuery(hql, type)
                        .setParameter("experimentId", experimentId)
                        .list());
    }

    private static StoredRow stored(DocumentKey key) {
        return new StoredRow(ExperimentDocumentEntity.TABLE, key.text());
    }

    private static RowKey row(DocumentKey key) {
        return new RowKey(
                ExperimentDocumentEntity.TABLE, key.text(), StorableText.firstUnstorable(key.experimentId()) < 0);
    }

    private static RowKey byId(String documentId) {
        return RowKey.of(ExperimentDocumentEntity.TABLE, "id", documentId);
    }
}
