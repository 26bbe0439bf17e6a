package io.synthlab.persistence.jdbc.research;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.internal.query.RowOrder;
import io.synthlab.persistence.internal.query.TextList;
import io.synthlab.persistence.jdbc.statement.Dialect;

/** SQL on {@code research_executions} and {@code transcripts}. */
final class ResearchSql {
    static final String EXECUTIONS = "research_executions";
    static final String TRANSCRIPTS = "transcripts";

    static final String INSERT_EXECUTION = """
            INSERT INTO research_executions (exec_id, experiment_id, topic_name, status, synth_count, model, max_turns,
                                             started_at, additional_context)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String SUMMARY_COLUMNS =
            "r.exec_id, r.experiment_id, r.topic_name, r.status, r.synth_count, r.started_at, r.completed_at";

    /** Whether the experiment of a batch {@code r} has a completed document of a type; never of none. */
    private static final String HAS_DOCUMENT = """
            EXISTS (SELECT 1
                      FROM experiment_documents d
                     WHERE d.experiment_id = r.experiment_id AND d.document_type = '%s' AND d.status = 'completed')""";

    private static final String HAS_SUMMARY = HAS_DOCUMENT.formatted("summary");

    static final String GET_EXECUTION = """
            SELECT %s, r.successful_count, r.failed_count, r.model, r.max_turns,
                   %s AS summary_available,
                   %s AS prfaq_available
              FROM research_executions r
             WHERE r.exec_id = ?
            """.formatted(SUMMARY_COLUMNS, HAS_SUMMARY, HAS_DOCUMENT.formatted("prfaq"));

    static final String EXECUTION_EXISTS = "SELECT count(*) FROM research_executions WHERE exec_id = ?";

    static final String COUNT_EXECUTIONS = "SELECT count(*) FROM research_executions";

    static final String COUNT_BY_EXPERIMENT = COUNT_EXECUTIONS + " WHERE experiment_id = ?";

    /** Compares character by character: LIKE would take the underscore for any character and ignore case on SQLite. */
    static final String FIND_AUTO_INTERVIEW = """
            SELECT %s
              FROM research_executions r
             WHERE r.experiment_id = ? AND substr(r.topic_name, 1, ?) = ?
             ORDER BY r.started_at DESC, r.exec_id
             LIMIT 1
            """.formatted(SUMMARY_COLUMNS);

    /** NULL for a count, the time of completion or the expected state leaves it out. */
    static final String UPDATE_STATUS = """
            UPDATE research_executions
               SET status = ?, successful_count = coalesce(?, successful_count),
                   failed_count = coalesce(?, failed_count), completed_at = coalesce(?, completed_at)
             WHERE exec_id = ? AND status = coalesce(?, status)
            """;

    static final String GET_TRANSCRIPT = """
            SELECT t.exec_id, t.synth_id, t.synth_name, t.turn_count, t.timestamp, t.status, t.messages
              FROM transcripts t
             WHERE t.exec_id = ? AND t.synth_id = ?
            """;

    static final String COUNT_TRANSCRIPTS = "SELECT count(*) FROM transcripts WHERE exec_id = ?";

    final String insertTranscript;
    final String summariesExist;
    final String prfaqsExist;
    final String contextsExist;
    final String contexts;
    final String totalTurns;

    ResearchSql(DatabaseKind kind) {
        insertTranscript = """
                INSERT INTO transcripts (id, exec_id, synth_id, synth_name, status, turn_count, timestamp, messages)
                VALUES (?, ?, ?, ?, ?, ?, ?, %s)
                """.formatted(Dialect.of(kind).jsonParameter());
        String execIds = TextList.condition(kind, "r.exec_id");
        String executions = "SELECT r.exec_id FROM research_executions r WHERE " + execIds;
        summariesExist = executions + " AND " + HAS_SUMMARY;
        prfaqsExist = "SELECT r.exec_id FROM prfaq_metadata r WHERE r.status = 'completed' AND " + execIds;
        contextsExist = executions + " AND r.additional_context <> ''";
        contexts = "SELECT r.exec_id, r.additional_context FROM research_executions r WHERE " + execIds;
        totalTurns = "SELECT r.exec_id, sum(coalesce(r.turn_count, 0)) AS turns FROM transcripts r WHERE " + execIds
                + " GROUP BY r.exec_id";
    }

    static String listExecutions(RowOrder order) {
        return listExecutions(COUNT_EXECUTIONS, "", order);
    }

    /** The experiment is bound twice: first for the total, then for the page. */
    static String listByExperiment(RowOrder order) {
        return listExecutions(COUNT_BY_EXPERIMENT, "WHERE r.experiment_id = ?", order);
    }

    private static String listExecutions(String count, String condition, RowOrder order) {
        return "SELECT %s, (%s) AS total FROM research_executions r %s ORDER BY %s LIMIT ? OFFSET ?"
                .formatted(SUMMARY_COLUMNS, count, condition, order.toSql("r"));
    }

    /** The batch is bound twice: first for the total, then for the page. */
    static String listTranscripts(RowOrder order) {
        return """
                SELECT t.exec_id, t.synth_id, t.synth_name, t.turn_count, t.timestamp, t.status, (%s) AS total
                  FROM transcripts t
                 WHERE t.exec_id = ?
                 ORDER BY %s
                 LIMIT ? OFFSET ?
                """.formatted(COUNT_TRANSCRIPTS, order.toSql("t"));
    }
}
