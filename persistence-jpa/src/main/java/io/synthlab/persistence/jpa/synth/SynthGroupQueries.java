package io.synthlab.persistence.jpa.synth;

import io.synthlab.persistence.jpa.session.SqlStatement;

/** Queries about groups of synths: HQL reads, SQL writes that HQL would translate anew each time. */
final class SynthGroupQueries {
    private static final String SUMMARY = """
            select g.id, g.name, g.description,
                   (select count(*) from SynthEntity s where s.synthGroupId = g.id),
                   g.createdAt, %s
              from %s g
            """;

    private static final String TABLE = "SynthGroupEntity";

    private static final String NEWEST_FIRST = " order by g.createdAt desc, g.id";

    static final String COUNT = "select count(*) from SynthGroupEntity";

    /** Cuts the page out first: members are counted for its rows only, not for those skipped. */
    private static final String PAGE = """
            (select x.id as id, x.name as name, x.description as description, x.createdAt as createdAt
               from SynthGroupEntity x
              order by x.createdAt desc, x.id
              limit :limit offset :offset)""";

    static final String LIST = SUMMARY.formatted("(" + COUNT + ")", PAGE) + NEWEST_FIRST;

    static final String FIND_BY_ID = SUMMARY.formatted("1L", TABLE) + " where g.id = :id";

    static final String FIND_BY_NAME = SUMMARY.formatted("1L", TABLE) + " where g.name = :name" + NEWEST_FIRST;

    /** Group and members in one statement, so that they agree. */
    static final String FIND_DETAIL = """
            select g.name, g.description, g.createdAt,
                   s.id, s.nome, s.descricao, s.avatarPath, s.createdAt
              from SynthGroupEntity g
              left join SynthEntity s on s.synthGroupId = g.id
             where g.id = :id
             order by s.createdAt desc, s.id
            """;

    static final SqlStatement INSERT_IF_ABSENT = new SqlStatement("""
            INSERT INTO synth_groups (id, name, description, created_at)
            VALUES (?, ?, ?, ?)
            ON CONFLICT (id) DO NOTHING
            """);

    static final SqlStatement DETACH_MEMBERS =
            new SqlStatement("UPDATE synths SET synth_group_id = NULL WHERE synth_group_id = ?");

    private SynthGroupQueries() {}
}
