package io.synthlab.persistence.internal.search;

import io.synthlab.persistence.internal.search.Condition.In;
import io.synthlab.persistence.internal.search.Operand.Value;

/** SQLite: the meaning is its own, so there is little to say. */
final class SqliteConditionRenderer extends ConditionRenderer {
    SqliteConditionRenderer(SqlWriter sql) {
        super(sql);
    }

    @Override
    void jsonComparison(JsonPath path, CompareOp op, Value value) {
        extract(path);
        sql.add(" " + op.sql() + " ").bind(bound(value));
    }

    @Override
    void jsonIn(JsonPath path, In in) {
        extract(path);
        members(in.values().stream().map(ConditionRenderer::bound).toList());
    }

    @Override
    void jsonLikeSubject(JsonPath path) {
        extract(path);
    }

    @Override
    void columnLikeSubject(String column) {
        sql.add(column);
    }

    @Override
    void jsonIsNull(JsonPath path) {
        extract(path);
        sql.add(" IS NULL");
    }

    private void extract(JsonPath path) {
        sql.add("json_extract(data, ").bind("$" + path.steps()).add(")");
    }
}
