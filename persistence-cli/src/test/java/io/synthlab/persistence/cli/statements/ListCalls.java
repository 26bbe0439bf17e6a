package io.synthlab.persistence.cli.statements;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.Repositories;
import io.synthlab.persistence.analysis.OutcomeDraft;
import io.synthlab.persistence.analysis.SynthAttributes;
import io.synthlab.persistence.analysis.SynthOutcome;
import io.synthlab.persistence.insight.RegionAnalysis;
import io.synthlab.persistence.legacy.SimulationFilter;
import io.synthlab.persistence.synth.Synth;
import io.synthlab.persistence.testkit.fixture.Fixtures;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One call of every method that lists or takes a list, on a {@link Population}. */
final class ListCalls {
    private static final PageRequest PAGE = PageRequest.of(PageRequest.MAX_LIMIT, 0);

    private static final SynthAttributes ATTRIBUTES = SynthAttributes.fromJson(Fixtures.ATTRIBUTES);

    private ListCalls() {}

    /** Returns the calls by the method they are of; lists that are given have a certain number of items. */
    static Map<String, Consumer<Repositories>> of(int items) {
        Map<String, Consumer<Repositories>> calls = new TreeMap<>();
        addExperiments(calls);
        addSynths(calls, items);
        addAnalyses(calls, items);
        addResearch(calls, items);
        addGenerated(calls);
        addExplorations(calls);
        addInsights(calls, items);
        addLegacy(calls, items);
        return calls;
    }

    private static void addExperiments(Map<String, Consumer<Repositories>> calls) {
        calls.put("ExperimentRepository.list", all -> all.experiments().list(PAGE));
    }

    private static void addSynths(Map<String, Consumer<Repositories>> calls, int items) {
        calls.put("SynthRepository.list", all -> all.synths().list(PAGE));
        calls.put("SynthRepository.listByGroup", all -> all.synths().listByGroup(Population.GROUP, PAGE));
        calls.put("SynthRepository.search", all -> all.synths().search("nome LIKE 'n%'", null, PAGE));
        calls.put(
                "SynthRepository.listForSimulation",
                all -> all.synths().listForSimulation(Population.EXPERIMENT, items));
        calls.put("SynthRepository.listFields", all -> all.synths().listFields());
        List<Synth> synths = list(items, i -> Fixtures.synth("%06x".formatted(i), "n"));
        calls.put("SynthRepository.saveAll", all -> all.synths().saveAll(synths));
        calls.put("SynthGroupRepository.list", all -> all.synthGroups().list(PAGE));
    }

    private static void addAnalyses(Map<String, Consumer<Repositories>> calls, int items) {
        String id = Population.ANALYSIS;
        List<OutcomeDraft> drafts = list(items, i -> OutcomeDraft.of("n" + i, 0.5, 0.25, 0.25, ATTRIBUTES));
        List<SynthOutcome> outcomes = list(items, i -> SynthOutcome.of(id, "m" + i, 0.5, 0.25, 0.25, ATTRIBUTES));
        Map<String, JsonValue> entries =
                IntStream.range(0, items).boxed().collect(Collectors.toMap(i -> "k" + i, i -> JsonValue.parse("{}")));
        calls.put(
                "AnalysisOutcomeRepository.listByAnalysis",
                all -> all.analysisOutcomes().listByAnalysis(id));
        calls.put(
                "AnalysisOutcomeRepository.saveAll",
                all -> all.analysisOutcomes().saveAll(id, drafts));
        calls.put(
                "SynthOutcomeRepository.listByAnalysis",
                all -> all.synthOutcomes().listByAnalysis(id, PAGE));
        calls.put("SynthOutcomeRepository.createAll", all -> all.synthOutcomes().createAll(outcomes));
        calls.put(
                "AnalysisCacheRepository.listByAnalysis",
                all -> all.analysisCache().listByAnalysis(id));
        calls.put(
                "AnalysisCacheRepository.listChartInsights",
                all -> all.analysisCache().listChartInsights(id));
        calls.put("AnalysisCacheRepository.saveAll", all -> all.analysisCache().saveAll(id, entries));
    }

    private static void addResearch(Map<String, Consumer<Repositories>> calls, int items) {
        List<String> ids = list(items, "batch_%08x"::formatted);
        calls.put("ResearchRepository.listExecutions", all -> all.research().listExecutions(PAGE));
        calls.put(
                "ResearchRepository.listExecutionsByExperiment",
                all -> all.research().listExecutionsByExperiment(Population.EXPERIMENT, PAGE));
        calls.put(
                "ResearchRepository.listTranscripts",
                all -> all.research().listTranscripts(Population.EXECUTION, PAGE));
        calls.put(
                "ResearchRepository.checkSummariesExistBatch",
                all -> all.research().checkSummariesExistBatch(ids));
        calls.put(
                "ResearchRepository.checkPrfaqsExistBatch",
                all -> all.research().checkPrfaqsExistBatch(ids));
        calls.put(
                "ResearchRepository.checkAdditionalContextExistBatch",
                all -> all.research().checkAdditionalContextExistBatch(ids));
        calls.put(
                "ResearchRepository.getAdditionalContextBatch",
                all -> all.research().getAdditionalContextBatch(ids));
        calls.put("ResearchRepository.getTotalTurnsBatch", all -> all.research().getTotalTurnsBatch(ids));
    }

    private static void addGenerated(Map<String, Consumer<Repositories>> calls) {
        calls.put("PrfaqRepository.listPrfaqs", all -> all.prfaqs().listPrfaqs(PAGE));
        calls.put(
                "ExperimentDocumentRepository.listByExperiment",
                all -> all.documents().listByExperiment(Population.EXPERIMENT));
        calls.put(
                "ExperimentDocumentRepository.checkDocumentsExist",
                all -> all.documents().checkDocumentsExist(Population.EXPERIMENT));
    }

    private static void addExplorations(Map<String, Consumer<Repositories>> calls) {
        String id = Population.EXPLORATION;
        calls.put(
                "ExplorationRepository.listExplorationsByExperiment",
                all -> all.explorations().listExplorationsByExperiment(Population.EXPERIMENT));
        calls.put(
                "ExplorationRepository.listNodesByExploration",
                all -> all.explorations().listNodesByExploration(id));
        calls.put(
                "ExplorationRepository.listFrontierNodes",
                all -> all.explorations().listFrontierNodes(id));
        calls.put(
                "ExplorationRepository.countNodesByStatus",
                all -> all.explorations().countNodesByStatus(id));
        calls.put(
                "ExplorationRepository.listPathToNode",
                all -> all.explorations().listPathToNode("node_00000002"));
        calls.put(
                "ExplorationRepository.listChildren", all -> all.explorations().listChildren(Population.NODE));
    }

    private static void addInsights(Map<String, Consumer<Repositories>> calls, int items) {
        String id = Population.SIMULATION;
        List<RegionAnalysis> regions =
                list(items, i -> new RegionAnalysis("r" + i, id, List.of(), "", 1, 1, 0.5, 0.25, 0.25, 0));
        calls.put("InsightRepository.findAll", all -> all.insights().findAll(id));
        calls.put("InsightRepository.listStored", all -> all.insights().listStored(id));
        calls.put("RegionRepository.listRegionAnalyses", all -> all.regions().listRegionAnalyses(id));
        calls.put("RegionRepository.saveRegionAnalyses", all -> all.regions().saveRegionAnalyses(regions));
        calls.put("RegionRepository.replaceRegionAnalyses", all -> all.regions().replaceRegionAnalyses(id, regions));
    }

    private static void addLegacy(Map<String, Consumer<Repositories>> calls, int items) {
        String id = Population.SIMULATION;
        List<SynthOutcome> outcomes =
                list(items, i -> SynthOutcome.of("ana_ffffffff", "q" + i, 0.5, 0.25, 0.25, ATTRIBUTES));
        calls.put("ScorecardRepository.listScorecards", all -> all.scorecards().listScorecards(items, 0));
        calls.put(
                "ScorecardRepository.listByExperimentId",
                all -> all.scorecards().listByExperimentId(Population.EXPERIMENT, items, 0));
        calls.put(
                "SimulationRepository.listSimulationRuns",
                all -> all.simulations().listSimulationRuns(SimulationFilter.ALL, items, 0));
        calls.put(
                "SimulationRepository.listByExperimentId",
                all -> all.simulations().listByExperimentId(Population.EXPERIMENT, items, 0));
        calls.put(
                "SimulationRepository.listSynthOutcomes",
                all -> all.simulations().listSynthOutcomes(id, items, 0));
        calls.put(
                "SimulationRepository.saveSynthOutcomes",
                all -> all.simulations().saveSynthOutcomes(id, outcomes));
    }

    private static <T> List<T> list(int items, IntFunction<T> item) {
        return IntStream.range(0, items).mapToObj(item).toList();
    }
}
