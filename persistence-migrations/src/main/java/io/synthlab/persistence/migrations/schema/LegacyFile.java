package io.synthlab.persistence.migrations.schema;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.error.SchemaMismatchException;
import io.synthlab.persistence.migrations.catalog.SchemaCatalog;
import io.synthlab.persistence.migrations.catalog.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A SQLite file of the original, recognised by its columns: nothing in the file names the version (data dictionary,
 * section 10).
 *
 * @param recognised what it is, for people
 * @param missingTables older tables it does not have
 * @param tolerated differences to version 15 that stay as they are
 */
record LegacyFile(String recognised, List<String> missingTables, List<String> tolerated) {
    private static final int DIFFERENCES_SHOWN = 8;

    /** Signs of files that the original itself could not bring up, oldest first. */
    private static final Map<String, Predicate<Facts>> UP_TO_VERSION_6 = new LinkedHashMap<>();

    /** What versions 8 to 15 added, in their order. */
    private static final Map<String, Predicate<Facts>> ADDED_LATER = new LinkedHashMap<>();

    /** Tables that came after version 7. */
    private static final Set<String> LATER_TABLES = Set.of(
            "interview_guide",
            "chart_insights",
            "sensitivity_results",
            "analysis_cache",
            "explorations",
            "scenario_nodes",
            "experiment_documents");

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
        ADDED_LATER.put("table interview_guide (version 8)", file -> !file.hasTable("interview_guide"));
        ADDED_LATER.put("table chart_insights (version 10)", file -> !file.hasTable("chart_insights"));
        ADDED_LATER.put("table sensitivity_results (version 10)", file -> !file.hasTable("sensitivity_results"));
        ADDED_LATER.put("column experiments.status (version 10)", lacks("experiments", "status"));
        ADDED_LATER.put("column analysis_runs.scenario_id (version 11)", lacks("analysis_runs", "scenario_id"));
        ADDED_LATER.put("table analysis_cache (version 12)", file -> !file.hasTable("analysis_cache"));
        ADDED_LATER.put("table explorations (version 13)", file -> !file.hasTable("explorations"));
        ADDED_LATER.put("table scenario_nodes (version 13)", file -> !file.hasTable("scenario_nodes"));
        ADDED_LATER.put("column scenario_nodes.short_action (version 14)", lacks("scenario_nodes", "short_action"));
        ADDED_LATER.put("table experiment_documents (version 15)", file -> !file.hasTable("experiment_documents"));
    }

    /**
     * Looks at a file.
     *
     * @param connection connection to it
     * @return what it is
     * @throws SchemaMismatchException if it is not of version 15; says what was seen
     */
    static LegacyFile recognise(SchemaConnection connection) {
        try {
            // Checks are tried, whoever spelled them.
            Facts found = SqliteFacts.read(connection.jdbc()).withoutChecks();
            Refusal refusal = new Refusal(connection.target());
            requireTables(found, refusal);
            requireVersion7(found, refusal);
            requireLifted(found, refusal);
            return compared(connection, found, refusal);
        } catch (SQLException e) {
            throw connection.translate(e);
        }
    }

    private static void requireTables(Facts found, Refusal refusal) {
        if (SchemaCatalog.tables().stream().noneMatch(table -> found.hasTable(table.name()))) {
            throw refusal.because("it holds no table of the original", "name another file");
        }
    }

    private static void requireVersion7(Facts found, Refusal refusal) {
        List<String> seen = matching(UP_TO_VERSION_6, found);
        if (seen.isEmpty()) {
            return;
        }
        boolean half = found.hasTable("analysis_runs");
        throw refusal.because(
                (half ? "it is half-lifted, from version 6 or older" : "it is of version 6 or older") + ", seen: "
                        + String.join(", ", seen),
                "the original cannot lift such a file and neither can this command; start with a new database");
    }

    private static void requireLifted(Facts found, Refusal refusal) {
        List<String> foreign = SchemaCatalog.tables().stream()
                .filter(table -> table.presence() == Table.Presence.V15)
                .map(Table::name)
                .filter(table -> !LATER_TABLES.contains(table) && !found.hasTable(table))
                .toList();
        if (!foreign.isEmpty()) {
            throw refusal.because(
                    "it is not a file of the original, missing: " + String.join(", ", foreign), "name another file");
        }
        List<String> missing = matching(ADDED_LATER, found);
        if (!missing.isEmpty()) {
            throw refusal.because(
                    "it is of version 7 to 14 and was not lifted, missing: " + String.join(", ", missing),
                    "this command does not lift yet: open the file once with the original application of version 15,"
                            + " then run it again");
        }
        if (!found.hasColumn("research_executions", "additional_context")) {
            throw refusal.because(
                    "it was made by version 7 or 8, and lifting left out column research_executions.additional_context",
                    "add it with: ALTER TABLE research_executions ADD COLUMN additional_context TEXT");
        }
    }

    private static LegacyFile compared(SchemaConnection connection, Facts found, Refusal refusal) throws SQLException {
        Facts expected = Facts.ofTables(SchemaCatalog.firstVersion(), DatabaseKind.SQLITE)
                .withoutChecks();
        Tolerance tolerance = new Tolerance(expected, found);
        List<Difference> differences = new ArrayList<>(found.differencesTo(expected));
        refuse(differences, tolerance, refusal);
        differences.addAll(CheckTrial.run(connection.jdbc()));
        refuse(differences, tolerance, refusal);
        List<String> tolerated = new ArrayList<>(differences.stream()
                .filter(tolerance::isWorthTelling)
                .map(Difference::describe)
                .toList());
        tolerated.addAll(DanglingReferences.count(connection).describe());
        List<String> missing = SchemaCatalog.tables().stream()
                .map(Table::name)
                .filter(table -> !found.hasTable(table))
                .toList();
        return new LegacyFile(describe(found), missing, tolerated);
    }

    private static void refuse(List<Difference> differences, Tolerance tolerance, Refusal refusal) {
        List<String> refused = differences.stream()
                .filter(difference -> !tolerance.allows(difference))
                .map(Difference::describe)
                .toList();
        if (!refused.isEmpty()) {
            List<String> shown = refused.subList(0, Math.min(refused.size(), DIFFERENCES_SHOWN));
            String rest = shown.size() == refused.size() ? "" : " and " + (refused.size() - shown.size()) + " more";
            throw refusal.because(
                    "it resembles version 15 but differs in what this library relies on: " + String.join(", ", shown)
                            + rest,
                    "mend these on a copy of the file and run the command again");
        }
    }

    private static String describe(Facts found) {
        boolean lifted = found.hasColumn("research_executions", "summary_content")
                || found.has(Fact.Kind.INDEX, "experiments", "idx_experiments_status");
        if (lifted) {
            return "version 15 of the original, lifted from an older version";
        }
        return found.hasTable("prfaq_metadata") || found.hasTable("assumption_log")
                ? "version 15 of the original, with older tables"
                : "version 15 of the original, made fresh";
    }

    private static Predicate<Facts> lacks(String table, String column) {
        return file -> file.hasTable(table) && !file.hasColumn(table, column);
    }

    private static List<String> matching(Map<String, Predicate<Facts>> signs, Facts found) {
        return signs.entrySet().stream()
                .filter(sign -> sign.getValue().test(found))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Says no, always in the same form. */
    private record Refusal(Target target) {
        SchemaMismatchException because(String reason, String remedy) {
            return new SchemaMismatchException(
                    null,
                    null,
                    target.display() + " cannot be taken over: " + reason + "; nothing was changed; " + remedy,
                    null);
        }
    }
}
