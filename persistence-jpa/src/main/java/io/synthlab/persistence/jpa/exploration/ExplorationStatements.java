package io.synthlab.persistence.jpa.exploration;

import io.synthlab.persistence.jpa.session.SqlStatement;

/** Statements about explorations: HQL reads, SQL writes on a condition. */
final class ExplorationStatements {
    static final String LIST_BY_EXPERIMENT =
            "select e from ExplorationEntity e where e.experimentId = :value order by e.startedAt desc, e.id";

    private static final String CHANGE = """
            UPDATE explorations
               SET goal = ?, config = ?, status = ?, current_depth = ?, total_nodes = ?, total_llm_calls = ?,
                   best_success_rate = ?, completed_at = ?
             WHERE id = ?
            """;

    static final SqlStatement UPDATE = new SqlStatement(CHANGE);

    static final SqlStatement UPDATE_EXPECTED = new SqlStatement(CHANGE + " AND status = ?");

    private ExplorationStatements() {}
}
