package io.synthlab.persistence.jpa.research;

import static io.synthlab.persistence.jpa.research.ResearchStatements.COUNT_BY_EXPERIMENT;
import static io.synthlab.persistence.jpa.research.ResearchStatements.COUNT_EXECUTIONS;
import static io.synthlab.persistence.jpa.research.ResearchStatements.COUNT_TRANSCRIPTS;

import io.synthlab.persistence.Page;
import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.error.ExecutionNotFoundException;
import io.synthlab.persistence.error.TranscriptNotFoundException;
import io.synthlab.persistence.internal.query.ResearchQueries;
import io.synthlab.persistence.internal.query.TextList;
import io.synthlab.persistence.internal.row.StoredResearch;
import io.synthlab.persistence.internal.text.StorableText;
import io.synthlab.persistence.internal.time.Timestamps;
import io.synthlab.persistence.jpa.session.PageQuery;
import io.synthlab.persistence.jpa.session.RowKey;
import io.synthlab.persistence.jpa.session.SqlStatement;
import io.synthlab.persistence.jpa.session.UnitSessions;
import io.synthlab.persistence.model.research.PrfaqEntity;
import io.synthlab.persistence.model.research.ResearchExecutionEntity;
import io.synthlab.persistence.model.research.TranscriptEntity;
import io.synthlab.persistence.model.research.TranscriptKey;
import io.synthlab.persistence.research.ExecutionStatus;
import io.synthlab.persistence.research.ExecutionUpdate;
import io.synthlab.persistence.research.NewExecution;
import io.synthlab.persistence.research.NewTranscript;
import io.synthlab.persistence.research.ResearchExecutionDetail;
import io.synthlab.persistence.research.ResearchExecutionSummary;
import io.synthlab.persistence.research.ResearchRepository;
import io.synthlab.persistence.research.TranscriptDetail;
import io.synthlab.persistence.research.TranscriptSummary;
import io.synthlab.persistence.spi.DatabaseContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Batches of interviews and transcripts on Hibernate. */
public final class JpaResearchRepository implements ResearchRepository {
    private final DatabaseContext database;
    private final UnitSessions sessions;
    private final ResearchStatements statements;

    /**
     * Creates the repository.
     *
     * @param database the database
     * @param sessions runs its work
     */
    public JpaResearchRepository(DatabaseContext database, UnitSessions sessions) {
        this.database = database;
        this.sessions = sessions;
        this.statements = new ResearchStatements(database.kind());
    }

    @Override
    public ResearchExecutionSummary createExecution(NewExecution execution) {
        ResearchExecutionSummary stored =
                execution.validated().startedAt(database.clock().instant());
        sessions.insert(row(execution.execId()), ResearchExecutionEntity.of(execution, stored.startedAt()));
        return stored;
    }

    @Override
    public ResearchExecutionDetail getExecution(String execId) {
        return sessions.find(
                        row(execId),
                        session -> session.createSelectionQuery(
                                        ResearchStatements.GET_EXECUTION, ExecutionDetailRow.class)
                                .setParameter("execId", execId)
                                .uniqueResultOptional())
                .orElseThrow(() -> new ExecutionNotFoundException(execId))
                .toRecord(database.naiveZone());
    }

    @Override
    public Page<ResearchExecutionSummary> listExecutions(PageRequest request) {
        String list = ResearchStatements.listExecutions(ResearchQueries.EXECUTIONS.orderOf(request));
        return executions(request, new PageQuery<>(list, COUNT_EXECUTIONS, ExecutionSummaryRow.class, Map.of()));
    }

    @Override
    public Page<ResearchExecutionSummary> listExecutionsByExperiment(String experimentId, PageRequest request) {
        String list = ResearchStatements.listByExperiment(ResearchQueries.EXECUTIONS.orderOf(request));
        if (!isStorable(experimentId)) {
            return new Page<>(List.of(), 0, request);
        }
        Map<String, String> filter = Map.of("experimentId", experimentId);
        return executions(request, new PageQuery<>(list, COUNT_BY_EXPERIMENT, ExecutionSummaryRow.class, filter));
    }

    private Page<ResearchExecutionSummary> executions(PageRequest request, PageQuery<ExecutionSummaryRow> query) {
        return sessions.list(
                ResearchExecutionEntity.TABLE,
                session -> query.run(session, request, found -> found.toPageRow(database.naiveZone())));
    }

    @Override
    public Optional<ResearchExecutionSummary> findAutoInterview(String experimentId) {
        String prefix = ResearchQueries.autoPrefix(experimentId);
        return sessions.find(
                        RowKey.ofText(ResearchExecutionEntity.TABLE, experimentId),
                        session -> session.createSelectionQuery(
                                        ResearchStatements.FIND_AUTO_INTERVIEW, ExecutionSummaryRow.class)
                                .setParameter("experimentId", experimentId)
                                .setParameter("length", prefix.codePointCount(0, prefix.length()))
                                .setParameter("prefix", prefix)
                                .setMaxResults(1)
                                .uniqueResultOptional())
                .map(found -> found.toRecord(database.naiveZone()));
    }

    @Override
    public boolean updateExecutionStatus(String execId, ExecutionUpdate update) {
        update.validated();
        ExecutionStatus expected = update.expectedStatus();
        return sessions.change(
                row(execId),
                session -> ResearchStatements.UPDATE_STATUS.update(
                        session,
                        update.status().text(),
                        update.successfulCount(),
                        update.failedCount(),
                        update.status().isFinal()
                                ? Timestamps.format(database.clock().instant())
                                : null,
                        execId,
                        expected == null ? null : expected.text()));
    }

    @Override
    public TranscriptDetail createTranscript(NewTranscript transcript) {
        TranscriptDetail stored = transcript.validated().at(database.clock().instant());
        sessions.insert(
                row(stored.execId(), stored.synthId()), TranscriptEntity.of(ResearchQueries.newTranscriptId(), stored));
        return stored;
    }

    @Override
    public TranscriptDetail getTranscript(String execId, String synthId) {
        return sessions.find(
                        row(execId, synthId),
                        session -> Optional.ofNullable(
                                session.get(TranscriptEntity.class, new TranscriptKey(execId, synthId))))
                .orElseThrow(() -> new TranscriptNotFoundException(execId, synthId))
                .toRecord(database.naiveZone());
    }

    @Override
    public Page<TranscriptSummary> listTranscripts(String execId, PageRequest request) {
        PageQuery<TranscriptSummaryRow> query = new PageQuery<>(
                ResearchStatements.listTranscripts(ResearchQueries.TRANSCRIPTS.orderOf(request)),
                COUNT_TRANSCRIPTS,
                TranscriptSummaryRow.class,
                Map.of("execId", execId));
        if (!exists(execId)) {
            throw new ExecutionNotFoundException(execId);
        }
        return sessions.list(
                TranscriptEntity.TABLE,
                session -> query.run(session, request, found -> found.toPageRow(database.naiveZone())));
    }

    private boolean exists(String execId) {
        return sessions.find(
                        row(execId),
                        session -> session.createSelectionQuery(ResearchStatements.EXECUTION_EXISTS, Integer.class)
                                .setParameter("execId", execId)
                                .uniqueResultOptional())
                .isPresent();
    }

    @Override
    public Set<String> checkSummariesExistBatch(@Nullable Collection<String> execIds) {
        return execIds(ResearchExecutionEntity.TABLE, statements.summariesExist, execIds);
    }

    @Override
    public Set<String> checkPrfaqsExistBatch(@Nullable Collection<String> execIds) {
        return execIds(PrfaqEntity.TABLE, statements.prfaqsExist, execIds);
    }

    @Override
    public Set<String> checkAdditionalContextExistBatch(@Nullable Collection<String> execIds) {
        return execIds(ResearchExecutionEntity.TABLE, statements.contextsExist, execIds);
    }

    @Override
    public Map<String, Optional<String>> getAdditionalContextBatch(@Nullable Collection<String> execIds) {
        return byExecId(
                ResearchExecutionEntity.TABLE,
                statements.contexts,
                row -> Optional.ofNullable(row.getString(2)),
                execIds);
    }

    @Override
    public Map<String, Integer> getTotalTurnsBatch(@Nullable Collection<String> execIds) {
        return byExecId(
                TranscriptEntity.TABLE,
                statements.totalTurns,
                row -> ResearchQueries.totalTurns(row.getString(1), row.getLong(2)),
                execIds);
    }

    private Set<String> execIds(String table, SqlStatement statement, @Nullable Collection<String> execIds) {
        return byExecId(table, statement, row -> true, execIds).keySet();
    }

    /** Runs a statement on a list of ids, whose rows start with one each; not at all without ids. */
    private <T> Map<String, T> byExecId(
            String table, SqlStatement statement, SqlStatement.Reader<T> reader, @Nullable Collection<String> execIds) {
        TextList ids = ResearchQueries.ids(execIds);
        if (ids.texts().isEmpty()) {
            return Map.of();
        }
        return sessions
                .list(
                        table,
                        session -> statement.list(session, row -> Map.entry(row.getString(1), reader.read(row)), ids))
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static boolean isStorable(String text) {
        return StorableText.firstUnstorable(text) < 0;
    }

    private static RowKey row(String execId) {
        return RowKey.of(ResearchExecutionEntity.TABLE, "exec_id", execId);
    }

    private static RowKey row(String execId, String synthId) {
        return new RowKey(
                TranscriptEntity.TABLE,
                StoredResearch.transcriptKey(execId, synthId),
                isStorable(execId) && isStorable(synthId));
    }
}
