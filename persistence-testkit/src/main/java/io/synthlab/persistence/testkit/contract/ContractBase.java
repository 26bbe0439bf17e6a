package io.synthlab.persistence.testkit.contract;

import io.synthlab.persistence.RepositoryFactory;
import io.synthlab.persistence.experiment.ExperimentRepository;
import io.synthlab.persistence.experiment.InterviewGuideRepository;
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
}
