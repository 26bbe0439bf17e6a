package io.synthlab.persistence.cli.units;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.Repositories;
import io.synthlab.persistence.RepositoryName;
import io.synthlab.persistence.analysis.AnalysisStatus;
import io.synthlab.persistence.analysis.AnalysisUpdate;
import io.synthlab.persistence.analysis.SynthOutcome;
import io.synthlab.persistence.document.DocumentType;
import io.synthlab.persistence.error.SynthLabException;
import io.synthlab.persistence.experiment.ExperimentUpdate;
import io.synthlab.persistence.experiment.InterviewGuideUpdate;
import io.synthlab.persistence.exploration.SimulationResults;
import io.synthlab.persistence.insight.RegionAnalysis;
import io.synthlab.persistence.insight.SensitivityResult;
import io.synthlab.persistence.synth.SynthGroup;
import io.synthlab.persistence.testkit.fixture.Fixtures;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Finds out which implementation truly serves a repository: by a call that is refused without a database error, and the
 * classes that refused it.
 */
final class Serving {
    private static final String NUL = "\0";
    private static final String NOBODY = "nobody";

    private static final Map<RepositoryName, Consumer<Repositories>> REFUSED = Map.ofEntries(
            Map.entry(
                    RepositoryName.EXPERIMENTS,
                    all -> all.experiments().update(Fixtures.E1, new ExperimentUpdate(NUL, null, null))),
            Map.entry(
                    RepositoryName.INTERVIEW_GUIDES,
                    all -> all.interviewGuides().update(Fixtures.E1, new InterviewGuideUpdate(NUL, null, null))),
            Map.entry(RepositoryName.SYNTH_GROUPS, all -> all.synthGroups().delete(SynthGroup.DEFAULT_ID)),
            Map.entry(RepositoryName.SYNTHS, all -> all.synths().getById(NOBODY)),
            Map.entry(
                    RepositoryName.ANALYSES,
                    all -> all.analyses()
                            .updateStatus(
                                    NOBODY, new AnalysisUpdate(AnalysisStatus.FAILED, null, -1, null, null, null))),
            Map.entry(
                    RepositoryName.ANALYSIS_OUTCOMES,
                    all -> all.analysisOutcomes().listByAnalysis(NOBODY, -1, 0)),
            Map.entry(
                    RepositoryName.SYNTH_OUTCOMES,
                    all -> all.synthOutcomes().create(new SynthOutcome(NOBODY, NOBODY, NOBODY, 0, 0, 1, null))),
            Map.entry(
                    RepositoryName.ANALYSIS_CACHE,
                    all -> all.analysisCache().save(NOBODY, NOBODY, JsonValue.NULL, null)),
            Map.entry(RepositoryName.RESEARCH, all -> all.research().getExecution(NOBODY)),
            Map.entry(RepositoryName.PRFAQS, all -> all.prfaqs().getByExecId(NOBODY)),
            Map.entry(
                    RepositoryName.EXPLORATIONS,
                    all -> all.explorations().updateNodeSimulation(NOBODY, SimulationResults.of(1, 0, 0), -1)),
            Map.entry(RepositoryName.INSIGHTS, all -> all.insights().saveExecutiveSummary(NOBODY, NUL)),
            Map.entry(
                    RepositoryName.SENSITIVITIES,
                    all -> all.sensitivities()
                            .saveResult(new SensitivityResult(NUL, Instant.EPOCH, List.of(), 0, "", List.of()))),
            Map.entry(
                    RepositoryName.REGIONS,
                    all -> all.regions()
                            .saveRegionAnalyses(List.of(new RegionAnalysis(NUL, "", List.of(), "", 0, 0, 0, 0, 0, 0)))),
            Map.entry(RepositoryName.DOCUMENTS, all -> all.documents().createPending(NOBODY, DocumentType.SUMMARY)),
            Map.entry(RepositoryName.SCORECARDS, all -> all.scorecards().listScorecards(-1, 0)),
            Map.entry(RepositoryName.SIMULATIONS, all -> all.simulations().saveSynthOutcomes(NOBODY, List.of())));

    private static final Map<String, String> PACKAGES =
            Map.of("io.synthlab.persistence.jdbc.", "legacy-jdbc", "io.synthlab.persistence.jpa.", "jpa");

    private Serving() {}

    /** Returns the provider of each repository; needs a place where writing is allowed. */
    static Map<RepositoryName, String> every(Repositories all) {
        Map<RepositoryName, String> serving = new EnumMap<>(RepositoryName.class);
        for (RepositoryName name : RepositoryName.values()) {
            serving.put(name, of(all, name));
        }
        return serving;
    }

    /** Returns the provider of synths; reads only. */
    static String synths(Repositories all) {
        return of(all, RepositoryName.SYNTHS);
    }

    private static String of(Repositories all, RepositoryName name) {
        try {
            REFUSED.get(name).accept(all);
        } catch (SynthLabException refusal) {
            return Arrays.stream(refusal.getStackTrace())
                    .flatMap(frame -> PACKAGES.entrySet().stream()
                            .filter(each -> frame.getClassName().startsWith(each.getKey())))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no implementation refused it", refusal))
                    .getValue();
        }
        throw new AssertionError(name + " accepted what it should refuse");
    }
}
