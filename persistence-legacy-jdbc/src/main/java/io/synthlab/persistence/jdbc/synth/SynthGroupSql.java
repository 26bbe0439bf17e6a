package io.synthlab.persistence.jdbc.synth;

import io.synthlab.persistence.jdbc.statement.Dialect;

/** SQL on {@code synth_groups}. */
final class SynthGroupSql {
    static final String TABLE = "synth_groups";

    static final String INSERT = "INSERT INTO synth_groups (id, name, description, created_at) VALUES (?, ?, ?, ?)";

    static final String INSERT_IF_ABSENT = INSERT + " ON CONFLICT (id) DO NOTHING";

    /** Groups {@code g} with the number of their synths, counted for these rows only. */
    private static final String SUMMARY = """
            SELECT g.id, g.name, g.description, g.created_at,
                   (SELECT count(*) FROM synths s WHERE s.synth_group_id = g.id) AS synth_count%s
              FROM %s g
            """;

    static final String FIND = SUMMARY.formatted("", TABLE) + " WHERE g.id = ?";

    static final String FIND_BY_NAME =
            SUMMARY.formatted("", TABLE) + " WHERE g.name = ? ORDER BY g.created_at DESC, g.id LIMIT 1";

    static final String COUNT = "SELECT count(*) FROM synth_groups";

    static final String LIST = SUMMARY.formatted(
                    ", (" + COUNT + ") AS total",
                    "(SELECT id, name, description, created_at FROM synth_groups ORDER BY created_at DESC, id LIMIT ? OFFSET ?)")
            + " ORDER BY g.created_at DESC, g.id";

    static final String DETAIL = """
            SELECT g.id, g.name, g.description, g.created_at, count(s.id) OVER () AS synth_count,
                   s.id AS synth_id, s.nome, s.descricao, s.avatar_path, s.created_at AS synth_created_at
              FROM synth_groups g
              LEFT JOIN synths s ON s.synth_group_id = g.id
             WHERE g.id = ?
             ORDER BY s.created_at DESC, s.id
            """;

    private static final String FIND_ID = "SELECT id FROM synth_groups WHERE id = ?";

    static final String DETACH = "UPDATE synths SET synth_group_id = NULL WHERE synth_group_id = ?";

    static final String DELETE = "DELETE FROM synth_groups WHERE id = ?";

    private SynthGroupSql() {}

    static String lock(Dialect dialect) {
        return FIND_ID + dialect.rowLock();
    }
}
