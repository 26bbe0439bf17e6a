package io.synthlab.persistence.jdbc.research;

import io.synthlab.persistence.internal.query.RowOrder;
import io.synthlab.persistence.jdbc.statement.Dialect;

/** SQL on {@code prfaq_metadata}, and on the executions that give a PR-FAQ its topic. */
final class PrfaqSql {
    static final String TABLE = "prfaq_metadata";

    /** A table of its own, so that the topic can be sorted by like any other column. */
    private static final String SUMMARY = """
            SELECT p.exec_id, p.topic_name, p.headline, p.one_liner, p.faq_count, p.generated_at, p.validation_status,
                   p.confidence_score%s
              FROM (SELECT q.exec_id, r.topic_name, q.headline, q.one_liner, q.faq_count, q.generated_at,
                           q.validation_status, q.confidence_score
                      FROM prfaq_metadata q
                      LEFT JOIN research_executions r ON r.exec_id = q.exec_id) p
            """;

    static final String FIND = SUMMARY.formatted("") + " WHERE p.exec_id = ?";

    static final String COUNT = "SELECT count(*) FROM prfaq_metadata";

    static final String FIND_MARKDOWN = "SELECT markdown_content FROM prfaq_metadata WHERE exec_id = ?";

    static final String FIND_JSON = "SELECT json_content FROM prfaq_metadata WHERE exec_id = ?";

    static final String FIND_STATUS = "SELECT status FROM prfaq_metadata WHERE exec_id = ? AND status IS NOT NULL";

    static final String FIND_GENERATION = "SELECT status, started_at FROM prfaq_metadata WHERE exec_id = ?";

    /** Guard and change in one statement: of several callers the database lets one through. NULL is no state. */
    static final String CREATE_PENDING = """
            INSERT INTO prfaq_metadata (exec_id, status, started_at, model)
            VALUES (?, 'generating', ?, ?)
            ON CONFLICT (exec_id) DO UPDATE
               SET status = excluded.status, started_at = excluded.started_at, model = excluded.model,
                   error_message = NULL
             WHERE coalesce(prfaq_metadata.status, '') <> 'generating'
            """;

    static final String FAIL_STALE = """
            UPDATE prfaq_metadata
               SET status = 'failed', error_message = ?
             WHERE exec_id = ? AND status = 'generating' AND coalesce(started_at, '') = coalesce(?, '')
            """;

    final String update;
    final String save;

    PrfaqSql(Dialect dialect) {
        String json = dialect.jsonParameter();
        update = """
                UPDATE prfaq_metadata
                   SET status = ?, generated_at = coalesce(?, generated_at),
                       error_message = CASE WHEN ? = 1 THEN NULL ELSE coalesce(?, error_message) END,
                       markdown_content = coalesce(?, markdown_content), json_content = coalesce(%s, json_content),
                       headline = coalesce(?, headline), one_liner = coalesce(?, one_liner),
                       faq_count = coalesce(?, faq_count), validation_status = coalesce(?, validation_status),
                       confidence_score = coalesce(?, confidence_score)
                 WHERE exec_id = ? AND coalesce(status, '') = coalesce(?, status, '')
                """.formatted(json);
        save = """
                INSERT INTO prfaq_metadata
                       (exec_id, generated_at, model, validation_status, confidence_score, headline, one_liner,
                        faq_count, markdown_content, json_content, status, error_message, started_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, %s, 'completed', NULL, NULL)
                ON CONFLICT (exec_id) DO UPDATE
                   SET generated_at = excluded.generated_at, model = excluded.model,
                       validation_status = excluded.validation_status, confidence_score = excluded.confidence_score,
                       headline = excluded.headline, one_liner = excluded.one_liner, faq_count = excluded.faq_count,
                       markdown_content = excluded.markdown_content, json_content = excluded.json_content,
                       status = excluded.status, error_message = excluded.error_message,
                       started_at = excluded.started_at
                """.formatted(json);
    }

    static String list(RowOrder order) {
        return SUMMARY.formatted(", (" + COUNT + ") AS total") + " ORDER BY " + order.toSql("p") + " LIMIT ? OFFSET ?";
    }
}
