package io.synthlab.persistence.cli.cells;

import io.synthlab.persistence.analysis.ChartInsight;
import io.synthlab.persistence.analysis.InsightStatus;
import io.synthlab.persistence.error.ConstraintViolationException;
import io.synthlab.persistence.insight.DimensionSensitivity;
import io.synthlab.persistence.insight.InsightRepository;
import io.synthlab.persistence.insight.RegionAnalysis;
import io.synthlab.persistence.insight.RegionOperator;
import io.synthlab.persistence.insight.RegionRepository;
import io.synthlab.persistence.insight.RegionRule;
import io.synthlab.persistence.insight.SensitivityRepository;
import io.synthlab.persistence.insight.SensitivityResult;
import io.synthlab.persistence.insight.StoredInsight;
import io.synthlab.persistence.testkit.TestClock;
import java.util.List;
import java.util.Map;

/** Calls on insights, sensitivities and regions. */
final class InsightCells implements Calls {
    private static final int PREFIX = 4;
    private static final List<RegionRule> RULES =
            List.of(new RegionRule("trust_mean", RegionOperator.LESS_OR_EQUAL, 0.1 + 0.2));

    @Override
    public void read(Script script, Keys keys) {
        InsightRepository insights = script.repositories().insights();
        List<String> owners = keys.all("chart_insights", "simulation_id");
        script.askEach("insights about", owners, insights::findAll);
        script.askEach(
                "rows about",
                owners,
                owner -> insights.listStored(owner).stream()
                        .map(InsightCells::withoutId)
                        .toList());
        script.askEach("summary about", owners, insights::findExecutiveSummary);
        for (List<String> key : keys.query("SELECT simulation_id, insight_type FROM chart_insights")) {
            script.ask("insight " + key, () -> insights.find(key.get(0), key.get(1)));
            script.ask(
                    "row " + key,
                    () -> insights.findStored(key.get(0), key.get(1)).map(InsightCells::withoutId));
        }
        List<String> simulations = keys.all("simulation_runs", "id");
        SensitivityRepository sensitivities = script.repositories().sensitivities();
        script.askEach("sensitivity of", simulations, sensitivities::findBySimulation);
        script.askEach("sensitivity", keys.all("sensitivity_results", "id"), sensitivities::findById);
        script.askEach("regions of", simulations, script.repositories().regions()::listRegionAnalyses);
    }

    /** A new row gets its id by chance. */
    private static List<Object> withoutId(StoredInsight row) {
        return List.of(
                row.simulationId(),
                row.insightType(),
                row.response(),
                row.document(),
                row.createdAt(),
                row.updatedAt());
    }

    @Override
    public void write(Script script, Keys keys) {
        String simulation = keys.first("simulation_runs", "id");
        writeInsights(script, keys, simulation);
        writeSensitivities(script, simulation);
        writeRegions(script, keys, simulation);
    }

    private static void writeInsights(Script script, Keys keys, String simulation) {
        InsightRepository insights = script.repositories().insights();
        List<String> old = keys.query("SELECT simulation_id, insight_type FROM chart_insights ORDER BY id")
                .get(0);
        ChartInsight insight = ChartInsight.of("ana_0badcafe", "pdp", "Olá", TestClock.START, InsightStatus.COMPLETED);
        script.ask(
                "save insight", () -> insights.save(simulation, "pdp", insight).substring(0, PREFIX));
        script.ask("save over an old insight", () -> insights.save(old.get(0), old.get(1), insight));
        script.ask("save reserved", () -> insights.save(simulation, "executive_summary", insight));
        script.ask(
                "save summary",
                () -> insights.saveExecutiveSummary(simulation, "um").substring(0, PREFIX));
        String last = keys.stored("chart_insights", "simulation_id").get(1);
        script.ask("delete insight", () -> insights.delete(simulation, "pdp"));
        script.ask("delete insight again", () -> insights.delete(simulation, "pdp"));
        script.ask("delete insights", () -> insights.deleteBySimulation(last));
    }

    private static void writeSensitivities(Script script, String simulation) {
        SensitivityRepository sensitivities = script.repositories().sensitivities();
        DimensionSensitivity dimension = DimensionSensitivity.of(
                "complexity", 0.42, List.of(-0.05, 0.05), Map.of("+0.10", Map.of("success", 0.1 + 0.2)), 1.2, 1);
        for (String id : List.of(simulation, "sim_00000000")) {
            SensitivityResult result =
                    SensitivityResult.of(id, TestClock.START, List.of(0.05), 0.5, "complexity", List.of(dimension));
            script.ask(
                    "save sensitivity of " + id,
                    () -> id.equals(simulation)
                            ? sensitivities.saveResult(result).substring(0, PREFIX)
                            : refusedKind(sensitivities, result));
        }
        script.ask("sensitivity then", () -> sensitivities.findBySimulation(simulation));
        script.ask("delete sensitivities", () -> sensitivities.deleteBySimulation(simulation));
        script.ask("delete sensitivities again", () -> sensitivities.deleteBySimulation(simulation));
    }

    /** The error names the new row, whose id is made by chance. */
    private static Object refusedKind(SensitivityRepository sensitivities, SensitivityResult result) {
        try {
            return sensitivities.saveResult(result);
        } catch (ConstraintViolationException e) {
            return List.of(
                    e.kind(), String.valueOf(e.table()), String.valueOf(e.key()).substring(0, "id=sens_".length()));
        }
    }

    private static void writeRegions(Script script, Keys keys, String simulation) {
        RegionRepository regions = script.repositories().regions();
        String taken = keys.first("region_analyses", "id");
        script.run(
                "save regions",
                () -> regions.saveRegionAnalyses(List.of(region("a", simulation), region("b", simulation))));
        script.run(
                "save taken region",
                () -> regions.saveRegionAnalyses(List.of(region("c", simulation), region(taken, simulation))));
        script.run("save region of none", () -> regions.saveRegionAnalyses(List.of(region("d", "sim_00000000"))));
        script.ask(
                "replace regions", () -> regions.replaceRegionAnalyses(simulation, List.of(region("a", simulation))));
        script.ask("replace badly", () -> regions.replaceRegionAnalyses(simulation, List.of(region("x", "other"))));
        script.ask(
                "delete regions", () -> regions.deleteRegionAnalyses(keys.first("region_analyses", "simulation_id")));
    }

    private static RegionAnalysis region(String id, String simulation) {
        return new RegionAnalysis(id, simulation, RULES, "t", 1, 1.5, 0.5, 0.25, 0.25, -0.1);
    }
}
