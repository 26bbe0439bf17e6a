package io.synthlab.persistence.migrations.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The 19 tables as the data dictionary has them, in an order that satisfies every foreign key.
 *
 * <p>This is the first version of the schema; {@link ExpectedSchema} knows what later ones make of it. Read once from {@code schema.tsv}: one fact a line, so that tests, baseline and mover share one source.
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

    /** Returns the tables as the first version makes them: without what only lifted files of the original have. */
    public static List<Table> firstVersion() {
        return TABLES.values().stream().map(SchemaCatalog::withoutLifted).toList();
    }

    private static Table withoutLifted(Table table) {
        return table.withIndexes(table.indexes().stream()
                .filter(index -> index.presence() != Table.Presence.LIFTED)
                .toList());
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
        TableDrafts drafts = new TableDrafts(LOAD_ORDER);
        drafts.add(CatalogLine.read(
                SchemaCatalog.class.getResourceAsStream("schema.tsv"), "schema.tsv", CatalogLine::parse));
        Map<String, Table> tables = new LinkedHashMap<>();
        drafts.build().forEach(table -> tables.put(table.name(), table));
        return tables;
    }
}
