package io.synthlab.persistence.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.DatabaseUrl;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SynthLabExtensionSqliteIT {
    @BeforeEach
    void forget() {
        Samples.SEEN.clear();
    }

    @ParameterizedTest
    @ValueSource(classes = {Samples.OnSqlite.class, Samples.Subclass.class})
    void given_a_marked_class_when_run_then_each_test_has_its_own_database(Class<?> sample) {
        assertEquals(List.of(), SampleRuns.failures(sample, 5));
        assertEquals(4, Set.copyOf(Samples.SEEN).size());
        assertAllGone();
    }

    @Test
    void given_many_tests_when_run_then_the_schema_is_made_at_most_once() {
        assertEquals(List.of(), SampleRuns.failures(Samples.OnSqlite.class, 5));
        long before = SmallestMigrator.MIGRATED.size();
        assertEquals(List.of(), SampleRuns.failures(Samples.OnSqlite.class, 5));
        assertEquals(before, SmallestMigrator.MIGRATED.size());
    }

    @ParameterizedTest
    @ValueSource(classes = {Samples.MetaAnnotated.class, Samples.NotMigrated.class})
    void given_an_annotation_when_run_then_it_is_obeyed(Class<?> sample) {
        assertEquals(List.of(), SampleRuns.failures(sample, 1));
    }

    @Test
    void given_an_open_connection_of_the_kit_when_run_then_the_test_fails() {
        List<String> failures = SampleRuns.failures(Samples.LeavesOwnConnection.class, 1);
        assertEquals(1, failures.size());
        assertTrue(failures.get(0).contains("1 connections of TestDatabase.connect() were left open"), failures.get(0));
        assertAllGone();
    }

    @Test
    void given_an_open_connection_of_any_origin_when_run_then_the_test_fails() throws Exception {
        List<String> failures = SampleRuns.failures(Samples.LeavesForeignConnection.class, 1);
        Samples.LeavesForeignConnection.left.close();
        assertEquals(1, failures.size());
        assertTrue(failures.get(0).contains("were left open; close every RepositoryFactory"), failures.get(0));
        assertAllGone();
    }

    @Test
    void given_a_parameter_of_before_all_when_run_then_the_error_says_where_to_take_it() {
        List<String> failures = SampleRuns.failures(Samples.TooEarly.class, 0);
        assertEquals(1, failures.size());
        assertTrue(failures.get(0).contains("TestDatabase lives as long as one test"), failures.get(0));
    }

    @Test
    void given_a_factory_as_parameter_when_run_then_it_is_open_and_closed_in_the_end() {
        assertEquals(List.of(), SampleRuns.failures(Samples.WithFactoryOnSqlite.class, 1));
        assertAllGone();
    }

    @Test
    void given_a_provider_that_is_not_there_when_run_then_the_error_names_it() {
        List<String> failures = SampleRuns.failures(Samples.AbsentProvider.class, 1);
        assertEquals(1, failures.size());
        assertTrue(failures.get(0).contains("no provider \"absent\". Found: [finding]"), failures.get(0));
    }

    @Test
    void given_a_unit_on_another_thread_when_run_then_the_test_fails() throws InterruptedException {
        List<String> failures = SampleRuns.failures(Samples.LeavesUnitOnSqlite.class, 1);
        Samples.LeavesUnit.end.countDown();
        Samples.LeavesUnit.other.join();
        assertEquals(1, failures.size());
        assertTrue(failures.get(0).contains("a unit of work was left open on another thread"), failures.get(0));
        assertAllGone();
    }

    private static void assertAllGone() {
        assertFalse(Samples.SEEN.isEmpty());
        for (String url : Samples.SEEN) {
            Path file = Path.of(url.substring(DatabaseUrl.SQLITE_PREFIX.length()));
            assertFalse(Files.exists(file.getParent()), file.toString());
        }
    }
}
