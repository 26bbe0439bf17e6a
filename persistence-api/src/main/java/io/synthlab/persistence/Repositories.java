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

/** The repositories of one database. */
public interface Repositories {
    /**
     * Returns a repository by its interface.
     *
     * @param <R> type of the repository
     * @param type its interface, for example {@code SynthRepository.class}
     * @return the repository, never {@code null}
     * @throws IllegalArgumentException if the type is no repository of this library
     */
    <R> R repository(Class<R> type);

    /** Returns the experiments. */
    default ExperimentRepository experiments() {
        return repository(ExperimentRepository.class);
    }

    /** Returns the interview guides. */
    default InterviewGuideRepository interviewGuides() {
        return repository(InterviewGuideRepository.class);
    }

    /** Returns the groups of synths. */
    default SynthGroupRepository synthGroups() {
        return repository(SynthGroupRepository.class);
    }

    /** Returns the synths. */
    default SynthRepository synths() {
        return repository(SynthRepository.class);
    }

    /** Returns the analyses. */
    default AnalysisRepository analyses() {
        return repository(AnalysisRepository.class);
    }

    /** Returns the outcomes of analysis runs. */
    default AnalysisOutcomeRepository analysisOutcomes() {
        return repository(AnalysisOutcomeRepository.class);
    }

    /** Returns the outcomes one by one. */
    default SynthOutcomeRepository synthOutcomes() {
        return repository(SynthOutcomeRepository.class);
    }

    /** Returns what was computed for analyses. */
    default AnalysisCacheRepository analysisCache() {
        return repository(AnalysisCacheRepository.class);
    }

    /** Returns the interviews. */
    default ResearchRepository research() {
        return repository(ResearchRepository.class);
    }

    /** Returns the PR-FAQs. */
    default PrfaqRepository prfaqs() {
        return repository(PrfaqRepository.class);
    }

    /** Returns the explorations. */
    default ExplorationRepository explorations() {
        return repository(ExplorationRepository.class);
    }

    /** Returns the insights. */
    default InsightRepository insights() {
        return repository(InsightRepository.class);
    }

    /** Returns the sensitivity analyses. */
    default SensitivityRepository sensitivities() {
        return repository(SensitivityRepository.class);
    }

    /** Returns the regions. */
    default RegionRepository regions() {
        return repository(RegionRepository.class);
    }

    /** Returns the documents. */
    default ExperimentDocumentRepository documents() {
        return repository(ExperimentDocumentRepository.class);
    }

    /** Returns the scorecards. */
    default ScorecardRepository scorecards() {
        return repository(ScorecardRepository.class);
    }

    /** Returns the simulations. */
    default SimulationRepository simulations() {
        return repository(SimulationRepository.class);
    }
}
