package io.synthlab.persistence.cli.cells;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.analysis.AggregatedOutcomes;
import io.synthlab.persistence.analysis.AnalysisCacheRepository;
import io.synthlab.persistence.analysis.AnalysisOutcomeRepository;
import io.synthlab.persistence.analysis.AnalysisRepository;
import io.synthlab.persistence.analysis.AnalysisRun;
import io.synthlab.persistence.analysis.AnalysisStatus;
import io.synthlab.persistence.analysis.AnalysisUpdate;
import io.synthlab.persistence.analysis.ChartInsight;
import io.synthlab.persistence.analysis.ExecutiveSummary;
import io.synthlab.persistence.analysis.InsightStatus;
import io.synthlab.persistence.analysis.OutcomeDraft;
import io.synthlab.persistence.analysis.SummaryStatus;
import io.synthlab.persistence.analysis.SynthAttributes;
import io.synthlab.persistence.analysis.SynthOutcome;
import io.synthlab.persistence.analysis.SynthOutcomeRepository;
import io.synthlab.persistence.experiment.Experiment;
import io.synthlab.persistence.testkit.TestClock;
import io.synthlab.persistence.testkit.fixture.Fixtures;
import java.util.List;
import java.util.Map;

/** Calls on analyses, their outcomes and what is cached of them. */
final class AnalysisCells implements Calls {
    private static final String EXPERIMENT = "exp_0badcaf1";
    private static final String ANALYSIS = "ana_0badcaf1";
    private static final String NO_ANALYSIS = "ana_00000000";
    private static final int MANY = 1_000_000;
    private static final SynthAttributes ATTRIBUTES = SynthAttributes.fromJson(Fixtures.ATTRIBUTES);

    @Override
    public void read(Script script, Keys keys) {
        List<String> analyses = keys.all("analysis_runs", "id");
        readAnalyses(script, keys, analyses);
        readOutcomes(script, keys, analyses);
        readCache(script, keys, analyses);
    }

    private static void readAnalyses(Script script, Keys keys, List<String> ids) {
        AnalysisRepository analyses = script.repositories().analyses();
        script.askEach("analysis", ids, analyses::findById);
        List<String> experiments = keys.all("experiments", "id");
        script.askEach("analysis of", experiments, analyses::findByExperimentId);
        script.askEach("completed analysis of", experiments, analyses::findLatestCompletedId);
    }

    private static void readOutcomes(Script script, Keys keys, List<String> ids) {
        AnalysisOutcomeRepository run = script.repositories().analysisOutcomes();
        SynthOutcomeRepository outcomes = script.repositories().synthOutcomes();
        script.askEach("outcomes of", ids, run::listByAnalysis);
        script.askEach("some outcomes of", ids, id -> run.listByAnalysis(id, 7, 3));
        script.askEach("no outcomes of", ids, id -> run.listByAnalysis(id, 0, 0));
        script.askEach("page of outcomes of", ids, id -> outcomes.listByAnalysis(id, PageRequest.of(20, 5)));
        script.askEach("number of outcomes of", ids, outcomes::countByAnalysis);
        script.askEach(
                "statistics of",
                ids,
                id -> outcomes.findStatistics(id)
                        .map(found -> List.of( // databases add up in another order
                                found.synthCount(),
                                Math.round(found.avgSuccessRate() * 1e9),
                                Math.round(found.avgFailedRate() * 1e9),
                                Math.round(found.avgDidNotTryRate() * 1e9))));
        script.askEach("outcome", keys.all("synth_outcomes", "id"), outcomes::findById);
        List<List<String>> pairs = keys.query("SELECT analysis_id, synth_id FROM synth_outcomes WHERE id IS NULL");
        script.askEach("outcome without id", pairs, pair -> outcomes.findById(pair.get(0) + "_" + pair.get(1)));
        script.askEach("outcome of", pairs, pair -> outcomes.findBySynthAndAnalysis(pair.get(1), pair.get(0)));
        script.askEach("latest outcome of", keys.all("synths", "id"), outcomes::findLatestForSynth);
    }

    private static void readCache(Script script, Keys keys, List<String> ids) {
        AnalysisCacheRepository cache = script.repositories().analysisCache();
        script.askEach("cache of", ids, cache::listByAnalysis);
        script.askEach("insights of", ids, cache::listChartInsights);
        script.askEach("summary of", ids, cache::findExecutiveSummary);
        List<List<String>> entries = keys.query("SELECT analysis_id, cache_key FROM analysis_cache");
        script.askEach("cached", entries, entry -> cache.find(entry.get(0), entry.get(1)));
        script.askEach(
                "cached insight",
                entries,
                entry -> cache.findChartInsight(entry.get(0), entry.get(1).replace("insight_", "")));
    }

    @Override
    public void write(Script script, Keys keys) {
        script.repositories().experiments().create(Experiment.of(EXPERIMENT, "Análise", "H", TestClock.START));
        writeAnalyses(script, keys);
        writeOutcomes(script, keys);
        writeCache(script);
        AnalysisRepository analyses = script.repositories().analyses();
        List<String> old = keys.stored("analysis_runs", "id");
        script.askEach("delete analysis", old.subList(0, 4), analyses::delete);
        String owner = keys.first("analysis_runs", "experiment_id");
        script.ask("delete analysis of", () -> analyses.deleteByExperimentId(owner));
        script.ask("delete analysis of none", () -> analyses.deleteByExperimentId("exp_00000000"));
    }

    private static void writeAnalyses(Script script, Keys keys) {
        AnalysisRepository analyses = script.repositories().analyses();
        AnalysisRun run = AnalysisRun.of(ANALYSIS, EXPERIMENT, TestClock.START);
        script.ask("create analysis", () -> analyses.create(run));
        script.ask("create analysis again", () -> analyses.create(run));
        script.ask(
                "second analysis", () -> analyses.create(AnalysisRun.of("ana_0badcaf2", EXPERIMENT, TestClock.START)));
        script.ask(
                "analysis of none",
                () -> analyses.create(AnalysisRun.of("ana_0badcaf3", "exp_00000000", TestClock.START)));
        AnalysisUpdate completed = AnalysisUpdate.to(AnalysisStatus.COMPLETED)
                .withCompletedAt(TestClock.START)
                .withTotalSynths(3)
                .withAggregatedOutcomes(AggregatedOutcomes.of(0.1, 0.2, 0.7))
                .withExecutionTimeSeconds(1.5);
        for (String id : List.of(ANALYSIS, keys.first("analysis_runs", "id"), NO_ANALYSIS)) {
            script.ask("complete " + id, () -> analyses.updateStatus(id, completed));
            script.ask(
                    "complete pending " + id,
                    () -> analyses.updateStatus(id, completed.ifStatusIs(AnalysisStatus.PENDING)));
        }
        script.ask("negative count", () -> analyses.updateStatus(ANALYSIS, completed.withTotalSynths(-1)));
    }

    private static void writeOutcomes(Script script, Keys keys) {
        AnalysisOutcomeRepository run = script.repositories().analysisOutcomes();
        SynthOutcomeRepository outcomes = script.repositories().synthOutcomes();
        List<OutcomeDraft> drafts = List.of(
                OutcomeDraft.of("aaa111", 0.5, 0.25, 0.25, ATTRIBUTES),
                OutcomeDraft.of("ABC-9", 0.1 + 0.2, 0.3, 0.4, ATTRIBUTES),
                OutcomeDraft.of("aaa111", 0, 0, 1, null));
        SynthOutcome outcome = SynthOutcome.of(ANALYSIS, "bbb222", 0.5, 0.25, 0.25, ATTRIBUTES);
        SynthOutcome stored =
                new SynthOutcome("out_0badcafe", ANALYSIS, "bbb222", 0.5, 0.25, 0.25, outcome.attributes());
        script.ask("save outcomes", () -> run.saveAll(ANALYSIS, drafts));
        script.ask("save outcomes of none", () -> run.saveAll(NO_ANALYSIS, drafts));
        script.ask(
                "save bad outcomes", () -> run.saveAll(ANALYSIS, List.of(new OutcomeDraft("x", 5.0, 0.0, 0.0, null))));
        script.ask("create outcome", () -> outcomes.create(stored));
        script.ask("create outcome again", () -> outcomes.create(stored));
        script.ask("create outcomes again", () -> outcomes.createAll(List.of(stored)));
        script.ask("outcomes then", () -> run.listByAnalysis(ANALYSIS, MANY, 0));
        List<String> old = keys.stored("synth_outcomes", "analysis_id");
        script.ask("save over old outcomes", () -> run.saveAll(old.get(1), drafts));
        script.ask("delete outcomes", () -> run.deleteByAnalysis(old.get(0)));
        script.ask("delete outcomes one by one", () -> outcomes.deleteByAnalysis(old.get(2)));
        script.ask("delete outcomes again", () -> outcomes.deleteByAnalysis(old.get(0)));
    }

    private static void writeCache(Script script) {
        AnalysisCacheRepository cache = script.repositories().analysisCache();
        JsonValue data = JsonValue.parse("{\"é\": [1e2, 0.30000000000000004]}");
        JsonValue params = JsonValue.parse("{\"bins\": 5}");
        ChartInsight insight = ChartInsight.of(ANALYSIS, "pdp", "Resumo", TestClock.START, InsightStatus.COMPLETED);
        ExecutiveSummary summary = ExecutiveSummary.of(
                ANALYSIS,
                "a",
                "b",
                "c",
                "d",
                List.of("1", "2"),
                List.of("pdp"),
                TestClock.START,
                SummaryStatus.PARTIAL);
        for (String id : List.of(ANALYSIS, NO_ANALYSIS)) {
            script.ask("cache for " + id, () -> cache.save(id, "heatmap", data, params));
            script.ask("cache all for " + id, () -> cache.saveAll(id, Map.of("z", data, "k", data)));
            script.ask("cache nothing for " + id, () -> cache.saveAll(id, Map.of()));
            script.ask("cache badly for " + id, () -> cache.save(id, "k".repeat(51), data, null));
        }
        script.ask("store insight", () -> cache.storeChartInsight(insight));
        script.ask("store summary", () -> cache.storeExecutiveSummary(summary));
        script.ask("cache then", () -> cache.listByAnalysis(ANALYSIS));
        script.ask("delete cached", () -> cache.delete(ANALYSIS, "z"));
        script.ask("delete cached again", () -> cache.delete(ANALYSIS, "z"));
        script.ask("delete all cached", () -> cache.deleteAll(ANALYSIS));
    }
}
