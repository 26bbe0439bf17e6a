package io.synthlab.persistence.cli.faults;

import static io.synthlab.persistence.testkit.fixture.Fixtures.experiment;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.RepositoryFactory;
import io.synthlab.persistence.RepositoryName;
import io.synthlab.persistence.compare.ComparisonOutcome;
import io.synthlab.persistence.testkit.SynthLabDatabase;
import io.synthlab.persistence.testkit.TestDatabase;
import io.synthlab.persistence.testkit.fixture.Fixtures;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Comparing finds a fault in one implementation while callers are served by the other, and steps back by itself. */
@SynthLabDatabase(kind = DatabaseKind.SQLITE)
class ComparedFaultsIT {
    private static final String COMPARING = "compare:jpa," + FaultyProvider.NAME;
    private static final int BUDGET = 3;

    @TempDir
    private Path directory;

    @AfterEach
    void removeFault() {
        FaultyProvider.planted = Fault.NONE;
    }

    private RepositoryFactory open(TestDatabase database) {
        return AddedProvider.with(
                FaultyProvider.class,
                directory,
                () -> RepositoryFactory.open(database.config()
                        .provider(COMPARING)
                        .set("synthlab.comparing-threads", "1")
                        .set("synthlab.comparing-budget", Integer.toString(BUDGET))
                        .build()));
    }

    @ParameterizedTest
    @EnumSource(names = {"NONE", "WRONG_TIE_BREAK", "TOTAL_OFF_BY_ONE", "OFFSET_IGNORED", "DELETED_ROW_VISIBLE"})
    void given_a_fault_when_compared_then_it_is_found_and_the_repository_steps_back(Fault fault, TestDatabase database)
            throws Exception {
        FaultyProvider.planted = fault;
        try (RepositoryFactory repositories = open(database)) {
            for (int number = 1; number <= 6; number++) {
                repositories.experiments().create(experiment(number, Fixtures.day(1)));
            }
            repositories.experiments().softDelete("exp_00000006");
            for (int call = 0; call < 10; call++) {
                assertEquals(
                        5, repositories.experiments().list(PageRequest.of(2, 2)).total(), "callers get what is right");
                assertTrue(repositories.comparisons().awaitIdle(Duration.ofSeconds(60)));
            }
            long differed = repositories.comparisons().counts().get(ComparisonOutcome.DIFFERED);
            String state = repositories.switches().current(RepositoryName.EXPERIMENTS);
            System.out.println("MEASURED comparing " + fault + ": " + differed + " differences, then " + state + "; "
                    + repositories.comparisons().differences().stream()
                            .findFirst()
                            .orElse(null));
            assertEquals(fault == Fault.NONE ? 0 : BUDGET + 1, differed);
            assertEquals(fault == Fault.NONE ? COMPARING : "jpa", state);
        }
    }
}
