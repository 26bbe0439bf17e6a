package io.synthlab.persistence.jdbc.research;

import static io.synthlab.persistence.internal.time.Timestamps.format;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.Page;
import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.error.PrfaqNotFoundException;
import io.synthlab.persistence.internal.query.PrfaqOrder;
import io.synthlab.persistence.internal.query.RowOrder;
import io.synthlab.persistence.internal.query.SnapshotPage;
import io.synthlab.persistence.internal.row.GeneratedColumns;
import io.synthlab.persistence.internal.row.Generation;
import io.synthlab.persistence.internal.text.StorableText;
import io.synthlab.persistence.jdbc.statement.Dialect;
import io.synthlab.persistence.jdbc.statement.Statements;
import io.synthlab.persistence.jdbc.statement.Target;
import io.synthlab.persistence.research.NewPrfaq;
import io.synthlab.persistence.research.PrfaqRepository;
import io.synthlab.persistence.research.PrfaqStatus;
import io.synthlab.persistence.research.PrfaqSummary;
import io.synthlab.persistence.research.PrfaqUpdate;
import io.synthlab.persistence.spi.DatabaseContext;
import java.time.Instant;
import java.util.Optional;

/** PR-FAQs in JDBC. */
public final class JdbcPrfaqRepository implements PrfaqRepository {
    private static final Target TABLE = Target.table(PrfaqSql.TABLE);

    private final DatabaseContext database;
    private final Statements statements;
    private final PrfaqSql sql;
    private final PrfaqRows rows;

    /**
     * Creates the repository.
     *
     * @param database the database
     * @param statements runs its statements
     */
    public JdbcPrfaqRepository(DatabaseContext database, Statements statements) {
        this.database = database;
        this.statements = statements;
        this.sql = new PrfaqSql(Dialect.of(database.kind()));
        this.rows = new PrfaqRows(database.naiveZone());
    }

    @Override
    public Page<PrfaqSummary> listPrfaqs(PageRequest request) {
        RowOrder order = PrfaqOrder.RULES.orderOf(request);
        return SnapshotPage.read(
                request,
                () -> statements.list(
                        TABLE,
                        PrfaqSql.list(order),
                        row -> new SnapshotPage.Row<>(rows.summary(row), row.getLong("total")),
                        request.limit(),
                        request.offset()),
                () -> statements.count(TABLE, PrfaqSql.COUNT));
    }

    @Override
    public PrfaqSummary getByExecId(String execId) {
        return statements
                .find(row(execId), PrfaqSql.FIND, rows::summary, execId)
                .orElseThrow(() -> new PrfaqNotFoundException(execId));
    }

    @Override
    public Optional<String> getMarkdownContent(String execId) {
        return content(PrfaqSql.FIND_MARKDOWN, execId);
    }

    @Override
    public Optional<JsonValue> getJsonContent(String execId) {
        return content(PrfaqSql.FIND_JSON, execId).map(JsonValue::ofStored);
    }

    /** A stored NULL must not look like a missing row. */
    private Optional<String> content(String query, String execId) {
        return statements
                .find(row(execId), query, row -> Optional.ofNullable(row.getString(1)), execId)
                .orElseThrow(() -> new PrfaqNotFoundException(execId));
    }

    @Override
    public Optional<PrfaqStatus> findPrfaqStatus(String execId) {
        return statements
                .find(row(execId), PrfaqSql.FIND_STATUS, row -> row.getString(1), execId)
                .map(text -> PrfaqRows.stored(execId).read(() -> GeneratedColumns.prfaqStatus(text)));
    }

    @Override
    public boolean createPendingPrfaq(String execId, String model) {
        StorableText.require(execId, "prfaq_metadata.exec_id");
        StorableText.require(model, "prfaq_metadata.model");
        return statements.update(row(execId), PrfaqSql.CREATE_PENDING, execId, now(), model) > 0;
    }

    @Override
    public boolean updatePrfaqStatus(String execId, PrfaqStatus status, PrfaqUpdate update) {
        update.validated();
        return statements.update(
                        row(execId),
                        sql.update,
                        status.text(),
                        status == PrfaqStatus.COMPLETED ? now() : null,
                        update.clearError() ? 1 : 0,
                        update.errorMessage(),
                        update.markdownContent(),
                        update.jsonContent(),
                        update.headline(),
                        update.oneLiner(),
                        update.faqCount(),
                        update.validationStatus() == null
                                ? null
                                : update.validationStatus().text(),
                        update.confidenceScore(),
                        execId,
                        update.expectedStatus() == null
                                ? null
                                : update.expectedStatus().text())
                > 0;
    }

    @Override
    public void save(NewPrfaq prfaq) {
        prfaq.validated();
        statements.update(
                row(prfaq.execId()),
                sql.save,
                prfaq.execId(),
                now(),
                prfaq.model(),
                prfaq.validationStatus().text(),
                prfaq.confidenceScore(),
                prfaq.headline(),
                prfaq.oneLiner(),
                prfaq.faqCount(),
                prfaq.markdownContent(),
                prfaq.jsonContent());
    }

    @Override
    public boolean failStale(String execId, Instant startedBefore) {
        return statements
                .find(
                        row(execId),
                        PrfaqSql.FIND_GENERATION,
                        row -> new Generation(row.getString("status"), row.getString("started_at")),
                        execId)
                .filter(found ->
                        found.isStale(PrfaqRows.stored(execId), "started_at", startedBefore, database.naiveZone()))
                .filter(found ->
                        statements.update(row(execId), PrfaqSql.FAIL_STALE, STALE_ERROR, execId, found.startText()) > 0)
                .isPresent();
    }

    private String now() {
        return format(database.clock().instant());
    }

    private static Target row(String execId) {
        return Target.row(PrfaqSql.TABLE, "exec_id", execId);
    }
}
