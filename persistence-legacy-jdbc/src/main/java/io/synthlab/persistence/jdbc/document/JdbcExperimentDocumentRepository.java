package io.synthlab.persistence.jdbc.document;

import static io.synthlab.persistence.internal.time.Timestamps.format;

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
import io.synthlab.persistence.jdbc.statement.Dialect;
import io.synthlab.persistence.jdbc.statement.Statements;
import io.synthlab.persistence.jdbc.statement.Target;
import io.synthlab.persistence.spi.DatabaseContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Generated documents of experiments in JDBC. */
public final class JdbcExperimentDocumentRepository implements ExperimentDocumentRepository {
    private final DatabaseContext database;
    private final Statements statements;
    private final ExperimentDocumentSql sql;
    private final ExperimentDocumentRows rows;

    /**
     * Creates the repository.
     *
     * @param database the database
     * @param statements runs its statements
     */
    public JdbcExperimentDocumentRepository(DatabaseContext database, Statements statements) {
        this.database = database;
        this.statements = statements;
        this.sql = new ExperimentDocumentSql(Dialect.of(database.kind()));
        this.rows = new ExperimentDocumentRows(database.naiveZone());
    }

    @Override
    public Optional<ExperimentDocument> findById(String documentId) {
        return statements.find(byId(documentId), ExperimentDocumentSql.FIND_BY_ID, rows::document, documentId);
    }

    @Override
    public Optional<ExperimentDocument> findByExperiment(String experimentId, DocumentType documentType) {
        return statements.find(
                row(experimentId, documentType),
                ExperimentDocumentSql.FIND_BY_EXPERIMENT,
                rows::document,
                experimentId,
                documentType.text());
    }

    @Override
    public List<ExperimentDocumentSummary> listByExperiment(String experimentId) {
        return statements.list(
                Target.table(ExperimentDocumentSql.TABLE), ExperimentDocumentSql.LIST, rows::summary, experimentId);
    }

    @Override
    public Optional<String> findMarkdown(String experimentId, DocumentType documentType) {
        return statements.find(
                row(experimentId, documentType),
                ExperimentDocumentSql.FIND_MARKDOWN,
                row -> row.getString(1),
                experimentId,
                documentType.text());
    }

    @Override
    public ExperimentDocument save(ExperimentDocument document) {
        document.validated();
        statements.update(
                byId(document.id()),
                sql.save,
                document.id(),
                document.experimentId(),
                document.documentType().text(),
                document.markdownContent(),
                document.storedMetadata(),
                format(document.generatedAt()),
                document.model(),
                document.status().text(),
                document.errorMessage());
        return document;
    }

    @Override
    public Optional<ExperimentDocument> createPending(String experimentId, DocumentType documentType, String model) {
        ExperimentDocument pending = ExperimentDocument.pending(
                experimentId, documentType, model, database.clock().instant());
        return statements
                .find(
                        row(experimentId, documentType),
                        ExperimentDocumentSql.CREATE_PENDING,
                        row -> row.getString(1),
                        pending.id(),
                        experimentId,
                        documentType.text(),
                        format(pending.generatedAt()),
                        model)
                .map(pending::underStoredId);
    }

    @Override
    public boolean updateStatus(
            String experimentId, DocumentType documentType, DocumentStatus status, DocumentUpdate update) {
        update.validated();
        return statements.update(
                        row(experimentId, documentType),
                        sql.update,
                        status.text(),
                        status == DocumentStatus.COMPLETED
                                ? format(database.clock().instant())
                                : null,
                        update.markdownContent(),
                        update.metadata(),
                        update.clearError() ? 1 : 0,
                        update.errorMessage(),
                        experimentId,
                        documentType.text(),
                        update.expectedStatus() == null
                                ? null
                                : update.expectedStatus().text())
                > 0;
    }

    @Override
    public boolean delete(String experimentId, DocumentType documentType) {
        return statements.update(
                        row(experimentId, documentType),
                        ExperimentDocumentSql.DELETE,
                        experimentId,
                        documentType.text())
                > 0;
    }

    @Override
    public Map<DocumentType, Boolean> checkDocumentsExist(String experimentId) {
        return GeneratedColumns.existing(statements.list(
                Target.table(ExperimentDocumentSql.TABLE),
                ExperimentDocumentSql.LIST_COMPLETED,
                row -> row.getString(1),
                experimentId));
    }

    @Override
    public Optional<DocumentStatus> findStatus(String experimentId, DocumentType documentType) {
        return statements
                .find(
                        row(experimentId, documentType),
                        ExperimentDocumentSql.FIND_STATUS,
                        row -> row.getString(1),
                        experimentId,
                        documentType.text())
                .map(text -> ExperimentDocumentRows.status(stored(experimentId, documentType), text));
    }

    @Override
    public boolean failStale(String experimentId, DocumentType documentType, Instant startedBefore) {
        Target target = row(experimentId, documentType);
        return statements
                .find(
                        target,
                        ExperimentDocumentSql.FIND_GENERATION,
                        row -> new Generation(row.getString("status"), row.getString("generated_at")),
                        experimentId,
                        documentType.text())
                .filter(found -> found.isStale(
                        stored(experimentId, documentType), "generated_at", startedBefore, database.naiveZone()))
                .filter(found -> statements.update(
                                target,
                                ExperimentDocumentSql.FAIL_STALE,
                                STALE_ERROR,
                                experimentId,
                                documentType.text(),
                                found.startText())
                        > 0)
                .isPresent();
    }

    private static StoredRow stored(String experimentId, DocumentType type) {
        return new StoredRow(ExperimentDocumentSql.TABLE, new DocumentKey(experimentId, type).text());
    }

    private static Target row(String experimentId, DocumentType type) {
        return new Target(ExperimentDocumentSql.TABLE, new DocumentKey(experimentId, type).text());
    }

    private static Target byId(String id) {
        return Target.row(ExperimentDocumentSql.TABLE, "id", id);
    }
}
