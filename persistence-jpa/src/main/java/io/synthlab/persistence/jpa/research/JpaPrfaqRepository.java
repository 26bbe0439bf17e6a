package io.synthlab.persistence.jpa.research;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.Page;
import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.error.PrfaqNotFoundException;
import io.synthlab.persistence.internal.query.PrfaqOrder;
import io.synthlab.persistence.internal.row.GeneratedColumns;
import io.synthlab.persistence.internal.row.Generation;
import io.synthlab.persistence.internal.text.StorableText;
import io.synthlab.persistence.internal.time.Timestamps;
import io.synthlab.persistence.jpa.session.PageQuery;
import io.synthlab.persistence.jpa.session.RowKey;
import io.synthlab.persistence.jpa.session.UnitSessions;
import io.synthlab.persistence.model.research.PrfaqEntity;
import io.synthlab.persistence.research.NewPrfaq;
import io.synthlab.persistence.research.PrfaqRepository;
import io.synthlab.persistence.research.PrfaqStatus;
import io.synthlab.persistence.research.PrfaqSummary;
import io.synthlab.persistence.research.PrfaqUpdate;
import io.synthlab.persistence.spi.DatabaseContext;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** PR-FAQs on Hibernate. */
public final class JpaPrfaqRepository implements PrfaqRepository {
    private final DatabaseContext database;
    private final UnitSessions sessions;

    /**
     * Creates the repository.
     *
     * @param database the database
     * @param sessions runs its work
     */
    public JpaPrfaqRepository(DatabaseContext database, UnitSessions sessions) {
        this.database = database;
        this.sessions = sessions;
    }

    @Override
    public Page<PrfaqSummary> listPrfaqs(PageRequest request) {
        PageQuery<PrfaqSummaryRow> list = new PageQuery<>(
                PrfaqQueries.list(PrfaqOrder.RULES.orderOf(request)),
                PrfaqQueries.COUNT,
                PrfaqSummaryRow.class,
                Map.of());
        return sessions.list(
                PrfaqEntity.TABLE, session -> list.run(session, request, found -> found.toPageRow(naiveZone())));
    }

    @Override
    public PrfaqSummary getByExecId(String execId) {
        return sessions.find(
                        row(execId),
                        session -> session.createSelectionQuery(PrfaqQueries.FIND, PrfaqSummaryRow.class)
                                .setParameter("execId", execId)
                                .uniqueResultOptional()
                                .map(found -> found.toRecord(naiveZone())))
                .orElseThrow(() -> new PrfaqNotFoundException(execId));
    }

    @Override
    public Optional<String> getMarkdownContent(String execId) {
        return existing(execId).markdown();
    }

    @Override
    public Optional<JsonValue> getJsonContent(String execId) {
        return existing(execId).json();
    }

    private PrfaqEntity existing(String execId) {
        return sessions.find(row(execId), session -> Optional.ofNullable(session.get(PrfaqEntity.class, execId)))
                .orElseThrow(() -> new PrfaqNotFoundException(execId));
    }

    @Override
    public Optional<PrfaqStatus> findPrfaqStatus(String execId) {
        return sessions.find(
                        row(execId),
                        session -> session.createSelectionQuery(PrfaqQueries.FIND_STATUS, String.class)
                                .setParameter("execId", execId)
                                .uniqueResultOptional())
                .map(text -> PrfaqSummaryRow.stored(execId).read(() -> GeneratedColumns.prfaqStatus(text)));
    }

    @Override
    public boolean createPendingPrfaq(String execId, String model) {
        StorableText.require(execId, "prfaq_metadata.exec_id");
        StorableText.require(model, "prfaq_metadata.model");
        return sessions.change(
                row(execId), session -> PrfaqQueries.CREATE_PENDING.update(session, execId, now(), model));
    }

    @Override
    public boolean updatePrfaqStatus(String execId, PrfaqStatus status, PrfaqUpdate update) {
        @Nullable Object[] values = values(execId, status, update.validated());
        return sessions.change(row(execId), session -> PrfaqQueries.UPDATE.update(session, values));
    }

    private @Nullable Object[] values(String execId, PrfaqStatus status, PrfaqUpdate update) {
        return new @Nullable Object[] {
            status.text(),
            status == PrfaqStatus.COMPLETED ? now() : null,
            update.clearError() ? 1 : 0,
            update.errorMessage(),
            update.markdownContent(),
            update.jsonContent(),
            update.headline(),
            update.oneLiner(),
            update.faqCount(),
            update.validationStatus() == null ? null : update.validationStatus().text(),
            update.confidenceScore(),
            execId,
            update.expectedStatus() == null ? null : update.expectedStatus().text()
        };
    }

    @Override
    public void save(NewPrfaq prfaq) {
        PrfaqEntity entity = PrfaqEntity.of(prfaq.validated(), database.clock().instant());
        sessions.upsert(PrfaqEntity.TABLE, row(prfaq.execId()), List.of(entity));
    }

    @Override
    public boolean failStale(String execId, Instant startedBefore) {
        RowKey row = row(execId);
        return sessions.find(
                        row,
                        session -> PrfaqQueries.FIND_GENERATION.find(
                                session, found -> new Generation(found.getString(1), found.getString(2)), execId))
                .filter(found ->
                        found.isStale(PrfaqSummaryRow.stored(execId), "started_at", startedBefore, naiveZone()))
                .filter(found -> sessions.change(
                        row,
                        session -> PrfaqQueries.FAIL_STALE.update(session, STALE_ERROR, execId, found.startText())))
                .isPresent();
    }

    private ZoneId naiveZone() {
        return database.naiveZone();
    }

    private String now() {
        return Timestamps.format(database.clock().instant());
    }

    private static RowKey row(String execId) {
        return RowKey.of(PrfaqEntity.TABLE, "exec_id", execId);
    }
}
