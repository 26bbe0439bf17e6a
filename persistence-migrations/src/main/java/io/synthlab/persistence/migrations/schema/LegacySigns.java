package io.synthlab.persistence.migrations.schema;

import io.synthlab.persistence.migrations.catalog.SchemaCatalog;
import io.synthlab.persistence.migrations.catalog.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What tells the versions of the original apart: tables and columns, as nothing in a file names its version (data
 * dictionary, section 10).
 */
final class LegacySigns {
    private static final int OLDEST = 7;
    private static final int NEWEST = 15;

    /** Signs of files that the original itself could not bring up, oldest first. */
    private static final Map<String, Predicate<Facts>> UP_TO_VERSION_6 = new LinkedHashMap<>();

    /** What versions 8 to 15 added, in their order. */
    private static final List<Step> STEPS = List.of(
            new Step(8, "interview_guide", null),
            new Step(8, "research_executions", "additional_context"),
            new Step(10, "chart_insights", null),
            new Step(10, "sensitivity_results", null),
            new Step(10, "experiments", "status"),
            new Step(11, "analysis_runs", "scenario_id"),
            new Step(12, "analysis_cache", null),
            new Step(13, "explorations", null),
            new Step(13, "scenario_nodes", null),
            new Step(14, "scenario_nodes", "short_action"),
            new Step(15, "experiment_documents", null));

    static {
        UP_TO_VERSION_6.put(
                "column research_executions.summary_path (first version 1)",
                file -> file.hasColumn("research_executions", "summary_path"));
        UP_TO_VERSION_6.put(
                "column synths.demografia (at most version 3)", file -> file.hasColumn("synths", "demografia"));
        UP_TO_VERSION_6.put(
                "column synths.arquetipo (at most version 4)", file -> file.hasColumn("synths", "arquetipo"));
        UP_TO_VERSION_6.put("no column synths.synth_group_id (at most version 5)", lacks("synths", "synth_group_id"));
        UP_TO_VERSION_6.put(
                "column synth_outcomes.simulation_id (version 5 or 6)",
                file -> file.hasColumn("synth_outcomes", "simulation_id"));
        UP_TO_VERSION_6.put("no column experiments.scorecard_data (version 6)", lacks("experiments", "scorecard_data"));
        UP_TO_VERSION_6.put(
                "column transcripts.id of type integer (at most version 6)",
                file -> file.columnType("transcripts", "id").equals("integer"));
    }

    private LegacySigns() {}

    /**
     * A table or a column that a version of the original added.
     *
     * @param version the version
     * @param table the table
     * @param column the column, or {@code null} for the table itself
     */
    record Step(int version, String table, @Nullable String column) {
        /** Returns whether it tells the version: some tables were made by whoever used them first. */
        boolean isDated() {
            return version != 10 || column != null;
        }

        boolean isThere(Facts file) {
            return column == null ? file.hasTable(table) : file.hasColumn(table, column);
        }

        /** Returns whether it has to be added; a table that is missing comes with its columns. */
        boolean isMissing(Facts file) {
            return column == null ? !file.hasTable(table) : lacks(table, column).test(file);
        }
    }

    /** Lists signs of files that the original itself could not bring up. */
    static List<String> upToVersion6(Facts file) {
        return UP_TO_VERSION_6.entrySet().stream()
                .filter(sign -> sign.getValue().test(file))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Lists what later versions added and the file does not have, oldest first. */
    static List<Step> missingSteps(Facts file) {
        return STEPS.stream().filter(step -> step.isMissing(file)).toList();
    }

    /** Lists tables that every file since version 7 has, and this one does not. */
    static List<String> missingSinceVersion7(Facts file) {
        Set<String> later = STEPS.stream()
                .filter(step -> step.column() == null)
                .map(Step::table)
                .collect(Collectors.toSet());
        return SchemaCatalog.tables().stream()
                .filter(table -> table.presence() == Table.Presence.V15)
                .map(Table::name)
                .filter(table -> !later.contains(table) && !file.hasTable(table))
                .toList();
    }

    /** Says for people what a file is that {@link #upToVersion6} knows nothing against. */
    static String describe(Facts file) {
        int version = newestSeen(file);
        boolean partly = STEPS.stream().anyMatch(step -> step.version() <= version && step.isMissing(file));
        boolean lifted = file.hasColumn("research_executions", "summary_content")
                || file.has(Fact.Kind.INDEX, "experiments", "idx_experiments_status");
        String name = "version " + version + " of the original";
        if (partly) {
            return name + ", partly lifted from an older version";
        }
        if (version < NEWEST) {
            return name;
        }
        if (lifted) {
            return name + ", lifted from an older version";
        }
        boolean older = file.hasTable("prfaq_metadata") || file.hasTable("assumption_log");
        return name + (older ? ", with older tables" : ", made fresh");
    }

    private static int newestSeen(Facts file) {
        return STEPS.stream()
                .filter(step -> step.isDated() && step.isThere(file))
                .mapToInt(Step::version)
                .max()
                .orElse(OLDEST);
    }

    private static Predicate<Facts> lacks(String table, String column) {
        return file -> file.hasTable(table) && !file.hasColumn(table, column);
    }
}
