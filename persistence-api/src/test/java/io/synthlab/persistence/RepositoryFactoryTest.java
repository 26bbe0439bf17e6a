package io.synthlab.persistence;

import static io.synthlab.persistence.fixture.Guides.guide;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.experiment.ExperimentRepository;
import io.synthlab.persistence.experiment.InterviewGuideRepository;
import io.synthlab.persistence.fixture.Probe;
import io.synthlab.persistence.fixture.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RepositoryFactoryTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(RepositoryName.class)
    void frontsAreTheSameObjectsWhateverServesThem(RepositoryName name) {
        try (RepositoryFactory repositories = TestDatabase.in(directory).open()) {
            Object front = repositories.repository(name.type());
            assertInstanceOf(name.type(), front);
            repositories.switches().useForAll("other");
            assertSame(front, repositories.repository(name.type()));
            assertEquals(front, front);
            assertEquals(front.hashCode(), front.hashCode());
            assertEquals(name.text() + " repository", front.toString());
            assertNotEquals(front, null);
            repositories.useTransaction(tx -> assertNotEquals(front, tx.repository(name.type())));
        }
    }

    @Test
    void aHeldReferenceFollowsTheSwitch() {
        try (RepositoryFactory repositories = TestDatabase.in(directory).open()) {
            InterviewGuideRepository guides = repositories.interviewGuides();
            guides.create(guide("a"));
            assertEquals("plain", Probe.provider(repositories));
            repositories.switches().use(RepositoryName.SYNTHS, "other");
            assertEquals("other", Probe.provider(repositories));
            repositories.switches().use(RepositoryName.INTERVIEW_GUIDES, "other");
            assertTrue(guides.exists("a"));
            assertEquals("other", repositories.switches().current(RepositoryName.INTERVIEW_GUIDES));
            assertEquals(List.of("other", "plain"), repositories.switches().providers());
        }
    }

    @Test
    void otherTypesAreNoRepositories() {
        try (RepositoryFactory repositories = TestDatabase.in(directory).open()) {
            IllegalArgumentException e =
                    assertThrows(IllegalArgumentException.class, () -> repositories.repository(Runnable.class));
            assertEquals("java.lang.Runnable is no repository of this library", e.getMessage());
        }
    }

    @Test
    void twoFactoriesDoNotKnowEachOther(@TempDir Path elsewhere) {
        TestDatabase one = TestDatabase.in(directory);
        TestDatabase two = TestDatabase.in(elsewhere);
        try (RepositoryFactory first = one.open();
                RepositoryFactory second = two.open()) {
            assertThrows(
                    IllegalStateException.class,
                    () -> first.useTransaction(tx -> {
                        tx.interviewGuides().create(guide("a"));
                        assertFalse(second.isActive());
                        second.interviewGuides().create(guide("a"));
                        throw new IllegalStateException();
                    }));
            first.switches().useForAll("other");
            assertEquals("plain", second.switches().current(RepositoryName.SYNTHS));
        }
        assertEquals(0, one.guides());
        assertEquals(1, two.guides());
    }

    @Test
    void whatAnImplementationThrowsArrivesUnwrapped() {
        try (RepositoryFactory repositories = TestDatabase.in(directory).open()) {
            UnsupportedOperationException error = new UnsupportedOperationException();
            assertSame(
                    error,
                    assertThrows(
                            UnsupportedOperationException.class,
                            () -> Probe.read(repositories, (unit, provider) -> {
                                throw error;
                            })));
            ExperimentRepository experiments = repositories.experiments();
            assertThrows(NullPointerException.class, () -> experiments.findById("no script is set"));
        }
    }
}
