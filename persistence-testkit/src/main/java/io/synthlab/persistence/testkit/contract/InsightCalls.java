package io.synthlab.persistence.testkit.contract;

import static io.synthlab.persistence.testkit.fixture.StudyRows.A;
import static io.synthlab.persistence.testkit.fixture.StudyRows.R;
import static io.synthlab.persistence.testkit.fixture.StudyRows.T0;

import io.synthlab.persistence.Repositories;
import io.synthlab.persistence.analysis.ChartInsight;
import io.synthlab.persistence.analysis.InsightStatus;
import io.synthlab.persistence.insight.RegionAnalysis;
import io.synthlab.persistence.insight.SensitivityResult;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Every method of the repositories of insights, sensitivities and regions, called on the simulation R. */
final class InsightCalls {
    private static final ChartInsight INSIGHT = ChartInsight.of(A, "pdp", "s", T0, InsightStatus.COMPLETED);
    private static final SensitivityResult RESULT = SensitivityResult.of(R, T0, List.of(), 0, "x", List.of());

    /** Reading methods by repository and name. */
    static final Map<String, Function<Repositories, Object>> READS = Map.ofEntries(
            Map.entry("insights.find", all -> all.insights().find(R, "pdp").orElseThrow()),
            Map.entry("insights.findAll", all -> all.insights().findAll(R)),
            Map.entry(
                    "insights.findStored",
                    all -> all.insights().findStored(R, "pdp").orElseThrow()),
            Map.entry("insights.listStored", all -> all.insights().listStored(R)),
            Map.entry(
                    "insights.findExecutiveSummary",
                    all -> all.insights().findExecutiveSummary(R).orElseThrow()),
            Map.entry(
                    "sensitivities.findBySimulation",
                    all -> all.sensitivities().findBySimulation(R).orElseThrow()),
            Map.entry("sensitivities.findById", all -> all.sensitivities().findById("nope")),
            Map.entry(
                    "regions.listRegionAnalyses",
                    all -> all.regions().listRegionAnalyses(R).get(0)));

    /** Writing methods by repository and name, each such that it would change something. */
    static final Map<String, Function<Repositories, Object>> WRITES = Map.ofEntries(
            Map.entry("insights.save", all -> all.insights().save(R, "scatter", INSIGHT)),
            Map.entry("insights.saveExecutiveSummary", all -> all.insights().saveExecutiveSummary(R, "other")),
            Map.entry("insights.deleteBySimulation", all -> all.insights().deleteBySimulation(R)),
            Map.entry("insights.delete", all -> all.insights().delete(R, "pdp")),
            Map.entry("sensitivities.saveResult", all -> all.sensitivities().saveResult(RESULT)),
            Map.entry(
                    "sensitivities.deleteBySimulation",
                    all -> all.sensitivities().deleteBySimulation(R)),
            Map.entry("regions.saveRegionAnalyses", all -> saved(all, "new")),
            Map.entry(
                    "regions.replaceRegionAnalyses",
                    all -> all.regions().replaceRegionAnalyses(R, List.of(region("other")))),
            Map.entry("regions.deleteRegionAnalyses", all -> all.regions().deleteRegionAnalyses(R)));

    private InsightCalls() {}

    /** Stores what the calls find; the simulation exists. */
    static void given(Repositories all) {
        all.insights().save(R, "pdp", INSIGHT);
        all.insights().saveExecutiveSummary(R, "um");
        all.sensitivities().saveResult(RESULT);
        saved(all, "region_1");
    }

    private static RegionAnalysis region(String id) {
        return new RegionAnalysis(id, R, List.of(), "", 1, 1, 0.5, 0.25, 0.25, 0);
    }

    private static boolean saved(Repositories all, String id) {
        all.regions().saveRegionAnalyses(List.of(region(id)));
        return true;
    }
}
