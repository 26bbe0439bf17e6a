package io.synthlab.persistence.jpa.research;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.internal.query.RowOrder;
import io.synthlab.persistence.internal.query.TextList;
import io.synthlab.persistence.jpa.session.SqlStatement;

/** Statements about batches of interviews and transcripts: HQL reads, SQL for id lists and the write on a condition. */
final class ResearchStatements {
    private static final String SUMMARY =
            "r.execId, r.experimentId, r.topicName, r.status, r.synthCount, r.startedAt, r.completedAt, %s";

    private static final String HAS_DOCUMENT = """
            exists (select 1
                      from ExperimentDocumentEntity d
                     where d.experimentId = r.experimentId and d.documentType = '%s' and d.status = 'completed')""";

    /** The batch beside its two flags, as {@link ExecutionDetailRow}. */
    static final String GET_EXECUTION = "select r, %s, %s from ResearchExecutionEntity r where r.execId = :execId"
            .formatted(HAS_DOCUMENT.formatted("summary"), HAS_DOCUMENT.formatted("prfaq"));

    static final String EXECUTION_EXISTS = "select 1 from ResearchExecutionEntity where execId = :execId";

    static final String COUNT_EXECUTIONS = "select count(*) from ResearchExecutionEntity";

    static final String COUNT_BY_EXPERIMENT = COUNT_EXECUTIONS + " where experimentId = :experimentId";

    static final String COUNT_TRANSCRIPTS = "select count(*) from TranscriptEntity where execId = :execId";

    /** Compares character by character, which LIKE does not. */
    static final String FIND_AUTO_INTERVIEW = """
            select %s
              from ResearchExecutionEntity r
             where r.experimentId = :experimentId and substring(r.topicName, 1, :length) = :prefix
             order by r.startedAt desc, r.execId
            """.formatted(SUMMARY.formatted("1L"));

    /** NULL for a count, the time of completion or the expected state leaves it out. */
    static final SqlStatement UPDATE_STATUS = new SqlStatement("""
            UPDATE research_executions
               SET status = ?, successful_count = coalesce(?, successful_count),
                   failed_count = coalesce(?, failed_count), completed_at = coalesce(?, completed_at)
             WHERE exec_id = ? AND status = coalesce(?, status)
            """);

    final SqlStatement summariesExist;
    final SqlStatement prfaqsExist;
    final SqlStatement contextsExist;
    final SqlStatement contexts;
    final SqlStatement totalTurns;

    ResearchStatements(DatabaseKind kind) {
        summariesExist = byExecId(kind, "SELECT r.exec_id FROM research_executions r", """
                EXISTS (SELECT 1
                          FROM experiment_documents d
                         WHERE d.experiment_id = r.experiment_id AND d.document_type = 'summary'
                           AND d.status = 'completed')
                """);
        prfaqsExist = byExecId(kind, "SELECT r.exec_id FROM prfaq_metadata r", "r.status = 'completed'");
        contextsExist = byExecId(kind, "SELECT r.exec_id FROM research_executions r", "r.additional_context <> ''");
        contexts = byExecId(kind, "SELECT r.exec_id, r.additional_context FROM research_executions r", "1 = 1");
        totalTurns = byExecId(
                kind,
                "SELECT r.exec_id, sum(coalesce(r.turn_count, 0)) FROM transcripts r",
                "1 = 1 GROUP BY r.exec_id");
    }

    private static SqlStatement byExecId(DatabaseKind kind, String select, String condition) {
        return new SqlStatement(
                "%s WHERE %s AND %s".formatted(select, TextList.condition(kind, "r.exec_id"), condition));
    }

    static String listExecutions(RowOrder order) {
        return listExecutions(COUNT_EXECUTIONS, "", order);
    }

    static String listByExperiment(RowOrder order) {
        return listExecutions(COUNT_BY_EXPERIMENT, "where r.experimentId = :experimentId", order);
    }

    private static String listExecutions(String count, String condition, RowOrder order) {
        return "select %s from ResearchExecutionEntity r %s order by %s"
                .formatted(SUMMARY.formatted("(" + count + ")"), condition, order.toHql("r"));
    }

    /** The interviews of a batch as {@link TranscriptSummaryRow}. */
    static String listTranscripts(RowOrder order) {
        return """
                select t.execId, t.synthId, t.synthName, t.turnCount, t.timestamp, t.status, (%s)
                  from TranscriptEntity t
                 where t.execId = :execId
                 order by %s
                """.formatted(COUNT_TRANSCRIPTS, order.toHql("t"));
    }
}
