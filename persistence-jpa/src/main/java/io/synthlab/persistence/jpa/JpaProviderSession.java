package io.synthlab.persistence.jpa;

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
import io.synthlab.persistence.jpa.analysis.JpaAnalysisCacheRepository;
import io.synthlab.persistence.jpa.analysis.JpaAnalysisOutcomeRepository;
import io.synthlab.persistence.jpa.analysis.JpaAnalysisRepository;
import io.synthlab.persistence.jpa.analysis.JpaSynthOutcomeRepository;
import io.synthlab.persistence.jpa.document.JpaExperimentDocumentRepository;
import io.synthlab.persistence.jpa.experiment.JpaExperimentRepository;
import io.synthlab.persistence.jpa.experiment.JpaInterviewGuideRepository;
import io.synthlab.persistence.jpa.exploration.JpaExplorationRepository;
import io.synthlab.persistence.jpa.insight.JpaInsightRepository;
import io.synthlab.persistence.jpa.insight.JpaRegionRepository;
import io.synthlab.persistence.jpa.insight.JpaSensitivityRepository;
import io.synthlab.persistence.jpa.legacy.JpaScorecardRepository;
import io.synthlab.persistence.jpa.legacy.JpaSimulationRepository;
import io.synthlab.persistence.jpa.research.JpaPrfaqRepository;
import io.synthlab.persistence.jpa.research.JpaResearchRepository;
import io.synthlab.persistence.jpa.session.UnitSessions;
import io.synthlab.persistence.jpa.synth.JpaSynthGroupRepository;
import io.synthlab.persistence.jpa.synth.JpaSynthRepository;
import io.synthlab.persistence.legacy.ScorecardRepository;
import io.synthlab.persistence.legacy.SimulationRepository;
import io.synthlab.persistence.research.PrfaqRepository;
import io.synthlab.persistence.research.ResearchRepository;
import io.synthlab.persistence.spi.DatabaseContext;
import io.synthlab.persistence.spi.ProviderSession;
import io.synthlab.persistence.synth.SynthGroupRepository;
import io.synthlab.persistence.synth.SynthRepository;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The repositories of this provider on one database; they hold no state but the session factory behind them. */
final class JpaProviderSession implements ProviderSession {
    private final UnitSessions sessions;
    private final Map<Class<?>, Object> repositories = new HashMap<>();

    JpaProviderSession(DatabaseContext database) {
        sessions = new UnitSessions(database);
        JpaSynthGroupRepository groups = new JpaSynthGroupRepository(database, sessions);
        add(ExperimentRepository.class, new JpaExperimentRepository(database, sessions));
        add(InterviewGuideRepository.class, new JpaInterviewGuideRepository(database, sessions));
        add(ExplorationRepository.class, new JpaExplorationRepository(database, sessions));
        add(SynthGroupRepository.class, groups);
        add(ResearchRepository.class, new JpaResearchRepository(database, sessions));
        add(SynthRepository.class, new JpaSynthRepository(database, sessions, groups));
        add(AnalysisRepository.class, new JpaAnalysisRepository(database, sessions));
        add(AnalysisCacheRepository.class, new JpaAnalysisCacheRepository(database, sessions));
        add(PrfaqRepository.class, new JpaPrfaqRepository(database, sessions));
        add(ExperimentDocumentRepository.class, new JpaExperimentDocumentRepository(database, sessions));
        add(AnalysisOutcomeRepository.class, new JpaAnalysisOutcomeRepository(database, sessions));
        add(SynthOutcomeRepository.class, new JpaSynthOutcomeRepository(database, sessions));
        add(InsightRepository.class, new JpaInsightRepository(database, sessions));
        add(SensitivityRepository.class, new JpaSensitivityRepository(sessions));
        add(RegionRepository.class, new JpaRegionRepository(sessions));
        add(ScorecardRepository.class, new JpaScorecardRepository(database, sessions));
        add(SimulationRepository.class, new JpaSimulationRepository(database, sessions));
    }

    private <R> void add(Class<R> type, R repository) {
        repositories.put(type, repository);
    }

    @Override
    public <R> Optional<R> repository(Class<R> type) {
        return Optional.ofNullable(repositories.get(type)).map(type::cast);
    }

    @Override
    public void close() {
        sessions.close();
    }
}
