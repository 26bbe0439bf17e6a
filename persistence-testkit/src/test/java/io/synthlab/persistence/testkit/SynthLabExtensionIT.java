package io.synthlab.persistence.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.testkit.postgres.TestServers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SynthLabExtensionIT {
    @BeforeEach
    void forget() {
        Samples.SEEN.clear();
    }

    @Test
    void given_the_oldest_version_when_run_then_each_test_has_its_own_database() throws SQLException {
        assertEquals(List.of(), SampleRuns.failures(Samples.OnOldest.class, 3));
        assertEquals(3, Set.copyOf(Samples.SEEN).size());
        assertAllGone(14);
    }

    @Test
    void given_the_newest_version_when_run_then_each_test_has_its_own_database() throws SQLException {
        assertEquals(List.of(), SampleRuns.failures(Samples.OnNewest.class, 10));
        assertEquals(10, Set.copyOf(Samples.SEEN).size());
        assertAllGone(18);
    }

    @Test
    void given_no_migration_when_run_then_the_database_is_empty() {
        assertEquals(List.of(), SampleRuns.failures(Samples.NotMigratedOnNewest.class, 1));
    }

    @Test
    void given_an_open_session_when_run_then_the_test_fails_and_the_database_goes() throws SQLException {
        List<String> failures = SampleRuns.failures(Samples.LeavesSession.class, 1);
        assertEquals(1, failures.size());
        assertTrue(failures.get(0).contains("were left open; close every RepositoryFactory"), failures.get(0));
        assertFalse(Samples.LeavesSession.left.isValid(1));
        assertAllGone(18);
    }

    @ParameterizedTest
    @EnumSource
    void given_two_databases_when_one_is_written_then_the_other_is_not(DatabaseKind kind) {
        try (TestDatabase one = TestDatabase.migrated(kind);
                TestDatabase other = TestDatabase.migrated(kind);
                TestDatabase empty = TestDatabase.empty(kind, SynthLabDatabase.OLDEST_POSTGRES)) {
            one.execute("INSERT INTO notes VALUES (?, ?)", 1, null);
            assertEquals(1, one.queryLong("SELECT count(*) FROM notes WHERE note IS NULL"));
            assertEquals(0, other.queryLong("SELECT count(*) FROM notes"));
            assertThrows(RuntimeException.class, () -> empty.query("SELECT * FROM notes"));
            assertThrows(IllegalStateException.class, () -> other.queryOne("SELECT id FROM notes"));
        }
    }

    @Test
    void given_a_factory_as_parameter_when_run_then_it_is_open_and_closed_in_the_end() throws SQLException {
        assertEquals(List.of(), SampleRuns.failures(Samples.WithFactoryOnPostgres.class, 1));
        assertAllGone(18);
    }

    @Test
    void given_a_unit_on_another_thread_when_run_then_the_test_fails() throws Exception {
        List<String> failures = SampleRuns.failures(Samples.LeavesUnitOnPostgres.class, 1);
        Samples.LeavesUnit.end.countDown();
        Samples.LeavesUnit.other.join();
        assertEquals(1, failures.size());
        assertTrue(failures.get(0).contains("a unit of work was left open on another thread"), failures.get(0));
        assertAllGone(18);
    }

    private static void assertAllGone(int version) throws SQLException {
        assertFalse(Samples.SEEN.isEmpty());
        try (Connection connection = TestServers.postgres(version).connect();
                PreparedStatement ask = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            for (String url : Samples.SEEN) {
                ask.setString(1, url.substring(url.lastIndexOf('/') + 1));
                try (ResultSet found = ask.executeQuery()) {
                    assertFalse(found.next(), url);
                }
            }
        }
    }
}
