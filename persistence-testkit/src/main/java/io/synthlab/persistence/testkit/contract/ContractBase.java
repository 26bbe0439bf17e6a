package io.synthlab.persistence.testkit.contract;

import io.synthlab.persistence.RepositoryFactory;
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
import io.synthlab.persistence.testkit.TestClock;
import io.synthlab.persistence.testkit.TestDatabase;
import io.synthlab.persistence.testkit.fixture.RawRows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;

/** What contract tests work with: a fresh database, opened through the library, and plain SQL beside it. */
@DisplayNameGeneration(ContractNames.class)
abstract class ContractBase {
    private TestDatabase database;
    private RepositoryFactory repositories;

    ContractBase() {}

    @BeforeEach
    final void open(TestDatabase freshDatabase, RepositoryFactory openRepositories) {
        database = freshDatabase;
        repositories = openRepositories;
    }

    final TestDatabase database() {
        return database;
    }

    final TestClock clock() {
        return database.clock();
    }

    final RawRows rows() {
        return new RawRows(database);
    }

    final RepositoryFactory repositories() {
        return repositories;
    }

    final ExperimentRepository experiments() {
        return repositories.experiments();
    }

    final InterviewGuideRepository guides() {
        return repositories.interviewGuides();
    }

    final SynthGroupRepository groups() {
        return repositories.synthGroups();
    }

    final SynthRepository synths() {
        return repositories.synths();
    }

    final AnalysisRepository analyses() {
        return repositories.analyses();
    }

    final AnalysisOutcomeRepository analysisOutcomes() {
        return repositories.analysisOutcomes();
    }

    final SynthOutcomeRepository synthOutcomes() {
        return repositories.synthOutcomes();
    }

    final AnalysisCacheRepository analysisCache() {
        return repositories.analysisCache();
    }

    final ResearchRepository research() {
        return repositories.research();
    }

    final PrfaqRepository prfaqs() {
        return repositories.prfaqs();
    }

    final ExplorationRepository explorations() {
        return repositories.explorations();
    }

    final InsightRepository insights() {
        return repositories.insights();
    }

    final SensitivityRepository sensitivities() {
        return repositories.sensitivities();
    }

    final RegionRepository regions() {
        return repositories.regions();
    }

    final ExperimentDocumentRepository documents() {
        return repositories.documents();
    }

    final ScorecardRepository scorecards() {
        return repositories.scorecards();
    }

    final SimulationRepository simulations() {
        return repositories.simulations();
    }
}
