package io.synthlab.persistence.jpa.research;

import io.synthlab.persistence.internal.query.RowOrder;
import io.synthlab.persistence.jpa.session.SqlStatement;

/** Queries about PR-FAQs: HQL reads, SQL writes on a condition. */
final class PrfaqQueries {
    /** A table of its own, so that the topic can be sorted by like any other attribute. */
    private static final String SUMMARY = """
            select p.execId, p.topicName, p.headline, p.oneLiner, p.faqCount, p.generatedAt, p.validationStatus,
                   p.confidenceScore, %s
              from (select q.execId as execId, r.topicName as topicName, q.headline as headline,
                           q.oneLiner as oneLiner, q.faqCount as faqCount, q.generatedAt as generatedAt,
                           q.validationStatus as validationStatus, q.confidenceScore as confidenceScore
                      from PrfaqEntity q
                      left join ResearchExecutionEntity r on r.execId = q.execId) p
            """;

    static final String COUNT = "select count(*) from PrfaqEntity";

    static final String FIND = SUMMARY.formatted("1L") + " where p.execId = :execId";

    static final String FIND_STATUS = "select status from PrfaqEntity where execId = :execId and status is not null";

    static final SqlStatement FIND_GENERATION =
            new SqlStatement("SELECT status, started_at FROM prfaq_metadata WHERE exec_id = ?");

    /** Guard and change in one statement: of several callers the database lets one through. NULL is no state. */
    static final SqlStatement CREATE_PENDING = new SqlStatement("""
            INSERT INTO prfaq_metadata (exec_id, status, started_at, model)
            VALUES (?, 'generating', ?, ?)
            ON CONFLICT (exec_id) DO UPDATE
               SET status = excluded.status, started_at = excluded.started_at, model = excluded.model,
                   error_message = NULL
             WHERE coalesce(prfaq_metadata.status, '') <> 'generating'
            """);

    static final SqlStatement UPDATE = new SqlStatement("""
            UPDATE prfaq_metadata
               SET status = ?, generated_at = coalesce(?, generated_at),
                   error_message = CASE WHEN ? = 1 THEN NULL ELSE coalesce(?, error_message) END,
                   markdown_content = coalesce(?, markdown_content), json_content = coalesce(?, json_content),
                   headline = coalesce(?, headline), one_liner = coalesce(?, one_liner),
                   faq_count = coalesce(?, faq_count), validation_status = coalesce(?, validation_status),
                   confidence_score = coalesce(?, confidence_score)
             WHERE exec_id = ? AND coalesce(status, '') = coalesce(?, status, '')
            """);

    static final SqlStatement FAIL_STALE = new SqlStatement("""
            UPDATE prfaq_metadata
               SET status = 'failed', error_message = ?
             WHERE exec_id = ? AND status = 'generating' AND coalesce(started_at, '') = coalesce(?, '')
            """);

    private PrfaqQueries() {}

    static String list(RowOrder order) {
        return SUMMARY.formatted("(" + COUNT + ")") + " order by " + order.toHql("p");
    }
}
