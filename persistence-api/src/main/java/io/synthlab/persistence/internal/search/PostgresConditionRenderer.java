package io.synthlab.persistence.internal.search;

import io.synthlab.persistence.internal.search.Condition.In;
import io.synthlab.persistence.internal.search.Operand.NumberLiteral;
import io.synthlab.persistence.internal.search.Operand.Value;
import java.util.List;

/**
 * PostgreSQL: says in terms of {@code jsonb} what SQLite means.
 *
 * <p>A JSON value is read once per test, in a sub-select of one row named {@code json}; OFFSET 0 keeps the planner from
 * putting the reading back into each of its uses. Every cast stands behind a look at the value's type, so that no row
 * raises an error.
 */
final class PostgresConditionRenderer extends ConditionRenderer {
    private static final String TYPE = "jsonb_typeof(json.value)";

    /**
     * A JSON number as the double that SQLite reads. PostgreSQL raises an error where SQLite gives infinity or zero,
     * hence the bounds; they lie outside of all literals.
     */
    private static final String JSON_NUMBER =
            "CAST(round(least(greatest(CAST(json.value AS numeric), -1e300), 1e300), 320) AS double precision)";

    private static final String JSON_BOOLEAN = "CAST(CAST(json.value AS boolean) AS integer)";

    /** A JSON string as it is; an object or array as JSON without blanks, which jsonb puts between strings only. */
    private static final String TEXT = "CASE " + TYPE + " WHEN 'string' THEN json.value #>> '{}' ELSE regexp_replace("
            + "CAST(json.value AS text), '(\"([^\"\\\\]|\\\\.)*\")|[[:space:]]+', '\\1', 'g') END COLLATE \"C\"";

    private static final String NUMBER =
            "CASE " + TYPE + " WHEN 'number' THEN " + JSON_NUMBER + " ELSE " + JSON_BOOLEAN + " END";

    /**
     * The text SQLite makes of a JSON number: digits of an integer of 64 bits; otherwise the shortest decimal that reads
     * back as the same double, always with a point, and with an exponent below 1e-4 and from 1e17 on.
     */
    private static final String NUMBER_AS_TEXT = """
            (SELECT CASE WHEN scale(exact) = 0 AND exact BETWEEN -9223372036854775808 AND 9223372036854775807 \
            THEN CAST(exact AS text) \
            WHEN nearest = 0 OR abs(nearest) >= 1e-4 AND abs(nearest) < 1e17 \
            THEN CAST(shortest AS text) || CASE scale(shortest) WHEN 0 THEN '.0' ELSE '' END \
            ELSE regexp_replace(CAST(nearest AS text), '^(-?[0-9])e', '\\1.0e') END \
            FROM (SELECT exact, nearest, CAST(CAST(nearest AS text) AS numeric) AS shortest \
            FROM (SELECT CAST(json.value AS numeric) AS exact, %s AS nearest) AS number) AS spelled)""".formatted(JSON_NUMBER);

    private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    PostgresConditionRenderer(SqlWriter sql) {
        super(sql);
    }

    @Override
    void jsonComparison(JsonPath path, CompareOp op, Value value) {
        boolean number = value instanceof NumberLiteral;
        sql.add("(SELECT ");
        byClass(() -> compareOr(!number, TEXT, op, value, 1), () -> compareOr(number, NUMBER, op, value, -1));
        from(path);
    }

    @Override
    void jsonIn(JsonPath path, In in) {
        sql.add("(SELECT ");
        byClass(() -> memberOf(TEXT, in.texts()), () -> memberOf(NUMBER, in.numbers()));
        from(path);
    }

    @Override
    void jsonLikeSubject(JsonPath path) {
        sql.add("(SELECT ");
        byClass(
                () -> sql.add(folded(TEXT)),
                () -> sql.add("CASE " + TYPE + " WHEN 'number' THEN " + NUMBER_AS_TEXT + " ELSE CAST(" + JSON_BOOLEAN
                        + " AS text) END"));
        from(path);
    }

    @Override
    void columnLikeSubject(String column) {
        sql.add(folded(column));
    }

    @Override
    void jsonIsNull(JsonPath path) {
        sql.add("(SELECT COALESCE(" + TYPE + ", 'null') = 'null'");
        from(path);
    }

    /** Two branches, one per class of values that SQLite tells apart; NULL and JSON null fall through to NULL. */
    private void byClass(Runnable text, Runnable number) {
        sql.add("CASE WHEN " + TYPE + " IN ('string', 'object', 'array') THEN ");
        text.run();
        sql.add(" WHEN " + TYPE + " IN ('number', 'boolean') THEN ");
        number.run();
        sql.add(" END");
    }

    /** A comparison within a class, or the answer that the order of the classes gives. */
    private void compareOr(boolean comparable, String left, CompareOp op, Value right, int classOrder) {
        if (comparable) {
            sql.add(left + " " + op.sql() + " ");
            bindTyped(right);
        } else {
            sql.add(op.holds(classOrder) ? "TRUE" : "FALSE");
        }
    }

    private void memberOf(String left, List<? extends Value> values) {
        if (values.isEmpty()) {
            sql.add("FALSE");
            return;
        }
        sql.add(left);
        members(values.stream().map(ConditionRenderer::bound).toList());
    }

    private void bindTyped(Value value) {
        sql.add("CAST(").bind(bound(value)).add(value instanceof NumberLiteral ? " AS double precision)" : " AS text)");
    }

    private void from(JsonPath path) {
        sql.add(" FROM (SELECT jsonb_path_query_first(data, CAST(")
                .bind("strict $" + path.steps())
                .add(" AS jsonpath), silent => TRUE) AS value OFFSET 0) AS json)");
    }

    private static String folded(String text) {
        return "translate(" + text + ", '" + UPPER + "', '" + Ascii.lower(UPPER) + "')";
    }
}
