package io.synthlab.persistence.cli.load;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.Repositories;
import io.synthlab.persistence.RepositoryName;
import io.synthlab.persistence.analysis.AnalysisRun;
import io.synthlab.persistence.analysis.OutcomeDraft;
import io.synthlab.persistence.analysis.SynthAttributes;
import io.synthlab.persistence.analysis.SynthOutcome;
import io.synthlab.persistence.document.DocumentType;
import io.synthlab.persistence.error.ExecutionNotFoundException;
import io.synthlab.persistence.experiment.Experiment;
import io.synthlab.persistence.experiment.InterviewGuide;
import io.synthlab.persistence.exploration.Exploration;
import io.synthlab.persistence.exploration.Goal;
import io.synthlab.persistence.insight.DimensionSensitivity;
import io.synthlab.persistence.insight.RegionAnalysis;
import io.synthlab.persistence.insight.RegionOperator;
import io.synthlab.persistence.insight.RegionRule;
import io.synthlab.persistence.insight.SensitivityResult;
import io.synthlab.persistence.legacy.FeatureScorecard;
import io.synthlab.persistence.legacy.SimulationRun;
import io.synthlab.persistence.legacy.UncertainDimension;
import io.synthlab.persistence.research.NewExecution;
import io.synthlab.persistence.synth.SynthGroup;
import io.synthlab.persistence.testkit.TestClock;
import io.synthlab.persistence.testkit.fixture.Fixtures;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** One row or more in each of the seventeen repositories, all made from one number, so that any part can be missed. */
public final class Study {
    private static final SynthAttributes ATTRIBUTES = SynthAttributes.fromJson(Fixtures.ATTRIBUTES);
    private static final JsonValue CHART = JsonValue.parse("{\"bins\": [1, 2.5]}");
    private static final String KEY = "heatmap";

    /** Smaller numbers belong to rows that are there from the beginning. */
    private static final int FIRST = 0x10000;

    private final String hex;
    private final Instant created;
    private final Map<RepositoryName, Consumer<Repositories>> writes = new EnumMap<>(RepositoryName.class);
    private final Map<RepositoryName, Predicate<Repositories>> reads = new EnumMap<>(RepositoryName.class);

    /**
     * Names a study.
     *
     * @param number 0 to 16 millions; no two of one database are the same
     */
    public Study(int number) {
        hex = "%08x".formatted(FIRST + number);
        created = TestClock.START.plusSeconds(number / 2); // two of each moment: ties have to be broken
        experiments();
        analyses();
        interviews();
        simulations();
    }

    /** Returns the key of its first row, in table {@code experiments}. */
    public String first() {
        return experiment();
    }

    private String experiment() {
        return "exp_" + hex;
    }

    private String analysis() {
        return "ana_" + hex;
    }

    private String simulation() {
        return "sim_" + hex;
    }

    private String synth() {
        return hex.substring(2);
    }

    private void add(RepositoryName name, Consumer<Repositories> write, Predicate<Repositories> read) {
        writes.put(name, write);
        reads.put(name, read);
    }

    private void experiments() {
        add(
                RepositoryName.EXPERIMENTS,
                all -> all.experiments().create(Experiment.of(experiment(), "Study " + hex, "H", created)),
                all -> all.experiments().findById(experiment()).isPresent());
        add(
                RepositoryName.INTERVIEW_GUIDES,
                all -> all.interviewGuides().create(InterviewGuide.of(experiment(), "c", "q", "e", TestClock.START)),
                all -> all.interviewGuides().exists(experiment()));
        add(
                RepositoryName.SYNTH_GROUPS,
                all -> all.synthGroups().create(SynthGroup.of("grp_" + hex, "Group " + hex, null, TestClock.START)),
                all -> all.synthGroups().findById("grp_" + hex).isPresent());
        add(
                RepositoryName.SYNTHS,
                all -> all.synths().save(Fixtures.synth(synth(), "Synth " + hex)),
                all -> all.synths().findById(synth()).isPresent());
    }

    private void analyses() {
        add(
                RepositoryName.ANALYSES,
                all -> all.analyses().create(AnalysisRun.of(analysis(), experiment(), TestClock.START)),
                all -> all.analyses().findByExperimentId(experiment()).isPresent());
        add(
                RepositoryName.ANALYSIS_OUTCOMES,
                all -> all.analysisOutcomes()
                        .saveAll(
                                analysis(),
                                List.of(
                                        OutcomeDraft.of("s-1", 0.5, 0.25, 0.25, ATTRIBUTES),
                                        OutcomeDraft.of("s-2", 0.25, 0.5, 0.25, ATTRIBUTES))),
                all -> all.analysisOutcomes().listByAnalysis(analysis()).items().stream()
                                .filter(outcome -> outcome.synthId().startsWith("s-"))
                                .count()
                        == 2);
        add(
                RepositoryName.SYNTH_OUTCOMES,
                all -> all.synthOutcomes().create(SynthOutcome.of(analysis(), "t-1", 0.5, 0.25, 0.25, ATTRIBUTES)),
                all -> all.synthOutcomes()
                        .findBySynthAndAnalysis("t-1", analysis())
                        .isPresent());
        add(
                RepositoryName.ANALYSIS_CACHE,
                all -> all.analysisCache().save(analysis(), KEY, CHART, null),
                all -> all.analysisCache().find(analysis(), KEY).isPresent());
    }

    private void interviews() {
        add(
                RepositoryName.RESEARCH,
                all -> all.research()
                        .createExecution(NewExecution.of("b-" + hex, "Topic", 3).withExperiment(experiment())),
                all -> isThere(all, "b-" + hex));
        add(
                RepositoryName.PRFAQS,
                all -> all.prfaqs().createPendingPrfaq("b-" + hex),
                all -> all.prfaqs().findPrfaqStatus("b-" + hex).isPresent());
        add(
                RepositoryName.EXPLORATIONS,
                all -> all.explorations()
                        .createExploration(
                                Exploration.of("expl_" + hex, experiment(), analysis(), Goal.of(0.4), TestClock.START)),
                all -> all.explorations().findExplorationById("expl_" + hex).isPresent());
        add(
                RepositoryName.DOCUMENTS,
                all -> all.documents().createPending(experiment(), DocumentType.SUMMARY),
                all -> all.documents()
                        .findStatus(experiment(), DocumentType.SUMMARY)
                        .isPresent());
    }

    private static boolean isThere(Repositories all, String execution) {
        try {
            return all.research().getExecution(execution).execId().equals(execution);
        } catch (ExecutionNotFoundException e) {
            return false;
        }
    }

    private void simulations() {
        add(
                RepositoryName.SCORECARDS,
                all -> all.scorecards()
                        .createScorecard(
                                FeatureScorecard.of(hex, "Feature", UncertainDimension.of(0.5), TestClock.START)),
                all -> all.scorecards().findScorecard(hex).isPresent());
        add(
                RepositoryName.SIMULATIONS,
                all -> all.simulations()
                        .createSimulationRun(SimulationRun.of(simulation(), hex, "baseline", TestClock.START)),
                all -> all.simulations().findSimulationRun(simulation()).isPresent());
        add(
                RepositoryName.INSIGHTS,
                all -> all.insights().saveExecutiveSummary(simulation(), "Summary " + hex),
                all -> all.insights().findExecutiveSummary(simulation()).isPresent());
        add(
                RepositoryName.SENSITIVITIES,
                all -> all.sensitivities().saveResult(sensitivity()),
                all -> all.sensitivities().findBySimulation(simulation()).isPresent());
        add(
                RepositoryName.REGIONS,
                all -> all.regions().saveRegionAnalyses(List.of(region())),
                all -> all.regions().listRegionAnalyses(simulation()).size() == 1);
    }

    private SensitivityResult sensitivity() {
        DimensionSensitivity dimension = DimensionSensitivity.of(
                "complexity", 0.42, List.of(0.05), Map.of("+0.05", Map.of("success", 0.3)), 1.2, 1);
        return SensitivityResult.of(
                simulation(), TestClock.START, List.of(0.05), 0.5, "complexity", List.of(dimension));
    }

    private RegionAnalysis region() {
        List<RegionRule> rules = List.of(new RegionRule("trust_mean", RegionOperator.LESS_OR_EQUAL, 0.3));
        return new RegionAnalysis("reg_" + hex, simulation(), rules, "t", 1, 1.5, 0.5, 0.25, 0.25, -0.1);
    }

    /** Order in which rows can be written: whom another refers to comes first. */
    private static final List<RepositoryName> ORDER = List.of(
            RepositoryName.EXPERIMENTS,
            RepositoryName.INTERVIEW_GUIDES,
            RepositoryName.SYNTH_GROUPS,
            RepositoryName.SYNTHS,
            RepositoryName.ANALYSES,
            RepositoryName.ANALYSIS_OUTCOMES,
            RepositoryName.SYNTH_OUTCOMES,
            RepositoryName.ANALYSIS_CACHE,
            RepositoryName.RESEARCH,
            RepositoryName.PRFAQS,
            RepositoryName.EXPLORATIONS,
            RepositoryName.DOCUMENTS,
            RepositoryName.SCORECARDS,
            RepositoryName.SIMULATIONS,
            RepositoryName.INSIGHTS,
            RepositoryName.SENSITIVITIES,
            RepositoryName.REGIONS);

    /**
     * Writes it all, each repository once.
     *
     * @param all where to
     */
    public void write(Repositories all) {
        ORDER.forEach(name -> writes.get(name).accept(all));
    }

    /**
     * Looks for its parts.
     *
     * @param all where
     * @return the repositories that have theirs, complete
     */
    public Set<RepositoryName> found(Repositories all) {
        Set<RepositoryName> found = EnumSet.noneOf(RepositoryName.class);
        reads.forEach((name, read) -> {
            if (read.test(all)) {
                found.add(name);
            }
        });
        return found;
    }

    /** Tables, and how many rows of each belong to one study. */
    public static Map<String, Integer> rows() {
        return Map.ofEntries(
                Map.entry("experiments", 1),
                Map.entry("interview_guide", 1),
                Map.entry("synth_groups", 1),
                Map.entry("synths", 1),
                Map.entry("analysis_runs", 1),
                Map.entry("synth_outcomes", 3),
                Map.entry("analysis_cache", 1),
                Map.entry("research_executions", 1),
                Map.entry("prfaq_metadata", 1),
                Map.entry("explorations", 1),
                Map.entry("experiment_documents", 1),
                Map.entry("feature_scorecards", 1),
                Map.entry("simulation_runs", 1),
                Map.entry("chart_insights", 1),
                Map.entry("sensitivity_results", 1),
                Map.entry("region_analyses", 1));
    }
}
