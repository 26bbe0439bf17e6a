package io.synthlab.persistence.testkit.contract;

import static io.synthlab.persistence.testkit.fixture.Fixtures.A1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.A2;
import static io.synthlab.persistence.testkit.fixture.Fixtures.E1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.day;
import static io.synthlab.persistence.testkit.fixture.StudyRows.X;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.Repositories;
import io.synthlab.persistence.analysis.AnalysisRun;
import io.synthlab.persistence.analysis.AnalysisStatus;
import io.synthlab.persistence.analysis.AnalysisUpdate;
import io.synthlab.persistence.analysis.ChartInsight;
import io.synthlab.persistence.analysis.ExecutiveSummary;
import io.synthlab.persistence.analysis.InsightStatus;
import io.synthlab.persistence.analysis.SummaryStatus;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Every method of the repositories of analyses and their caches, called on the completed analysis A1 of E1. */
final class AnalysisCalls {
    private static final JsonValue DATA = JsonValue.parse("{\"a\": 1}");
    private static final ChartInsight INSIGHT = ChartInsight.of(A1, "pdp", "s", day(3), InsightStatus.COMPLETED);
    private static final ExecutiveSummary SUMMARY =
            ExecutiveSummary.of(A1, "", "", "", "", List.of("a", "b"), List.of("pdp"), day(3), SummaryStatus.COMPLETED);

    /** Reading methods by repository and name. */
    static final Map<String, Function<Repositories, Object>> READS = Map.ofEntries(
            Map.entry("analyses.findById", all -> all.analyses().findById(A1).orElseThrow()),
            Map.entry(
                    "analyses.findByExperimentId",
                    all -> all.analyses().findByExperimentId(E1).orElseThrow()),
            Map.entry(
                    "analyses.findLatestCompletedId",
                    all -> all.analyses().findLatestCompletedId(E1).orElseThrow()),
            Map.entry(
                    "analysis-cache.find",
                    all -> all.analysisCache().find(A1, "heatmap").orElseThrow()),
            Map.entry(
                    "analysis-cache.listByAnalysis", all -> all.analysisCache().listByAnalysis(A1)),
            Map.entry(
                    "analysis-cache.findChartInsight",
                    all -> all.analysisCache().findChartInsight(A1, "pdp").orElseThrow()),
            Map.entry(
                    "analysis-cache.listChartInsights",
                    all -> all.analysisCache().listChartInsights(A1)),
            Map.entry(
                    "analysis-cache.findExecutiveSummary",
                    all -> all.analysisCache().findExecutiveSummary(A1).orElseThrow()));

    /** Writing methods by repository and name, each such that it would change something. */
    static final Map<String, Function<Repositories, Object>> WRITES = Map.ofEntries(
            Map.entry("analyses.create", all -> all.analyses().create(AnalysisRun.of(A2, X, day(3)))),
            Map.entry(
                    "analyses.updateStatus",
                    all -> all.analyses().updateStatus(A1, AnalysisUpdate.to(AnalysisStatus.FAILED))),
            Map.entry("analyses.delete", all -> all.analyses().delete(A1)),
            Map.entry("analyses.deleteByExperimentId", all -> all.analyses().deleteByExperimentId(E1)),
            Map.entry("analysis-cache.save", all -> all.analysisCache().save(A1, "k", DATA, null)),
            Map.entry("analysis-cache.saveAll", all -> all.analysisCache().saveAll(A1, Map.of("k", DATA))),
            Map.entry("analysis-cache.delete", all -> all.analysisCache().delete(A1, "heatmap")),
            Map.entry("analysis-cache.deleteAll", all -> all.analysisCache().deleteAll(A1)),
            Map.entry(
                    "analysis-cache.storeChartInsight",
                    all -> all.analysisCache().storeChartInsight(INSIGHT)),
            Map.entry(
                    "analysis-cache.storeExecutiveSummary",
                    all -> all.analysisCache().storeExecutiveSummary(SUMMARY)));

    private AnalysisCalls() {}

    /** Caches something for A1, which exists. */
    static void given(Repositories all) {
        all.analysisCache().save(A1, "heatmap", DATA, null);
        all.analysisCache().storeChartInsight(INSIGHT);
        all.analysisCache().storeExecutiveSummary(SUMMARY);
    }
}
