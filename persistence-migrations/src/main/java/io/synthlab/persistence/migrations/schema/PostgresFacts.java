package io.synthlab.persistence.migrations.schema;

import io.synthlab.persistence.migrations.catalog.CheckExpression;
import io.synthlab.persistence.migrations.query.Rows;
import io.synthlab.persistence.migrations.schema.Fact.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Reads what is true of the tables of the current PostgreSQL schema, the history left out. */
final class PostgresFacts {
    private static final String TABLES = """
            SELECT c.relname FROM pg_class c
             WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
               AND c.relname <> 'synthlab_schema_history'
            """;
    private static final String COLUMNS = """
            SELECT c.relname, a.attname, a.attnotnull, pg_get_expr(d.adbin, d.adrelid),
                   CASE format_type(a.atttypid, a.atttypmod)
                       WHEN 'text' THEN CASE co.collname WHEN 'C' THEN 'text' ELSE 'text collate ' || co.collname END
                       WHEN 'double precision' THEN 'real' WHEN 'jsonb' THEN 'json'
                       ELSE format_type(a.atttypid, a.atttypmod) END
              FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
              LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
              LEFT JOIN pg_collation co ON co.oid = a.attcollation
             WHERE c.relname IN (%s) AND a.attnum > 0 AND NOT a.attisdropped
               AND c.relnamespace = current_schema()::regnamespace
            """.formatted(TABLES);
    /** Constraints are read with their names, which the scripts choose by one scheme. */
    private static final String CONSTRAINTS = """
            SELECT c.relname, k.contype, k.conname, r.relname, k.confupdtype,
                   (SELECT string_agg(a.attname, ', ' ORDER BY p.place) FROM unnest(k.conkey) WITH ORDINALITY p (num, place)
                      JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = p.num),
                   (SELECT string_agg(a.attname, ', ' ORDER BY p.place) FROM unnest(k.confkey) WITH ORDINALITY p (num, place)
                      JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = p.num),
                   CASE k.confdeltype WHEN 'a' THEN 'no action' WHEN 'c' THEN 'cascade' WHEN 'n' THEN 'set null'
                                      WHEN 'r' THEN 'restrict' WHEN 'd' THEN 'set default' END,
                   pg_get_expr(k.conbin, k.conrelid)
              FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid LEFT JOIN pg_class r ON r.oid = k.confrelid
             WHERE c.relname IN (%s) AND k.contype IN ('p', 'u', 'f', 'c')
               AND c.relnamespace = current_schema()::regnamespace
            """.formatted(TABLES);

    private static final String INDEXES = """
            SELECT c.relname, i.relname, x.indisunique,
                   (SELECT string_agg(pg_get_indexdef(x.indexrelid, p, true)
                               || CASE x.indoption[p - 1] & 3 WHEN 1 THEN ' desc nulls last' WHEN 3 THEN ' desc'
                                      WHEN 2 THEN ' nulls first' ELSE '' END, ', ' ORDER BY p)
                      FROM generate_series(1, x.indnkeyatts) p)
                   || CASE m.amname WHEN 'btree' THEN '' ELSE ' using ' || m.amname END
                   || coalesce(' where ' || pg_get_expr(x.indpred, x.indrelid), '')
                   || CASE WHEN x.indisvalid THEN '' ELSE ' (invalid)' END
              FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class c ON c.oid = x.indrelid
              JOIN pg_am m ON m.oid = i.relam
             WHERE c.relname IN (%s)
               AND c.relnamespace = current_schema()::regnamespace
               AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = x.indexrelid AND k.contype IN ('p', 'u'))
            """.formatted(TABLES);
    private static final String NOW = "to_char((now() AT TIME ZONE 'utc'::text), 'YYYY-MM-DD HH24:MI:SS'::text)";

    private PostgresFacts() {}

    static Facts read(Connection connection) throws SQLException {
        List<Fact> facts = new ArrayList<>();
        for (String table : Rows.list(connection, TABLES, row -> row.getString(1))) {
            facts.add(Fact.of(Kind.TABLE, table, "", ""));
        }
        Rows.list(connection, COLUMNS, row -> addColumn(facts, row));
        facts.addAll(Rows.list(connection, CONSTRAINTS, PostgresFacts::constraint));
        Rows.list(connection, INDEXES, row -> row.getString(4) == null ? facts.isEmpty() : facts.add(index(row)));
        return Facts.of(facts);
    }

    private static boolean addColumn(List<Fact> facts, ResultSet row) throws SQLException {
        String table = row.getString(1);
        String column = row.getString(2);
        facts.add(Fact.of(Kind.COLUMN, table, column, row.getString(5)));
        if (row.getBoolean(3)) {
            facts.add(Fact.of(Kind.NOT_NULL, table, column, ""));
        }
        String value = row.getString(4);
        if (value != null) {
            String neutral = value.equals(NOW) ? "datetime('now')" : value.replace("::text", "");
            facts.add(Fact.of(Kind.DEFAULT, table, column, neutral));
        }
        return true;
    }

    private static Fact constraint(ResultSet row) throws SQLException {
        String table = row.getString(1);
        if (row.getString(2).equals("c")) {
            return Fact.of(Kind.CHECK, table, CheckExpression.of(row.getString(9)), "");
        }
        String columns = row.getString(6);
        String named = table + "_" + columns.replace(", ", "_");
        return switch (row.getString(2)) {
            case "p" -> Fact.of(Kind.PRIMARY_KEY, table, "", columns + surplusName(row, table + "_pkey"));
            case "u" -> Fact.of(Kind.UNIQUE, table, columns, surplusName(row, named + "_key"));
            default -> {
                List<String> referenced =
                        Arrays.stream(row.getString(7).split(", ")).collect(Collectors.toList());
                String value = Facts.foreignKey(row.getString(4), referenced, String.valueOf(row.getString(8)));
                yield Fact.of(Kind.FOREIGN_KEY, table, columns, value + surplusName(row, named + "_fkey"));
            }
        };
    }

    /** Returns nothing for a name of the scheme; another one makes the fact differ. */
    private static String surplusName(ResultSet row, String expected) throws SQLException {
        String name = row.getString(3);
        return name.equals(expected) ? "" : " named " + name;
    }

    private static Fact index(ResultSet row) throws SQLException {
        return row.getBoolean(3)
                ? Fact.of(Kind.UNIQUE, row.getString(1), row.getString(4), " as an index")
                : Fact.of(
                        Kind.INDEX,
                        row.getString(1),
                        row.getString(2),
                        row.getString(4).replace("\"", ""));
    }
}
