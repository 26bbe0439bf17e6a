package io.synthlab.persistence.cli.statements;

import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.document.DocumentType;
import io.synthlab.persistence.legacy.SimulationFilter;
import java.util.ArrayList;
import java.util.List;

/** Which index serves which call; names of unique keys have two underscores behind the table. */
final class IndexedCalls {
    private static final PageRequest PAGE = PageRequest.of(50, 0);

    private static final String ANALYSIS_OF_EXPERIMENT = "analysis_runs__experiment_id_key";
    private static final String OUTCOMES_OF_ANALYSIS = "synth_outcomes__analysis_id_synth_id_key";
    private static final String CACHE_OF_ANALYSIS = "analysis_cache_pkey";
    private static final String TRANSCRIPTS_OF_EXECUTION = "transcripts__exec_id_synth_id_key";
    private static final String DOCUMENTS_OF_EXPERIMENT = "experiment_documents__experiment_id_document_type_key";

    private static final String NODES_OF_EXPLORATION = "idx_scenario_nodes_tree|idx_scenario_nodes_status";
    private static final String INSIGHTS_OF_SIMULATION = "chart_insights__simulation_id_insight_type_key";

    private IndexedCalls() {}

    static List<IndexedCall> all() {
        List<IndexedCall> calls = new ArrayList<>();
        addExperiments(calls);
        addSynths(calls);
        addAnalyses(calls);
        addResearch(calls);
        addGenerated(calls);
        addExplorations(calls);
        addInsights(calls);
        addLegacy(calls);
        return calls;
    }

    private static void addExperiments(List<IndexedCall> calls) {
        calls.add(IndexedCall.of(
                "experiments.findById", all -> all.experiments().findById(Population.EXPERIMENT), "experiments_pkey"));
        calls.add(IndexedCall.of(
                "experiments.list",
                all -> all.experiments().list(PAGE),
                "idx_experiments_newest",
                ANALYSIS_OF_EXPERIMENT,
                "interview_guide_pkey",
                "idx_executions_experiment_newest"));
        calls.add(IndexedCall.of(
                "interviewGuides.findByExperimentId",
                all -> all.interviewGuides().findByExperimentId(Population.EXPERIMENT),
                "interview_guide_pkey"));
    }

    private static void addSynths(List<IndexedCall> calls) {
        calls.add(IndexedCall.of("synths.findById", all -> all.synths().findById(Population.SYNTH), "synths_pkey"));
        calls.add(IndexedCall.of(
                "synths.list by created_at",
                all -> all.synths().list(PAGE.sortedBy("created_at")),
                "idx_synths_newest"));
        calls.add(IndexedCall.of(
                "synths.list by nome", all -> all.synths().list(PAGE.sortedBy("nome")), "idx_synths_nome"));
        calls.add(IndexedCall.of(
                "synths.listByGroup",
                all -> all.synths().listByGroup(Population.GROUP, PAGE),
                "idx_synths_group_newest"));
        calls.add(IndexedCall.of(
                "synths.listForSimulation",
                all -> all.synths().listForSimulation(Population.EXPERIMENT, 50),
                ANALYSIS_OF_EXPERIMENT,
                OUTCOMES_OF_ANALYSIS,
                "synths_pkey"));
        calls.add(IndexedCall.of(
                "synthGroups.list",
                all -> all.synthGroups().list(PAGE),
                "idx_synth_groups_newest",
                "idx_synths_group_newest"));
        calls.add(IndexedCall.of(
                "synthGroups.findById", all -> all.synthGroups().findById(Population.GROUP), "synth_groups_pkey"));
    }

    private static void addAnalyses(List<IndexedCall> calls) {
        String id = Population.ANALYSIS;
        calls.add(IndexedCall.of("analyses.findById", all -> all.analyses().findById(id), "analysis_runs_pkey"));
        calls.add(IndexedCall.of(
                "analyses.findByExperimentId",
                all -> all.analyses().findByExperimentId(Population.EXPERIMENT),
                ANALYSIS_OF_EXPERIMENT));
        calls.add(IndexedCall.of(
                "analyses.findLatestCompletedId",
                all -> all.analyses().findLatestCompletedId(Population.EXPERIMENT),
                ANALYSIS_OF_EXPERIMENT));
        calls.add(IndexedCall.of(
                "analysisCache.deleteAll", all -> all.analysisCache().deleteAll(id), CACHE_OF_ANALYSIS));
        calls.add(IndexedCall.of(
                "analysisOutcomes.listByAnalysis",
                all -> all.analysisOutcomes().listByAnalysis(id),
                OUTCOMES_OF_ANALYSIS));
        calls.add(IndexedCall.of(
                "synthOutcomes.listByAnalysis",
                all -> all.synthOutcomes().listByAnalysis(id, PAGE),
                OUTCOMES_OF_ANALYSIS));
        calls.add(IndexedCall.of(
                "synthOutcomes.findById", all -> all.synthOutcomes().findById("out_00000001"), "synth_outcomes_pkey"));
        calls.add(IndexedCall.of(
                "synthOutcomes.findBySynthAndAnalysis",
                all -> all.synthOutcomes().findBySynthAndAnalysis(Population.SYNTH, id),
                OUTCOMES_OF_ANALYSIS + "|idx_outcomes_synth"));
        calls.add(IndexedCall.of(
                "synthOutcomes.findLatestForSynth",
                all -> all.synthOutcomes().findLatestForSynth(Population.SYNTH),
                "idx_outcomes_synth"));
        calls.add(IndexedCall.of(
                "synthOutcomes.findStatistics", all -> all.synthOutcomes().findStatistics(id), OUTCOMES_OF_ANALYSIS));
        calls.add(IndexedCall.of(
                "analysisCache.find", all -> all.analysisCache().find(id, "insight_00000001"), CACHE_OF_ANALYSIS));
        calls.add(IndexedCall.of(
                "analysisCache.listByAnalysis", all -> all.analysisCache().listByAnalysis(id), CACHE_OF_ANALYSIS));
    }

    private static void addResearch(List<IndexedCall> calls) {
        List<String> ids = List.of(Population.EXECUTION, "batch_00000007", "nope");
        calls.add(IndexedCall.of(
                "research.getExecution",
                all -> all.research().getExecution(Population.EXECUTION),
                "research_executions_pkey",
                DOCUMENTS_OF_EXPERIMENT));
        calls.add(IndexedCall.of(
                "research.listExecutions", all -> all.research().listExecutions(PAGE), "idx_executions_newest"));
        calls.add(IndexedCall.of(
                "research.listExecutionsByExperiment",
                all -> all.research().listExecutionsByExperiment(Population.EXPERIMENT, PAGE),
                "idx_executions_experiment_newest"));
        calls.add(IndexedCall.of(
                "research.findAutoInterview",
                all -> all.research().findAutoInterview(Population.EXPERIMENT),
                "idx_executions_experiment_newest"));
        calls.add(IndexedCall.of(
                "research.getTranscript",
                all -> all.research().getTranscript(Population.EXECUTION, Population.SYNTH),
                TRANSCRIPTS_OF_EXECUTION + "|idx_transcripts_synth"));
        calls.add(IndexedCall.of(
                "research.listTranscripts",
                all -> all.research().listTranscripts(Population.EXECUTION, PAGE),
                TRANSCRIPTS_OF_EXECUTION));
        calls.add(IndexedCall.of(
                "research.checkSummariesExistBatch",
                all -> all.research().checkSummariesExistBatch(ids),
                "research_executions_pkey",
                DOCUMENTS_OF_EXPERIMENT));
        calls.add(IndexedCall.of(
                "research.checkPrfaqsExistBatch",
                all -> all.research().checkPrfaqsExistBatch(ids),
                "prfaq_metadata_pkey"));
        calls.add(IndexedCall.of(
                "research.getAdditionalContextBatch",
                all -> all.research().getAdditionalContextBatch(ids),
                "research_executions_pkey"));
        calls.add(IndexedCall.of(
                "research.getTotalTurnsBatch",
                all -> all.research().getTotalTurnsBatch(ids),
                TRANSCRIPTS_OF_EXECUTION));
    }

    private static void addGenerated(List<IndexedCall> calls) {
        calls.add(IndexedCall.of(
                "prfaqs.getByExecId",
                all -> all.prfaqs().getByExecId(Population.EXECUTION),
                "prfaq_metadata_pkey",
                "research_executions_pkey"));
        calls.add(IndexedCall.of("prfaqs.listPrfaqs", all -> all.prfaqs().listPrfaqs(PAGE), "idx_prfaq_newest"));
        calls.add(IndexedCall.of(
                "documents.findByExperiment",
                all -> all.documents().findByExperiment(Population.EXPERIMENT, DocumentType.SUMMARY),
                DOCUMENTS_OF_EXPERIMENT));
        calls.add(IndexedCall.of(
                "documents.listByExperiment",
                all -> all.documents().listByExperiment(Population.EXPERIMENT),
                DOCUMENTS_OF_EXPERIMENT));
        calls.add(IndexedCall.of(
                "documents.findById", all -> all.documents().findById("doc_00000001"), "experiment_documents_pkey"));
    }

    private static void addExplorations(List<IndexedCall> calls) {
        String id = Population.EXPLORATION;
        calls.add(IndexedCall.of(
                "explorations.findExplorationById",
                all -> all.explorations().findExplorationById(id),
                "explorations_pkey"));
        calls.add(IndexedCall.of(
                "explorations.listExplorationsByExperiment",
                all -> all.explorations().listExplorationsByExperiment(Population.EXPERIMENT),
                "idx_explorations_experiment_newest"));
        calls.add(IndexedCall.of(
                "explorations.listNodesByExploration",
                all -> all.explorations().listNodesByExploration(id),
                NODES_OF_EXPLORATION));
        calls.add(IndexedCall.of(
                "explorations.listFrontierNodes",
                all -> all.explorations().listFrontierNodes(id),
                NODES_OF_EXPLORATION));
        calls.add(IndexedCall.of(
                "explorations.findBestNodeBySuccessRate",
                all -> all.explorations().findBestNodeBySuccessRate(id),
                NODES_OF_EXPLORATION));
        calls.add(IndexedCall.of(
                "explorations.listPathToNode",
                all -> all.explorations().listPathToNode("node_00000002"),
                "scenario_nodes_pkey"));
        calls.add(IndexedCall.of(
                "explorations.listChildren",
                all -> all.explorations().listChildren(Population.NODE),
                "idx_scenario_nodes_children"));
    }

    private static void addInsights(List<IndexedCall> calls) {
        String id = Population.SIMULATION;
        calls.add(IndexedCall.of("insights.find", all -> all.insights().find(id, "t0"), INSIGHTS_OF_SIMULATION));
        calls.add(IndexedCall.of("insights.findAll", all -> all.insights().findAll(id), INSIGHTS_OF_SIMULATION));
        calls.add(IndexedCall.of(
                "sensitivities.findBySimulation",
                all -> all.sensitivities().findBySimulation(id),
                "idx_sensitivity_newest"));
        calls.add(IndexedCall.of(
                "regions.listRegionAnalyses", all -> all.regions().listRegionAnalyses(id), "idx_regions_worst"));
    }

    private static void addLegacy(List<IndexedCall> calls) {
        calls.add(IndexedCall.of(
                "scorecards.findScorecard",
                all -> all.scorecards().findScorecard(Population.SCORECARD),
                "feature_scorecards_pkey"));
        calls.add(IndexedCall.of(
                "scorecards.listScorecards", all -> all.scorecards().listScorecards(), "idx_scorecards_newest"));
        calls.add(IndexedCall.of(
                "scorecards.listByExperimentId",
                all -> all.scorecards().listByExperimentId(Population.EXPERIMENT),
                "idx_scorecards_experiment_newest"));
        calls.add(IndexedCall.of(
                "simulations.listSimulationRuns of a scorecard",
                all -> all.simulations().listSimulationRuns(SimulationFilter.ALL.withScorecardId(Population.SCORECARD)),
                "idx_simulations_scorecard_newest"));
        calls.add(IndexedCall.of(
                "simulations.listSimulationRuns",
                all -> all.simulations().listSimulationRuns(SimulationFilter.ALL),
                "idx_simulations_newest"));
        calls.add(IndexedCall.of(
                "simulations.listByExperimentId",
                all -> all.simulations().listByExperimentId(Population.EXPERIMENT),
                "idx_scorecards_experiment_newest",
                "idx_simulations_scorecard_newest"));
        calls.add(IndexedCall.of(
                "simulations.listSynthOutcomes",
                all -> all.simulations().listSynthOutcomes(Population.SIMULATION),
                OUTCOMES_OF_ANALYSIS));
    }
}
