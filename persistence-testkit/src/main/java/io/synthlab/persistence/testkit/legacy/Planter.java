package io.synthlab.persistence.testkit.legacy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plants defective rows: each is a copy of a clean row with a key of its own and one defect. */
final class Planter {
    private static final String EXTRA_TABLE = "synths_backup_2025";
    private static final int EXTRA_ROWS = 12;

    private final DatabaseWriter writer;
    private final Blueprint blueprint;
    private final Map<String, Integer> plantedPerTable = new HashMap<>();

    Planter(DatabaseWriter writer, Blueprint blueprint) {
        this.writer = writer;
        this.blueprint = blueprint;
    }

    /** Plants every defect whose column the file has, and one unknown table. */
    List<PlantedRow> plantAll() throws SQLException {
        List<PlantedRow> planted = new ArrayList<>();
        for (Defect defect : Defects.all()) {
            if (writer.columns(defect.table()).contains(defect.column())) {
                planted.add(plant(defect));
            }
        }
        planted.addAll(plantTable());
        return planted;
    }

    private PlantedRow plant(Defect defect) throws SQLException {
        String table = defect.table();
        int number = plantedPerTable.merge(table, 1, Integer::sum) - 1;
        Row row = distinguish(table, writer.firstRow(table), number).set(defect.column(), defect.value());
        ignoreChecks(defect.kind() == DirtKind.CHECK_VIOLATION);
        long rowid = writer.insert(table, row);
        ignoreChecks(false);
        List<@Nullable String> key = new ArrayList<>();
        for (String column : writer.keyColumns(table)) {
            key.add((String) row.get(column));
        }
        return new PlantedRow(table, key, defect.kind(), defect.column(), rowid);
    }

    private void ignoreChecks(boolean ignored) throws SQLException {
        writer.execute("PRAGMA ignore_check_constraints=" + ignored);
    }

    /** Gives the copy what keeps it apart from its model and from the rows planted before. */
    private Row distinguish(String table, Row row, int number) {
        int serial = Blueprint.PLANTED + number;
        return switch (table) {
            case "synths" -> row.set("id", blueprint.synthId(blueprint.sizes().synths() + number));
            case "synth_groups" -> row.set("id", blueprint.id(IdKind.GROUP, serial));
            case "experiments" -> row.set("id", blueprint.id(IdKind.EXPERIMENT, serial));
            case "interview_guide" -> row.set("experiment_id", draft(number));
            case "synth_outcomes" ->
                row.set("id", blueprint.id(IdKind.OUTCOME, serial))
                        .set(
                                "analysis_id",
                                blueprint.analysisId(blueprint.sizes().analysed() + 1))
                        .set("synth_id", blueprint.synthId(number));
            case "analysis_cache" -> row.set("cache_key", "clustering_k" + (5 + number));
            case "research_executions", "prfaq_metadata" ->
                row.set(
                        "exec_id",
                        "batch_plantado_"
                                + Blueprint.start().plusMinutes(number).compact());
            case "transcripts" ->
                row.set("id", blueprint.id(IdKind.TRANSCRIPT, serial))
                        .set(
                                "exec_id",
                                blueprint.batch(blueprint.sizes().batches()).execId())
                        .set("synth_id", blueprint.synthId(number));
            case "experiment_documents" ->
                row.set("id", blueprint.id(IdKind.DOCUMENT, serial)).set("experiment_id", draft(number));
            case "explorations" -> row.set("id", blueprint.id(IdKind.EXPLORATION, serial));
            case "scenario_nodes" -> row.set("id", blueprint.id(IdKind.NODE, serial));
            case "feature_scorecards" -> row.set("id", blueprint.id(IdKind.SCORECARD, serial));
            case "simulation_runs" -> row.set("id", blueprint.id(IdKind.SIMULATION, serial));
            case "region_analyses" -> row.set("id", blueprint.id(IdKind.REGION, serial));
            case "sensitivity_results" -> row.set("id", blueprint.id(IdKind.SENSITIVITY, serial) + "0000");
            default -> throw new IllegalArgumentException("no rows are planted in " + table);
        };
    }

    /** Returns one of the experiments that have neither guide nor documents. */
    private String draft(int number) {
        return blueprint.experimentId(blueprint.sizes().analysed() + number % Sizes.DRAFTS);
    }

    private List<PlantedRow> plantTable() throws SQLException {
        writer.execute("CREATE TABLE " + EXTRA_TABLE + " AS SELECT * FROM synths ORDER BY rowid LIMIT " + EXTRA_ROWS);
        List<PlantedRow> planted = new ArrayList<>();
        writer.textByRowid(EXTRA_TABLE, "id").forEach((rowid, id) -> {
            List<@Nullable String> key = new ArrayList<>();
            key.add(id);
            planted.add(new PlantedRow(EXTRA_TABLE, key, DirtKind.EXTRA_TABLE, null, rowid));
        });
        return planted;
    }
}
