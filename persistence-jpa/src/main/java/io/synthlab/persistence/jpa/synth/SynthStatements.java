package io.synthlab.persistence.jpa.synth;

import io.synthlab.persistence.internal.search.RenderedSearch;
import io.synthlab.persistence.internal.search.SortKey;
import io.synthlab.persistence.internal.search.SynthColumn;
import io.synthlab.persistence.jpa.session.SqlStatement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Statements about synths and the outcomes that two methods read: HQL, and SQL for searches and one-row writes. */
final class SynthStatements {
    private static final Map<SynthColumn, String> ATTRIBUTES = new EnumMap<>(Map.of(
            SynthColumn.ID, "id",
            SynthColumn.SYNTH_GROUP_ID, "synthGroupId",
            SynthColumn.NOME, "nome",
            SynthColumn.DESCRICAO, "descricao",
            SynthColumn.LINK_PHOTO, "linkPhoto",
            SynthColumn.AVATAR_PATH, "avatarPath",
            SynthColumn.CREATED_AT, "createdAt",
            SynthColumn.VERSION, "version"));

    static final String COMPLETED_ANALYSIS =
            "select id from AnalysisRunEntity where experimentId = :experimentId and status = 'completed'";

    private static final String BY_SUCCESS =
            "select synthId from SynthOutcomeEntity where analysisId = :analysisId order by successRate %s, synthId";

    static final String BEST = BY_SUCCESS.formatted("desc");

    static final String WORST = BY_SUCCESS.formatted("asc");

    static final String FOR_SIMULATION = """
            select s.id, s.data
              from SynthOutcomeEntity o
              join SynthEntity s on s.id = o.synthId
             where o.analysisId = :analysisId and s.data is not null
             order by s.id
            """;

    static final SqlStatement UPDATE_AVATAR = new SqlStatement("UPDATE synths SET avatar_path = ? WHERE id = ?");

    private SynthStatements() {}

    /** HQL that counts all synths, or those of group {@code :groupId}. */
    static String count(boolean ofGroup) {
        return "select count(*) from SynthEntity" + (ofGroup ? " where synthGroupId = :groupId" : "");
    }

    /** HQL that lists all synths, or those of group {@code :groupId}, as {@link SynthRow}. */
    static String list(boolean ofGroup, List<SortKey> order) {
        return """
                select s.id, s.synthGroupId, s.nome, s.descricao, s.linkPhoto, s.avatarPath, s.createdAt, s.version,
                       (%s)
                  from SynthEntity s
                  %s
                 order by %s
                """.formatted(
                        count(ofGroup),
                        ofGroup ? "where s.synthGroupId = :groupId" : "",
                        order.stream().map(SynthStatements::path).collect(Collectors.joining(", ")));
    }

    /** The key as SQL writes it, NULLs included, with the attribute in place of the column. */
    private static String path(SortKey key) {
        return "s." + ATTRIBUTES.get(key.column())
                + key.toSql().substring(key.column().sqlName().length());
    }

    /** SQL that counts what a search finds. */
    static String searchCount(RenderedSearch search) {
        return "SELECT count(*) AS total FROM synths WHERE " + search.condition();
    }

    /** SQL that selects the columns of {@link SynthRow}; the condition stands twice, for total and rows. */
    static String searchPage(RenderedSearch search) {
        return """
                SELECT id, synth_group_id, nome, descricao, link_photo, avatar_path, created_at, version,
                       (%s) AS total
                  FROM synths
                 WHERE %s
                 ORDER BY %s
                """.formatted(searchCount(search), search.condition(), search.orderByClause());
    }
}
