package io.synthlab.persistence.jdbc.synth;

import io.synthlab.persistence.internal.search.RenderedSearch;
import io.synthlab.persistence.internal.search.SynthColumn;
import io.synthlab.persistence.jdbc.statement.Dialect;
import java.util.stream.Collectors;

/** SQL on {@code synths}, and on the outcomes that two methods read. */
final class SynthSql {
    static final String TABLE = "synths";

    private static final String COLUMNS =
            "id, synth_group_id, nome, descricao, link_photo, avatar_path, created_at, version, data";

    static final String FIND = "SELECT " + COLUMNS + " FROM synths WHERE id = ?";

    static final String FIND_AVATAR = "SELECT avatar_path FROM synths WHERE id = ?";

    static final String UPDATE_AVATAR = "UPDATE synths SET avatar_path = ? WHERE id = ?";

    static final String COMPLETED_ANALYSIS =
            "SELECT id FROM analysis_runs WHERE experiment_id = ? AND status = 'completed'";

    private static final String BY_SUCCESS =
            "SELECT synth_id FROM synth_outcomes WHERE analysis_id = ? ORDER BY success_rate %s, synth_id LIMIT ?";

    static final String BEST = BY_SUCCESS.formatted("DESC");

    static final String WORST = BY_SUCCESS.formatted("ASC");

    /** No DISTINCT: an analysis holds a synth once. */
    static final String FOR_SIMULATION = """
            SELECT s.id, s.data
              FROM synth_outcomes o
              JOIN synths s ON s.id = o.synth_id
             WHERE o.analysis_id = ? AND s.data IS NOT NULL
             ORDER BY s.id
             LIMIT ?
            """;

    final String upsert;

    SynthSql(Dialect dialect) {
        upsert = """
                INSERT INTO synths (%s) VALUES (?, ?, ?, ?, ?, ?, ?, ?, %s)
                ON CONFLICT (id) DO UPDATE
                   SET synth_group_id = excluded.synth_group_id, nome = excluded.nome, descricao = excluded.descricao,
                       link_photo = excluded.link_photo, avatar_path = excluded.avatar_path,
                       created_at = excluded.created_at, version = excluded.version, data = excluded.data
                """.formatted(COLUMNS, dialect.jsonParameter());
    }

    static String count(RenderedSearch search) {
        return "SELECT count(*) FROM synths WHERE " + search.condition();
    }

    /** The condition stands twice, so its parameters are bound twice: first for the total, then for the page. */
    static String page(RenderedSearch search) {
        String columns = search.columns().stream()
                .filter(column -> column != SynthColumn.DATA) // summaries never show it
                .map(SynthColumn::sqlName)
                .collect(Collectors.joining(", "));
        return "SELECT %s, (%s) AS total FROM synths WHERE %s ORDER BY %s LIMIT ? OFFSET ?"
                .formatted(columns, count(search), search.condition(), search.orderByClause());
    }
}
