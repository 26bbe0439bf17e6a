package io.synthlab.persistence.internal.search;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.SortOrder;
import io.synthlab.persistence.error.InvalidQueryException;
import io.synthlab.persistence.internal.search.Token.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A search over table {@code synths}, parsed from the text that callers of the original application write.
 *
 * <p>The text is never sent to a database. It is a condition, or a complete SELECT, in this grammar (words and column
 * names in upper or lower case):
 *
 * <pre>{@code
 * select     = SELECT ( * | column [AS column] {, column [AS column]} ) FROM synths [[AS] alias]
 *              [WHERE condition] [ORDER BY column [ASC|DESC] {, column [ASC|DESC]}]
 * condition  = NOT, AND and OR over comparisons, TRUE, FALSE and parentheses
 * comparison = operand ( = | == | <> | != | < | <= | > | >= ) operand, at least one of them a literal or both columns
 *            | operand IS [NOT] literal             | operand [NOT] IN ( literal {, literal} )
 *            | operand [NOT] BETWEEN literal AND literal
 *            | stored [NOT] LIKE 'pattern' [ESCAPE 'c']
 * operand    = stored | literal
 * stored     = column | json_extract(data, '$.path') | data ->> '$.path'
 * column     = [table .] id, synth_group_id, nome, descricao, link_photo, avatar_path, created_at, version; also in
 *              double quotes. Column data: IS [NOT] NULL only
 * path       = $ { .key | ."key" | [0] }             at most 32 steps
 * literal    = 'text' | [+|-] digits [. digits] | NULL | TRUE | FALSE       at most 15 digits
 * }</pre>
 *
 * <p>The meaning is SQLite's, on both databases: text in the order of its bytes; a number compared with a column counts
 * as its text; {@code json_extract} gives numbers (JSON booleans: 1 and 0) and texts, each number before each text; LIKE
 * ignores the case of A to Z alone; NULL, also JSON null, makes a comparison unknown. No function but
 * {@code json_extract} is known.
 *
 * <p>What {@code jsonb} does not keep cannot be searched for on PostgreSQL: the spelling of a number ({@code 1e2} is the
 * integer 100 there, which shows only when LIKE looks at its text), the order of keys, the spelling of numbers and the
 * escapes inside an object or array that is itself compared as text, and the first of two equal keys, where jsonb keeps
 * the last. Nor does LIKE see {@code Inf} there, SQLite's text of a number above 1e300.
 *
 * <p>Immutable.
 */
public final class SynthSearch {
    /** Longest condition, in characters (code points); the original's limit. */
    public static final int MAX_WHERE_CHARACTERS = 1_000;
    /** Longest SELECT, in characters (code points). */
    public static final int MAX_QUERY_CHARACTERS = 10_000;

    private static final String SELECT = "select";

    private final List<SynthColumn> columns;
    private final Condition condition;
    private final List<SortKey> sortKeys;

    SynthSearch(List<SynthColumn> columns, Condition condition, List<SortKey> sortKeys) {
        this.columns = List.copyOf(columns);
        this.condition = condition;
        this.sortKeys = List.copyOf(sortKeys);
    }

    /**
     * Parses what the caller of a search gives.
     *
     * @param whereClause condition, used when there is no query; {@code null} or empty: every row
     * @param query complete SELECT; wins over the condition, which is then not even looked at; {@code null} or empty:
     *     none
     * @return the search
     * @throws InvalidQueryException if the text that is used is not in the grammar. The detail {@code reason} says what
     *     and at which character, from 1; {@code query} holds the text, or the first 100 characters of one that is too
     *     long, followed by three dots
     */
    public static SynthSearch parse(@Nullable String whereClause, @Nullable String query) {
        if (query != null && !query.isEmpty()) {
            return parseQuery(new SearchText(query));
        }
        if (whereClause != null && !whereClause.isEmpty()) {
            return parseWhere(new SearchText(whereClause));
        }
        return new SynthSearch(List.of(SynthColumn.values()), Condition.TRUE, List.of());
    }

    /** Tells whether the text itself asked for an order. */
    public boolean isSorted() {
        return !sortKeys.isEmpty();
    }

    /**
     * Returns this search sorted by a key first, and by what its text asked for after it.
     *
     * @param key the first key
     * @return the new search
     */
    public SynthSearch sortedFirstBy(SortKey key) {
        List<SortKey> keys = new ArrayList<>();
        keys.add(key);
        keys.addAll(sortKeys);
        return new SynthSearch(columns, condition, keys);
    }

    /**
     * Writes the search for a database.
     *
     * @param kind which database
     * @return its SQL; the order is total, by {@code id} where nothing else decides
     */
    public RenderedSearch render(DatabaseKind kind) {
        SqlWriter sql = new SqlWriter();
        ConditionRenderer renderer = switch (kind) {
            case SQLITE -> new SqliteConditionRenderer(sql);
            case POSTGRESQL -> new PostgresConditionRenderer(sql);
        };
        renderer.render(condition);
        return new RenderedSearch(sql.text(), sql.parameters(), totalOrder(), columns);
    }

    /** Each column once, the first mention counts, and the key at the end. */
    private List<SortKey> totalOrder() {
        Set<SynthColumn> seen = EnumSet.noneOf(SynthColumn.class);
        List<SortKey> keys = new ArrayList<>();
        for (SortKey key : sortKeys) {
            if (seen.add(key.column())) {
                keys.add(key);
            }
        }
        if (seen.add(SynthColumn.ID)) {
            keys.add(new SortKey(SynthColumn.ID, SortOrder.ASC));
        }
        return keys;
    }

    private static SynthSearch parseQuery(SearchText query) {
        if (!Ascii.lower(query.value().strip()).startsWith(SELECT)) {
            throw query.error("Only SELECT queries are allowed");
        }
        query.requireAtMost(MAX_QUERY_CHARACTERS, "SELECT query");
        return new SelectParser(new TokenReader(query)).parse();
    }

    private static SynthSearch parseWhere(SearchText where) {
        where.requireAtMost(MAX_WHERE_CHARACTERS, "WHERE clause");
        TokenReader reader = new TokenReader(where);
        if (reader.peek().kind() == Kind.END) {
            throw where.error("WHERE clause is blank");
        }
        TableName table = new TableName(reader);
        table.is(TableName.SYNTHS);
        Condition condition = new ConditionParser(reader, new OperandParser(reader, table)).parse();
        reader.expect(Kind.END, "AND, OR or the end of the condition");
        return new SynthSearch(List.of(SynthColumn.values()), condition, List.of());
    }
}
