package io.synthlab.persistence.internal.search;

import io.synthlab.persistence.SortOrder;
import io.synthlab.persistence.internal.search.Token.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Parses a complete SELECT on table {@code synths}. */
final class SelectParser {
    /** Words that may stand behind the table and are not its alias; most of them are refused there. */
    private static final Set<String> NO_ALIAS = Set.of(
            "where",
            "order",
            "group",
            "having",
            "limit",
            "offset",
            "window",
            "union",
            "intersect",
            "except",
            "join",
            "left",
            "right",
            "full",
            "inner",
            "outer",
            "cross",
            "natural",
            "on",
            "using",
            "indexed",
            "not");

    private final TokenReader reader;
    private final TableName table;
    private final OperandParser operands;

    SelectParser(TokenReader reader) {
        this.reader = reader;
        this.table = new TableName(reader);
        this.operands = new OperandParser(reader, table);
    }

    /** Parses the text to its end. */
    SynthSearch parse() {
        reader.expectWord("SELECT");
        List<SynthColumn> columns = columns();
        from();
        Condition condition = Condition.TRUE;
        String end = "WHERE, ORDER BY or the end of the query";
        if (reader.takeIfWord("WHERE")) {
            condition = new ConditionParser(reader, operands).parse();
            end = "AND, OR, ORDER BY or the end of the query";
        }
        List<SortKey> keys = List.of();
        if (reader.takeIfWord("ORDER")) {
            keys = orderBy();
            end = "a comma or the end of the query";
        }
        reader.expect(Kind.END, end);
        return new SynthSearch(columns, condition, keys);
    }

    private List<SynthColumn> columns() {
        if (takeStar()) {
            return List.of(SynthColumn.values());
        }
        Token first = reader.peek();
        Set<SynthColumn> columns = new LinkedHashSet<>();
        do {
            columns.add(selected());
        } while (reader.takeIfSign(","));
        if (!columns.contains(SynthColumn.ID)) {
            throw reader.error("the SELECT list must be * or contain id", first);
        }
        return List.copyOf(columns);
    }

    /** Takes {@code *}, or a qualified one, which is the whole list then. */
    private boolean takeStar() {
        if (reader.takeIfSign("*")) {
            return true;
        }
        if (!reader.peekSecond().isSign(".") || !reader.peekThird().isSign("*")) {
            return false;
        }
        table.check(reader.takeName("a column"));
        reader.expectSign(".");
        reader.expectSign("*");
        return true;
    }

    private SynthColumn selected() {
        Token start = reader.peek();
        if (start.isWord("DISTINCT") || reader.peekSecond().isSign("(")) {
            throw reader.error("the SELECT list takes * or columns of synths only, not " + start.describe(), start);
        }
        SynthColumn column = operands.column();
        if (reader.takeIfWord("AS")) {
            Token alias = reader.takeName("a name");
            if (!Ascii.equalsIgnoreCase(alias.text(), column.sqlName())) {
                throw reader.error("a column cannot be renamed", alias);
            }
        }
        return column;
    }

    private void from() {
        reader.expectWord("FROM");
        Token name = reader.takeName("table synths");
        if (!Ascii.equalsIgnoreCase(name.text(), TableName.SYNTHS)) {
            throw reader.error("only table synths can be searched, not " + name.describe(), name);
        }
        table.is(takesAlias() ? reader.takeName("an alias").text() : TableName.SYNTHS);
    }

    private boolean takesAlias() {
        Token token = reader.peek();
        return reader.takeIfWord("AS")
                || token.kind() == Kind.QUOTED_NAME
                || token.kind() == Kind.WORD && !NO_ALIAS.contains(Ascii.lower(token.text()));
    }

    private List<SortKey> orderBy() {
        reader.expectWord("BY");
        List<SortKey> keys = new ArrayList<>();
        do {
            keys.add(sortKey());
        } while (reader.takeIfSign(","));
        return keys;
    }

    private SortKey sortKey() {
        Token start = reader.peek();
        SynthColumn column = operands.column();
        if (column == SynthColumn.DATA) {
            throw reader.error("data cannot be sorted by", start);
        }
        boolean descending = reader.takeIfWord("DESC");
        if (!descending) {
            reader.takeIfWord("ASC");
        }
        return new SortKey(column, descending ? SortOrder.DESC : SortOrder.ASC);
    }
}
