package io.synthlab.persistence.jdbc.document;

import io.synthlab.persistence.jdbc.statement.Dialect;

/** SQL on {@code experiment_documents}. */
final class ExperimentDocumentSql {
    static final String TABLE = "experiment_documents";

    private static final String COLUMNS = "id, experiment_id, document_type, markdown_content, metadata, generated_at,"
            + " model, status, error_message";

    /** Experiment and type: every document has its own. */
    private static final String OF_EXPERIMENT =
            " FROM experiment_documents WHERE experiment_id = ? AND document_type = ?";

    static final String FIND_BY_ID = "SELECT " + COLUMNS + " FROM experiment_documents WHERE id = ?";

    static final String FIND_BY_EXPERIMENT = "SELECT " + COLUMNS + OF_EXPERIMENT;

    static final String LIST = """
            SELECT id, document_type, status, generated_at, model
              FROM experiment_documents
             WHERE experiment_id = ?
             ORDER BY generated_at DESC, id
            """;

    static final String FIND_MARKDOWN = "SELECT markdown_content" + OF_EXPERIMENT + " AND status = 'completed'";

    static final String FIND_STATUS = "SELECT status" + OF_EXPERIMENT;

    static final String FIND_GENERATION = "SELECT status, generated_at" + OF_EXPERIMENT;

    static final String LIST_COMPLETED =
            "SELECT document_type FROM experiment_documents WHERE experiment_id = ? AND status = 'completed'";

    static final String DELETE = "DELETE" + OF_EXPERIMENT;

    /** Guard and change in one statement: of several callers the database lets one through. */
    static final String CREATE_PENDING = """
            INSERT INTO experiment_documents (%s) VALUES (?, ?, ?, '', NULL, ?, ?, 'generating', NULL)
            ON CONFLICT (experiment_id, document_type) DO UPDATE
               SET markdown_content = excluded.markdown_content, metadata = excluded.metadata,
                   generated_at = excluded.generated_at, model = excluded.model, status = excluded.status,
                   error_message = excluded.error_message
             WHERE experiment_documents.status <> 'generating'
            RETURNING id
            """.formatted(COLUMNS);

    static final String FAIL_STALE = """
            UPDATE experiment_documents
               SET status = 'failed', error_message = ?
             WHERE experiment_id = ? AND document_type = ? AND status = 'generating' AND generated_at = ?
            """;

    final String save;
    final String update;

    ExperimentDocumentSql(Dialect dialect) {
        String json = dialect.jsonParameter();
        save = """
                INSERT INTO experiment_documents (%s) VALUES (?, ?, ?, ?, %s, ?, ?, ?, ?)
                ON CONFLICT (experiment_id, document_type) DO UPDATE
                   SET id = excluded.id, markdown_content = excluded.markdown_content, metadata = excluded.metadata,
                       generated_at = excluded.generated_at, model = excluded.model, status = excluded.status,
                       error_message = excluded.error_message
                """.formatted(COLUMNS, json);
        update = """
                UPDATE experiment_documents
                   SET status = ?, generated_at = coalesce(?, generated_at),
                       markdown_content = coalesce(?, markdown_content), metadata = coalesce(%s, metadata),
                       error_message = CASE WHEN ? = 1 THEN NULL ELSE coalesce(?, error_message) END
                 WHERE experiment_id = ? AND document_type = ? AND status = coalesce(?, status)
                """.formatted(json);
    }
}
