package io.synthlab.persistence.migrations.catalog;

import io.synthlab.persistence.migrations.catalog.Table.Check;
import io.synthlab.persistence.migrations.catalog.Table.Column;
import io.synthlab.persistence.migrations.catalog.Table.ForeignKey;
import io.synthlab.persistence.migrations.catalog.Table.Index;
import io.synthlab.persistence.migrations.catalog.Table.IndexColumn;
import io.synthlab.persistence.migrations.catalog.Table.Presence;
import io.synthlab.persistence.migrations.catalog.Table.Type;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The 19 tables as the data dictionary has them, in an order that satisfies every foreign key.
 *
 * <p>Read once from {@code schema.tsv}: one fact a line, so that tests, baseline and mover share one source.
 */
public final class SchemaCatalog {
    /** Parents before children (data dictionary, section 2). */
    private static final List<String> LOAD_ORDER = List.of(
            "synth_groups",
            "synths",
            "experiments",
            "interview_guide",
            "analysis_runs",
            "synth_outcomes",
            "analysis_cache",
            "research_executions",
            "transcripts",
            "explorations",
            "scenario_nodes",
            "experiment_documents",
            "feature_scorecards",
            "simulation_runs",
            "region_analyses",
            "sensitivity_results",
            "chart_insights",
            "prfaq_metadata",
            "assumption_log");

    private static final Map<String, Table> TABLES = read();

    private SchemaCatalog() {}

    /** Returns the tables, parents before children. */
    public static List<Table> tables() {
        return List.copyOf(TABLES.values());
    }

    /**
     * Returns one table.
     *
     * @param name its name
     * @return the table
     * @throws IllegalArgumentException if it is none of the 19
     */
    public static Table table(String name) {
        Table table = TABLES.get(name);
        if (table == null) {
            throw new IllegalArgumentException("no table " + name + " in the data dictionary");
        }
        return table;
    }

    private static Map<String, Table> read() {
        Map<String, Draft> drafts = new LinkedHashMap<>();
        LOAD_ORDER.forEach(name -> drafts.put(name, new Draft()));
        try (InputStream in = SchemaCatalog.class.getResourceAsStream("schema.tsv");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .skip(1)
                    .map(Fact::parse)
                    .forEach(fact -> drafts.get(fact.table()).add(fact));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Table> tables = new LinkedHashMap<>();
        drafts.forEach((name, draft) -> tables.put(name, draft.build(name)));
        return tables;
    }

    /** One line of the file. */
    private record Fact(List<String> fields) {
        private static final int FIELDS = 14;

        static Fact parse(String line) {
            List<String> fields = List.of(line.split("\t", -1));
            if (fields.size() != FIELDS) {
                throw new IllegalStateException("schema.tsv: a line has " + fields.size() + " fields, not " + FIELDS);
            }
            return new Fact(fields);
        }

        String kind() {
            return fields.get(0);
        }

        String table() {
            return fields.get(1);
        }

        String name() {
            return fields.get(2);
        }

        List<String> columns() {
            return List.of(fields.get(9).split(","));
        }

        String predicate() {
            return fields.get(10);
        }

        String category() {
            return fields.get(11);
        }

        Presence presence() {
            return Presence.valueOf(fields.get(12).toUpperCase(Locale.ROOT));
        }

        Column column() {
            String defaultValue = fields.get(6).isEmpty() ? null : fields.get(6);
            Type type = Type.valueOf(fields.get(4).toUpperCase(Locale.ROOT));
            return new Column(
                    name(), Integer.parseInt(fields.get(3)), type, fields.get(5).equals("yes"), defaultValue);
        }

        ForeignKey foreignKey() {
            String reference = fields.get(8);
            int open = reference.indexOf('(');
            List<String> referenced = List.of(
                    reference.substring(open + 1, reference.length() - 1).split(","));
            return new ForeignKey(columns(), reference.substring(0, open), referenced, fields.get(7));
        }

        Index index() {
            List<IndexColumn> parts = columns().stream()
                    .map(part -> new IndexColumn(part.replace(" desc", ""), part.endsWith(" desc")))
                    .toList();
            return new Index(name(), parts, presence());
        }
    }

    /** Facts of one table while they are collected. */
    private static final class Draft {
        private Presence presence = Presence.V15;
        private final List<Column> columns = new ArrayList<>();
        private final List<String> primaryKey = new ArrayList<>();
        private final List<ForeignKey> foreignKeys = new ArrayList<>();
        private final List<List<String>> uniques = new ArrayList<>();
        private final List<Check> checks = new ArrayList<>();
        private final List<Index> indexes = new ArrayList<>();

        void add(Fact fact) {
            switch (fact.kind()) {
                case "table" -> presence = fact.presence();
                case "column" -> columns.add(fact.column());
                case "pk" -> primaryKey.addAll(fact.columns());
                case "fk" -> foreignKeys.add(fact.foreignKey());
                case "unique" -> uniques.add(fact.columns());
                case "check" -> checks.add(new Check(fact.columns().get(0), fact.predicate(), fact.category()));
                case "index" -> indexes.add(fact.index());
                default -> throw new IllegalStateException("schema.tsv: unknown kind " + fact.kind());
            }
        }

        Table build(String name) {
            return new Table(name, presence, columns, primaryKey, foreignKeys, uniques, checks, indexes);
        }
    }
}
