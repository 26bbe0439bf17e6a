package io.synthlab.persistence;

import io.synthlab.persistence.analysis.AnalysisCacheRepository;
import io.synthlab.persistence.analysis.AnalysisOutcomeRepository;
import io.synthlab.persistence.analysis.AnalysisRepository;
import io.synthlab.persistence.analysis.SynthOutcomeRepository;
import io.synthlab.persistence.document.ExperimentDocumentRepository;
import io.synthlab.persistence.experiment.ExperimentRepository;
import io.synthlab.persistence.experiment.InterviewGuideRepository;
import io.synthlab.persistence.exploration.ExplorationRepository;
import io.synthlab.persistence.insight.InsightRepository;
import io.synthlab.persistence.insight.RegionRepository;
import io.synthlab.persistence.insight.SensitivityRepository;
import io.synthlab.persistence.legacy.ScorecardRepository;
import io.synthlab.persistence.legacy.SimulationRepository;
import io.synthlab.persistence.research.PrfaqRepository;
import io.synthlab.persistence.research.ResearchRepository;
import io.synthlab.persistence.synth.SynthGroupRepository;
import io.synthlab.persistence.synth.SynthRepository;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The repositories, each with the name it is switched by. */
public enum RepositoryName {
    /** Experiments and their scorecards. */
    EXPERIMENTS(ExperimentRepository.class),
    /** Interview guides, one per experiment. */
    INTERVIEW_GUIDES(InterviewGuideRepository.class),
    /** Groups of synths. */
    SYNTH_GROUPS(SynthGroupRepository.class),
    /** Synths. */
    SYNTHS(SynthRepository.class),
    /** Analyses, at most one per experiment. */
    ANALYSES(AnalysisRepository.class),
    /** Outcomes as an analysis run writes and reads them. */
    ANALYSIS_OUTCOMES(AnalysisOutcomeRepository.class),
    /** Outcomes one by one. */
    SYNTH_OUTCOMES(SynthOutcomeRepository.class),
    /** Charts and insights computed for analyses. */
    ANALYSIS_CACHE(AnalysisCacheRepository.class),
    /** Interviews in batches, and their transcripts. */
    RESEARCH(ResearchRepository.class),
    /** PR-FAQs, one per batch of interviews. */
    PRFAQS(PrfaqRepository.class),
    /** Explorations and their scenario nodes. */
    EXPLORATIONS(ExplorationRepository.class),
    /** Insights of simulations and analyses. */
    INSIGHTS(InsightRepository.class),
    /** Sensitivity analyses of simulations. */
    SENSITIVITIES(SensitivityRepository.class),
    /** Regions of synths with notable failure rates. */
    REGIONS(RegionRepository.class),
    /** Generated documents of experiments. */
    DOCUMENTS(ExperimentDocumentRepository.class),
    /** Scorecards that stand by themselves. */
    SCORECARDS(ScorecardRepository.class),
    /** Simulations of scorecards. */
    SIMULATIONS(SimulationRepository.class);

    private final Class<?> type;

    RepositoryName(Class<?> type) {
        this.type = type;
    }

    /** Returns the name in settings, for example {@code synth-groups}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the interface of the repository. */
    public Class<?> type() {
        return type;
    }

    /**
     * Finds a repository by its name in settings.
     *
     * @param text for example {@code synth-groups}; case does not matter
     * @return the repository, empty if there is none of that name
     */
    public static Optional<RepositoryName> byText(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(name -> name.text().equals(wanted))
                .findFirst();
    }

    /**
     * Finds a repository by its interface.
     *
     * @param type interface, for example {@code SynthRepository.class}
     * @return the repository, empty if the type is no repository
     */
    public static Optional<RepositoryName> byType(Class<?> type) {
        return Arrays.stream(values()).filter(name -> name.type == type).findFirst();
    }

    @Override
    public String toString() {
        return text();
    }
}
