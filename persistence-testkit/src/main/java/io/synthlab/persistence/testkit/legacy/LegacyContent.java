package io.synthlab.persistence.testkit.legacy;

import java.util.stream.Stream;

/** The clean rows of every table, made while they are read. */
final class LegacyContent {
    private final SynthRows synths;
    private final ExperimentRows experiments;
    private final AnalysisRows analyses;
    private final InterviewRows interviews;
    private final DocumentRows documents;
    private final ExplorationRows explorations;
    private final SimulationRows simulations;

    LegacyContent(Blueprint blueprint) {
        this.synths = new SynthRows(blueprint);
        this.experiments = new ExperimentRows(blueprint);
        this.analyses = new AnalysisRows(blueprint);
        this.interviews = new InterviewRows(blueprint);
        this.documents = new DocumentRows(blueprint);
        this.explorations = new ExplorationRows(blueprint);
        this.simulations = new SimulationRows(blueprint);
    }

    Stream<Row> rows(String table) {
        return switch (table) {
            case "synth_groups" -> synths.groups();
            case "synths" -> synths.synths();
            case "experiments" -> experiments.experiments();
            case "interview_guide" -> experiments.interviewGuides();
            case "topic_guides_cache" -> interviews.topicGuides();
            case "analysis_runs" -> analyses.analyses();
            case "synth_outcomes" -> analyses.outcomes();
            case "analysis_cache" -> analyses.cache();
            case "research_executions" -> interviews.executions();
            case "transcripts" -> interviews.transcripts();
            case "prfaq_metadata" -> documents.prfaqs();
            case "experiment_documents" -> documents.documents();
            case "explorations" -> explorations.explorations();
            case "scenario_nodes" -> explorations.nodes();
            case "feature_scorecards" -> simulations.scorecards();
            case "simulation_runs" -> simulations.simulations();
            case "region_analyses" -> simulations.regions();
            case "sensitivity_results" -> simulations.sensitivities();
            case "chart_insights" -> simulations.insights();
            case "assumption_log" -> simulations.log();
            default -> throw new IllegalArgumentException("no content for table " + table);
        };
    }
}
