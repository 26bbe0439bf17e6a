package io.synthlab.persistence.internal.search;

import io.synthlab.persistence.internal.search.Condition.And;
import io.synthlab.persistence.internal.search.Condition.ColumnComparison;
import io.synthlab.persistence.internal.search.Condition.Comparison;
import io.synthlab.persistence.internal.search.Condition.Constant;
import io.synthlab.persistence.internal.search.Condition.Decided;
import io.synthlab.persistence.internal.search.Condition.In;
import io.synthlab.persistence.internal.search.Condition.IsNull;
import io.synthlab.persistence.internal.search.Condition.Like;
import io.synthlab.persistence.internal.search.Condition.Not;
import io.synthlab.persistence.internal.search.Condition.Or;
import io.synthlab.persistence.internal.search.Operand.Document;
import io.synthlab.persistence.internal.search.Operand.JsonValue;
import io.synthlab.persistence.internal.search.Operand.NumberLiteral;
import io.synthlab.persistence.internal.search.Operand.TextColumn;
import io.synthlab.persistence.internal.search.Operand.Value;
import java.util.List;

/** Writes a condition. What both databases say alike is here; JSON and LIKE are left to each. */
abstract class ConditionRenderer {
    private static final String UNKNOWN = "CAST(NULL AS boolean)";

    final SqlWriter sql;

    ConditionRenderer(SqlWriter sql) {
        this.sql = sql;
    }

    final void render(Condition condition) {
        if (condition instanceof Constant constant) {
            sql.add(constant.value() == null ? UNKNOWN : constant.value() ? "TRUE" : "FALSE");
        } else if (condition instanceof And and) {
            join(" AND ", and.parts());
        } else if (condition instanceof Or or) {
            join(" OR ", or.parts());
        } else if (condition instanceof Not not) {
            sql.add("NOT (");
            render(not.inner());
            sql.add(")");
        } else if (condition instanceof Decided decided) {
            sql.add("COALESCE(");
            render(decided.inner());
            sql.add(decided.whenUnknown() ? ", TRUE)" : ", FALSE)");
        } else {
            predicate(condition);
        }
    }

    private void predicate(Condition condition) {
        if (condition instanceof ColumnComparison compare) {
            sql.add(name(compare.left()) + " " + compare.op().sql() + " " + name(compare.right()));
        } else if (condition instanceof Comparison compare) {
            comparison(compare);
        } else if (condition instanceof In in) {
            in(in);
        } else if (condition instanceof Like like) {
            like(like);
        } else if (condition instanceof IsNull isNull) {
            isNull(isNull.subject());
        } else {
            throw new AssertionError(condition.getClass());
        }
    }

    /** Writes a comparison of a JSON value with a literal. */
    abstract void jsonComparison(JsonPath path, CompareOp op, Value value);

    /** Writes membership of a JSON value; NULL as a member is dealt with by the caller. */
    abstract void jsonIn(JsonPath path, In in);

    /** Writes a JSON value as the left side of LIKE. */
    abstract void jsonLikeSubject(JsonPath path);

    /** Writes a text column as the left side of LIKE. */
    abstract void columnLikeSubject(String column);

    /** Writes the test whether a path leads to nothing or to JSON null. */
    abstract void jsonIsNull(JsonPath path);

    private void comparison(Comparison compare) {
        if (compare.left() instanceof JsonValue json) {
            jsonComparison(json.path(), compare.op(), compare.right());
        } else if (compare.left() instanceof TextColumn column) {
            sql.add(name(column) + " " + compare.op().sql() + " ")
                    .bind(compare.right().asText());
        }
    }

    private void in(In in) {
        sql.add("(");
        if (in.subject() instanceof JsonValue json) {
            jsonIn(json.path(), in);
        } else if (in.subject() instanceof TextColumn column) {
            sql.add(name(column));
            members(in.values().stream().map(Value::asText).toList());
        }
        sql.add(in.orNull() ? " OR " + UNKNOWN + ")" : ")");
    }

    private void like(Like like) {
        if (like.subject() instanceof JsonValue json) {
            jsonLikeSubject(json.path());
        } else if (like.subject() instanceof TextColumn column) {
            columnLikeSubject(name(column));
        }
        sql.add(" LIKE ").bind(like.pattern().sql()).add(" ESCAPE '" + LikePattern.ESCAPE + "'");
    }

    private void isNull(Operand subject) {
        if (subject instanceof JsonValue json) {
            jsonIsNull(json.path());
        } else if (subject instanceof TextColumn column) {
            sql.add(name(column) + " IS NULL");
        } else if (subject instanceof Document) {
            sql.add(SynthColumn.DATA.sqlName() + " IS NULL");
        }
    }

    /** Writes {@code IN} and its list. */
    final void members(List<?> values) {
        String separator = " IN (";
        for (Object value : values) {
            sql.add(separator).bind(value);
            separator = ", ";
        }
        sql.add(")");
    }

    /** The value to bind for a literal that is compared with a JSON value. */
    static Object bound(Value value) {
        return value instanceof NumberLiteral number ? (Object) number.value().doubleValue() : value.asText();
    }

    private void join(String word, List<Condition> parts) {
        String separator = "(";
        for (Condition part : parts) {
            sql.add(separator);
            render(part);
            separator = word;
        }
        sql.add(")");
    }

    private static String name(TextColumn column) {
        return column.column().sqlName();
    }
}
