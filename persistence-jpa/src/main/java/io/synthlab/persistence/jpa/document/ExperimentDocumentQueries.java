package io.synthlab.persistence.jpa.document;

import io.synthlab.persistence.jpa.session.SqlStatement;

/** Queries about documents: HQL reads, SQL writes on a condition. */
final class ExperimentDocumentQueries {
    /** Experiment and type: every document has its own. */
    private static final String OF_EXPERIMENT =
            " from ExperimentDocumentEntity where experimentId = :experimentId and documentType = :documentType";

    static final String FIND_BY_EXPERIMENT = OF_EXPERIMENT;

    static final String LIST = """
            select id, documentType, status, generatedAt, model
              from ExperimentDocumentEntity
             where experimentId = :experimentId
             order by generatedAt desc, id
            """;

    static final String FIND_MARKDOWN = "select markdownContent" + OF_EXPERIMENT + " and status = 'completed'";

    static final String FIND_STATUS = "select status" + OF_EXPERIMENT;

    static final String LIST_COMPLETED = "select documentType from ExperimentDocumentEntity"
            + " where experimentId = :experimentId and status = 'completed'";

    private static final String ROW = " WHERE experiment_id = ? AND document_type = ?";

    static final SqlStatement FIND_GENERATION =
            new SqlStatement("SELECT status, generated_at FROM experiment_documents" + ROW);

    static final SqlStatement DELETE = new SqlStatement("DELETE FROM experiment_documents" + ROW);

    private static final String INSERT = """
            INSERT INTO experiment_documents (id, experiment_id, document_type, markdown_content, metadata,
                                              generated_at, model, status, error_message)
            VALUES (?, ?, ?, %s)
            ON CONFLICT (experiment_id, document_type) DO UPDATE
               SET markdown_content = excluded.markdown_content, metadata = excluded.metadata,
                   generated_at = excluded.generated_at, model = excluded.model, status = excluded.status,
                   error_message = excluded.error_message""";

    static final SqlStatement SAVE = new SqlStatement(INSERT.formatted("?, ?, ?, ?, ?, ?") + ", id = excluded.id");

    /** Guard and change in one statement: of several callers the database lets one through. */
    static final SqlStatement CREATE_PENDING =
            new SqlStatement(INSERT.formatted("'', NULL, ?, ?, 'generating', NULL") + """

             WHERE experiment_documents.status <> 'generating'
            RETURNING id
            """);

    static final SqlStatement UPDATE = new SqlStatement("""
            UPDATE experiment_documents
               SET status = ?, generated_at = coalesce(?, generated_at),
                   markdown_content = coalesce(?, markdown_content), metadata = coalesce(?, metadata),
                   error_message = CASE WHEN ? = 1 THEN NULL ELSE coalesce(?, error_message) END
            """ + ROW + " AND status = coalesce(?, status)");

    static final SqlStatement FAIL_STALE =
            new SqlStatement("UPDATE experiment_documents SET status = 'failed', error_message = ?" + ROW
                    + " AND status = 'generating' AND generated_at = ?");

    private ExperimentDocumentQueries() {}
}
