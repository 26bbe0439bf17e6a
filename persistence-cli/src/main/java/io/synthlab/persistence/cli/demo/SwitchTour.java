package io.synthlab.persistence.cli.demo;

import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.Repositories;
import io.synthlab.persistence.RepositoryName;
import io.synthlab.persistence.experiment.ExperimentSummary;
import io.synthlab.persistence.legacy.SimulationFilter;
import io.synthlab.persistence.legacy.SimulationRun;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** What the demo reads through the repositories it writes nothing to: some figures about the rows that were moved. */
final class SwitchTour {
    private final Repositories repositories;
    private final List<String> experiments;
    private final List<String> simulations;

    SwitchTour(Repositories repositories) {
        this.repositories = repositories;
        experiments = repositories.experiments().list(PageRequest.first()).items().stream()
                .map(ExperimentSummary::id)
                .toList();
        simulations = repositories.simulations().listSimulationRuns(SimulationFilter.ALL).items().stream()
                .map(SimulationRun::id)
                .toList();
    }

    /** Returns what to read of each repository, in the order of their names. */
    Map<RepositoryName, Supplier<String>> reads() {
        Map<RepositoryName, Supplier<String>> reads = new EnumMap<>(RepositoryName.class);
        reads.put(RepositoryName.ANALYSES, () -> figure("%,d completed analyses", sum(experiments, this::completed)));
        reads.put(RepositoryName.ANALYSIS_OUTCOMES, () -> figure("%,d outcomes", sum(experiments, this::outcomes)));
        reads.put(RepositoryName.SYNTH_OUTCOMES, () -> figure("%.1f %% success on average", success()));
        reads.put(RepositoryName.ANALYSIS_CACHE, () -> figure("%,d cached charts", sum(experiments, this::charts)));
        reads.put(RepositoryName.RESEARCH, () -> figure("%,d batches of interviews", batches()));
        reads.put(RepositoryName.PRFAQS, () -> figure("%,d PR-FAQs", prfaqs()));
        reads.put(RepositoryName.EXPLORATIONS, () -> figure("%,d scenario nodes", sum(experiments, this::nodes)));
        reads.put(RepositoryName.INSIGHTS, () -> figure("%,d insights", sum(simulations, this::insights)));
        reads.put(RepositoryName.SENSITIVITIES, () -> figure("%,d sensitivities", sum(simulations, this::sensitivity)));
        reads.put(RepositoryName.REGIONS, () -> figure("%,d regions", sum(simulations, this::regions)));
        reads.put(RepositoryName.DOCUMENTS, () -> figure("%,d documents", sum(experiments, this::documents)));
        reads.put(RepositoryName.SCORECARDS, () -> figure("%,d scorecards", scorecards()));
        reads.put(RepositoryName.SIMULATIONS, () -> figure("%,d simulations", runs()));
        return reads;
    }

    private static String figure(String format, Object figure) {
        return String.format(Locale.ROOT, format, figure);
    }

    private static long sum(List<String> owners, ToLongFunction<String> count) {
        return owners.stream().mapToLong(count).sum();
    }

    private long completed(String experiment) {
        return repositories.analyses().findLatestCompletedId(experiment).stream()
                .count();
    }

    private long outcomes(String experiment) {
        return repositories.analyses().findByExperimentId(experiment).stream()
                .mapToLong(run ->
                        repositories.analysisOutcomes().listByAnalysis(run.id()).total())
                .sum();
    }

    private double success() {
        return experiments.stream()
                .flatMap(experiment -> repositories.analyses().findLatestCompletedId(experiment).stream())
                .flatMap(analysis -> repositories.synthOutcomes().findStatistics(analysis).stream())
                .mapToDouble(statistics -> statistics.avgSuccessRate() * 100)
                .average()
                .orElse(0);
    }

    private long charts(String experiment) {
        return repositories.analyses().findByExperimentId(experiment).stream()
                .mapToLong(run ->
                        repositories.analysisCache().listByAnalysis(run.id()).size())
                .sum();
    }

    private long batches() {
        return repositories.research().listExecutions(PageRequest.first()).total();
    }

    private long prfaqs() {
        return repositories.prfaqs().listPrfaqs(PageRequest.first()).total();
    }

    private long nodes(String experiment) {
        return repositories.explorations().listExplorationsByExperiment(experiment).stream()
                .mapToLong(exploration -> repositories
                        .explorations()
                        .listNodesByExploration(exploration.id())
                        .size())
                .sum();
    }

    private long insights(String simulation) {
        return repositories.insights().listStored(simulation).size();
    }

    private long sensitivity(String simulation) {
        return repositories.sensitivities().findBySimulation(simulation).stream()
                .count();
    }

    private long regions(String simulation) {
        return repositories.regions().listRegionAnalyses(simulation).size();
    }

    private long documents(String experiment) {
        return repositories.documents().listByExperiment(experiment).size();
    }

    private long scorecards() {
        return repositories.scorecards().listScorecards().total();
    }

    private long runs() {
        return repositories
                .simulations()
                .listSimulationRuns(SimulationFilter.ALL)
                .total();
    }
}
