package io.synthlab.persistence.jdbc;

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
import io.synthlab.persistence.jdbc.analysis.JdbcAnalysisCacheRepository;
import io.synthlab.persistence.jdbc.analysis.JdbcAnalysisOutcomeRepository;
import io.synthlab.persistence.jdbc.analysis.JdbcAnalysisRepository;
import io.synthlab.persistence.jdbc.analysis.JdbcSynthOutcomeRepository;
import io.synthlab.persistence.jdbc.document.JdbcExperimentDocumentRepository;
import io.synthlab.persistence.jdbc.experiment.JdbcExperimentRepository;
import io.synthlab.persistence.jdbc.experiment.JdbcInterviewGuideRepository;
import io.synthlab.persistence.jdbc.exploration.JdbcExplorationRepository;
import io.synthlab.persistence.jdbc.insight.JdbcInsightRepository;
import io.synthlab.persistence.jdbc.insight.JdbcRegionRepository;
import io.synthlab.persistence.jdbc.insight.JdbcSensitivityRepository;
import io.synthlab.persistence.jdbc.legacy.JdbcScorecardRepository;
import io.synthlab.persistence.jdbc.legacy.JdbcSimulationRepository;
import io.synthlab.persistence.jdbc.research.JdbcPrfaqRepository;
import io.synthlab.persistence.jdbc.research.JdbcResearchRepository;
import io.synthlab.persistence.jdbc.statement.Statements;
import io.synthlab.persistence.jdbc.synth.JdbcSynthGroupRepository;
import io.synthlab.persistence.jdbc.synth.JdbcSynthRepository;
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

/** The repositories of this provider on one database; they hold no state. */
final class LegacyJdbcSession implements ProviderSession {
    private final Map<Class<?>, Object> repositories = new HashMap<>();

    LegacyJdbcSession(DatabaseContext database) {
        Statements statements = new Statements(database);
        JdbcSynthGroupRepository groups = new JdbcSynthGroupRepository(database, statements);
        add(ExperimentRepository.class, new JdbcExperimentRepository(database, statements));
        add(InterviewGuideRepository.class, new JdbcInterviewGuideRepository(database, statements));
        add(ExplorationRepository.class, new JdbcExplorationRepository(database, statements));
        add(SynthGroupRepository.class, groups);
        add(ResearchRepository.class, new JdbcResearchRepository(database, statements));
        add(SynthRepository.class, new JdbcSynthRepository(database, statements, groups));
        add(AnalysisRepository.class, new JdbcAnalysisRepository(database, statements));
        add(AnalysisCacheRepository.class, new JdbcAnalysisCacheRepository(database, statements));
        add(PrfaqRepository.class, new JdbcPrfaqRepository(database, statements));
        add(ExperimentDocumentRepository.class, new JdbcExperimentDocumentRepository(database, statements));
        add(AnalysisOutcomeRepository.class, new JdbcAnalysisOutcomeRepository(database, statements));
        add(SynthOutcomeRepository.class, new JdbcSynthOutcomeRepository(database, statements));
        add(InsightRepository.class, new JdbcInsightRepository(database, statements));
        add(SensitivityRepository.class, new JdbcSensitivityRepository(database, statements));
        add(RegionRepository.class, new JdbcRegionRepository(database, statements));
        add(ScorecardRepository.class, new JdbcScorecardRepository(database, statements));
        add(SimulationRepository.class, new JdbcSimulationRepository(database, statements));
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
        // Nothing to free: connections belong to the units of work.
    }
}
