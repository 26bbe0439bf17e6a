package io.synthlab.persistence.jdbc.research;

import static io.synthlab.persistence.internal.time.Timestamps.format;

import io.synthlab.persistence.Page;
import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.error.ExecutionNotFoundException;
import io.synthlab.persistence.error.TranscriptNotFoundException;
import io.synthlab.persistence.internal.query.ResearchQueries;
import io.synthlab.persistence.internal.query.SnapshotPage;
import io.synthlab.persistence.internal.query.TextList;
import io.synthlab.persistence.internal.row.StoredResearch;
import io.synthlab.persistence.jdbc.statement.RowMapper;
import io.synthlab.persistence.jdbc.statement.Statements;
import io.synthlab.persistence.jdbc.statement.Target;
import io.synthlab.persistence.research.ExecutionStatus;
import io.synthlab.persistence.research.ExecutionUpdate;
import io.synthlab.persistence.research.Message;
import io.synthlab.persistence.research.NewExecution;
import io.synthlab.persistence.research.NewTranscript;
import io.synthlab.persistence.research.ResearchExecutionDetail;
import io.synthlab.persistence.research.ResearchExecutionSummary;
import io.synthlab.persistence.research.ResearchRepository;
import io.synthlab.persistence.research.TranscriptDetail;
import io.synthlab.persistence.research.TranscriptSummary;
import io.synthlab.persistence.spi.DatabaseContext;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Batches of interviews and transcripts in JDBC. */
public final class JdbcResearchRepository implements ResearchRepository {
    private static final Target EXECUTIONS = Target.table(ResearchSql.EXECUTIONS);
    private static final Target TRANSCRIPTS = Target.table(ResearchSql.TRANSCRIPTS);
    private static final Target PRFAQS = Target.table("prfaq_metadata");

    private final DatabaseContext database;
    private final Statements statements;
    private final ResearchSql sql;
    private final ResearchRows rows;

    /**
     * Creates the repository.
     *
     * @param database the database
     * @param statements runs its statements
     */
    public JdbcResearchRepository(DatabaseContext database, Statements statements) {
        this.database = database;
        this.statements = statements;
        this.sql = new ResearchSql(database.kind());
        this.rows = new ResearchRows(database.naiveZone());
    }

    @Override
    public ResearchExecutionSummary createExecution(NewExecution execution) {
        ResearchExecutionSummary stored =
                execution.validated().startedAt(database.clock().instant());
        statements.update(
                execution(execution.execId()),
                ResearchSql.INSERT_EXECUTION,
                execution.execId(),
                execution.experimentId(),
                execution.topicName(),
                execution.status().text(),
                execution.synthCount(),
                execution.model(),
                execution.maxTurns(),
                format(stored.startedAt()),
                execution.additionalContext());
        return stored;
    }

    @Override
    public ResearchExecutionDetail getExecution(String execId) {
        return statements
                .find(execution(execId), ResearchSql.GET_EXECUTION, rows::detail, execId)
                .orElseThrow(() -> new ExecutionNotFoundException(execId));
    }

    @Override
    public Page<ResearchExecutionSummary> listExecutions(PageRequest request) {
        String list = ResearchSql.listExecutions(ResearchQueries.EXECUTIONS.orderOf(request));
        return page(EXECUTIONS, request, list, ResearchSql.COUNT_EXECUTIONS, rows::summary);
    }

    @Override
    public Page<ResearchExecutionSummary> listExecutionsByExperiment(String experimentId, PageRequest request) {
        String list = ResearchSql.listByExperiment(ResearchQueries.EXECUTIONS.orderOf(request));
        return page(EXECUTIONS, request, list, ResearchSql.COUNT_BY_EXPERIMENT, rows::summary, experimentId);
    }

    @Override
    public Optional<ResearchExecutionSummary> findAutoInterview(String experimentId) {
        String prefix = ResearchQueries.autoPrefix(experimentId);
        return statements.find(
                EXECUTIONS,
                ResearchSql.FIND_AUTO_INTERVIEW,
                rows::summary,
                experimentId,
                prefix.codePointCount(0, prefix.length()),
                prefix);
    }

    @Override
    public boolean updateExecutionStatus(String execId, ExecutionUpdate update) {
        update.validated();
        ExecutionStatus expected = update.expectedStatus();
        return statements.update(
                        execution(execId),
                        ResearchSql.UPDATE_STATUS,
                        update.status().text(),
                        update.successfulCount(),
                        update.failedCount(),
                        update.status().isFinal() ? format(database.clock().instant()) : null,
                        execId,
                        expected == null ? null : expected.text())
                > 0;
    }

    @Override
    public TranscriptDetail createTranscript(NewTranscript transcript) {
        TranscriptDetail stored = transcript.validated().at(database.clock().instant());
        statements.update(
                transcript(stored.execId(), stored.synthId()),
                sql.insertTranscript,
                ResearchQueries.newTranscriptId(),
                stored.execId(),
                stored.synthId(),
                stored.synthName(),
                stored.status(),
                stored.turnCount(),
                format(stored.timestamp()),
                Message.listToJson(stored.messages()));
        return stored;
    }

    @Override
    public TranscriptDetail getTranscript(String execId, String synthId) {
        return statements
                .find(transcript(execId, synthId), ResearchSql.GET_TRANSCRIPT, rows::transcriptDetail, execId, synthId)
                .orElseThrow(() -> new TranscriptNotFoundException(execId, synthId));
    }

    @Override
    public Page<TranscriptSummary> listTranscripts(String execId, PageRequest request) {
        String list = ResearchSql.listTranscripts(ResearchQueries.TRANSCRIPTS.orderOf(request));
        if (statements.count(execution(execId), ResearchSql.EXECUTION_EXISTS, execId) == 0) {
            throw new ExecutionNotFoundException(execId);
        }
        return page(TRANSCRIPTS, request, list, ResearchSql.COUNT_TRANSCRIPTS, rows::transcript, execId);
    }

    private <T> Page<T> page(
            Target target, PageRequest request, String list, String count, RowMapper<T> mapper, String... filter) {
        List<String> twice = Stream.of(filter, filter).flatMap(Arrays::stream).toList();
        return SnapshotPage.read(
                request,
                () -> statements.list(
                        target,
                        list,
                        row -> new SnapshotPage.Row<>(mapper.map(row), row.getLong("total")),
                        Statements.parameters(twice, request.limit(), request.offset())),
                () -> statements.count(target, count, (Object[]) filter));
    }

    @Override
    public Set<String> checkSummariesExistBatch(@Nullable Collection<String> execIds) {
        return execIds(EXECUTIONS, sql.summariesExist, execIds);
    }

    @Override
    public Set<String> checkPrfaqsExistBatch(@Nullable Collection<String> execIds) {
        return execIds(PRFAQS, sql.prfaqsExist, execIds);
    }

    @Override
    public Set<String> checkAdditionalContextExistBatch(@Nullable Collection<String> execIds) {
        return execIds(EXECUTIONS, sql.contextsExist, execIds);
    }

    @Override
    public Map<String, Optional<String>> getAdditionalContextBatch(@Nullable Collection<String> execIds) {
        return byExecId(
                EXECUTIONS, sql.contexts, row -> Optional.ofNullable(row.getString("additional_context")), execIds);
    }

    @Override
    public Map<String, Integer> getTotalTurnsBatch(@Nullable Collection<String> execIds) {
        return byExecId(
                TRANSCRIPTS,
                sql.totalTurns,
                row -> ResearchQueries.totalTurns(row.getString("exec_id"), row.getLong("turns")),
                execIds);
    }

    private Set<String> execIds(Target target, String statement, @Nullable Collection<String> execIds) {
        return byExecId(target, statement, row -> true, execIds).keySet();
    }

    /** Runs a statement on a list of ids, whose rows hold one each; not at all without ids. */
    private <T> Map<String, T> byExecId(
            Target target, String statement, RowMapper<T> mapper, @Nullable Collection<String> execIds) {
        TextList ids = ResearchQueries.ids(execIds);
        if (ids.texts().isEmpty()) {
            return Map.of();
        }
        return statements
                .list(target, statement, row -> Map.entry(row.getString("exec_id"), mapper.map(row)), ids)
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Target execution(String execId) {
        return Target.row(ResearchSql.EXECUTIONS, "exec_id", execId);
    }

    private static Target transcript(String execId, String synthId) {
        return new Target(ResearchSql.TRANSCRIPTS, StoredResearch.transcriptKey(execId, synthId));
    }
}
