package io.synthlab.persistence.cli.compare;

import static io.synthlab.persistence.testkit.fixture.Fixtures.E1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.e1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.synth;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.RepositoryFactory;
import io.synthlab.persistence.RepositoryName;
import io.synthlab.persistence.cli.faults.AddedProvider;
import io.synthlab.persistence.compare.ComparisonOutcome;
import io.synthlab.persistence.compare.Difference;
import io.synthlab.persistence.error.ConnectionLostException;
import io.synthlab.persistence.error.SynthNotFoundException;
import io.synthlab.persistence.error.TransactionException;
import io.synthlab.persistence.internal.error.ErrorTranslator;
import io.synthlab.persistence.observe.SwitchChange;
import io.synthlab.persistence.testkit.TestDatabase;
import io.synthlab.persistence.testkit.fixture.StudyRows;
import io.synthlab.persistence.transaction.TransactionOptions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comparing finds, counts and leaves alone. */
abstract class ComparingContract {
    private static final String S1 = "aaa111";
    private static final String SECRET = "planted-secret";
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    private TestDatabase database;
    private RepositoryFactory repositories;

    @BeforeEach
    final void keep(TestDatabase freshDatabase) {
        database = freshDatabase;
    }

    @AfterEach
    final void close() {
        ScriptedProvider.script = ScriptedProvider.SOUND;
        if (repositories != null) {
            repositories.close();
        }
    }

    /** Opens a factory that is served by {@code jpa} and checks the scripted implementation, with two rows in it. */
    private RepositoryFactory open(String... settings) {
        return open("compare:jpa,scripted", settings);
    }

    private RepositoryFactory open(String state, String[] settings) {
        var config = database.config().provider(state).set("synthlab.comparing-timeout", "60s");
        for (int i = 0; i < settings.length; i += 2) {
            config.set(settings[i], settings[i + 1]);
        }
        repositories =
                AddedProvider.with(ScriptedProvider.class, directory, () -> RepositoryFactory.open(config.build()));
        repositories.experiments().create(e1());
        repositories.synths().save(synth(S1, SECRET));
        return repositories;
    }

    private Map<ComparisonOutcome, Long> counts() throws InterruptedException {
        assertTrue(repositories.comparisons().awaitIdle(LONG), "every comparison ends");
        Map<ComparisonOutcome, Long> counts =
                new EnumMap<>(repositories.comparisons().counts());
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        assertTrue(latch.await(60, TimeUnit.SECONDS), "the other thread gets there");
    }

    @Test
    void given_two_sound_implementations_when_compared_then_every_reading_call_matches_and_no_writing_one_is_compared()
            throws Exception {
        open("compare:legacy-jdbc,jpa", new String[0]);
        repositories.synths().findById(S1);
        repositories.synths().findById("none00");
        repositories.synths().list(PageRequest.of(10, 0));
        assertThrows(SynthNotFoundException.class, () -> repositories.synths().getById("none00"));
        repositories.experiments().list(PageRequest.of(10, 0));
        repositories.experiments().findById(E1);
        assertEquals(Map.of(ComparisonOutcome.MATCHED, 6L), counts());
        assertEquals(
                2, repositories.comparisons().counts(RepositoryName.EXPERIMENTS).get(ComparisonOutcome.MATCHED));
        assertEquals(List.of(), repositories.comparisons().differences());
    }

    @Test
    void given_a_wrong_answer_when_compared_then_it_is_confirmed_named_and_its_text_is_not_shown() throws Exception {
        open();
        ScriptedProvider.script = (method, unit, real) ->
                method.equals("findById") ? Optional.of(synth(S1, SECRET + "!")) : real.answer();
        assertEquals(SECRET, repositories.synths().findById(S1).orElseThrow().nome());
        repositories.synths().list(PageRequest.of(10, 0));
        assertEquals(Map.of(ComparisonOutcome.DIFFERED, 1L, ComparisonOutcome.MATCHED, 1L), counts());
        Difference difference = repositories.comparisons().differences().get(0);
        assertEquals(RepositoryName.SYNTHS, difference.repository());
        assertEquals("findById", difference.method());
        assertEquals(List.of("text(6)"), difference.arguments());
        assertEquals("jpa", difference.serving());
        assertEquals("scripted", difference.checked());
        assertTrue(
                difference.mismatches().stream()
                        .anyMatch(place -> place.toString().equals("nome: text(14) / text(15)")),
                difference::toString);
        assertFalse(difference.toString().contains(SECRET), difference::toString);
        repositories.comparisons().clear();
        assertEquals(Map.of(), counts());
        assertEquals(List.of(), repositories.comparisons().differences());
    }

    @Test
    void given_text_asked_for_when_compared_then_differences_show_it() throws Exception {
        open("synthlab.comparing-show-text", "true");
        ScriptedProvider.script = (method, unit, real) -> Optional.of(synth(S1, "other"));
        repositories.synths().findById(S1);
        counts();
        String shown = repositories.comparisons().differences().toString();
        assertTrue(shown.contains(SECRET) && shown.contains("text(6) \"" + S1 + "\""), shown);
    }

    @Test
    void given_a_row_changed_in_between_when_compared_then_it_is_no_difference() throws Exception {
        open();
        CountDownLatch changed = new CountDownLatch(1);
        ScriptedProvider.script = (method, unit, real) -> {
            await(changed);
            return real.answer();
        };
        repositories.synths().findById(S1);
        repositories.synths().save(synth(S1, "changed"));
        changed.countDown();
        assertEquals(Map.of(ComparisonOutcome.CHANGED_MEANWHILE, 1L), counts());
    }

    @Test
    void given_errors_when_compared_then_equal_ones_match_and_others_differ_and_the_caller_notices_nothing()
            throws Exception {
        open();
        assertThrows(SynthNotFoundException.class, () -> repositories.synths().getById("none00"));
        assertEquals(Map.of(ComparisonOutcome.MATCHED, 1L), counts());
        List<Throwable> failures = List.of(
                new SynthNotFoundException("else00"), new IllegalStateException(SECRET), new LinkageError(SECRET));
        for (Throwable failure : failures) {
            ScriptedProvider.script = (method, unit, real) -> {
                throw failure;
            };
            assertThrows(
                    SynthNotFoundException.class, () -> repositories.synths().getById("none00"));
            assertTrue(repositories.synths().findById(S1).isPresent());
            counts();
        }
        assertEquals(Map.of(ComparisonOutcome.MATCHED, 1L, ComparisonOutcome.DIFFERED, 6L), counts());
        assertFalse(repositories.comparisons().differences().toString().contains(SECRET));
    }

    @Test
    void given_a_statement_that_fails_when_compared_then_both_are_still_asked_in_one_snapshot() throws Exception {
        open();
        ScriptedProvider.script = (method, unit, real) -> {
            try (Statement statement = unit.connection().createStatement()) {
                statement.execute("SELECT nothing FROM nowhere");
                return real.answer();
            } catch (SQLException e) {
                throw new IllegalStateException("refused", e);
            }
        };
        repositories.synths().findById(S1);
        assertEquals(Map.of(ComparisonOutcome.DIFFERED, 1L), counts());
    }

    @Test
    void given_a_checked_side_that_cannot_be_reached_when_compared_then_that_is_no_difference() throws Exception {
        open();
        ScriptedProvider.script = (method, unit, real) -> {
            throw new ConnectionLostException(null, null, "planned", null);
        };
        repositories.synths().findById(S1);
        assertEquals(Map.of(ComparisonOutcome.FAILED, 1L), counts());
        ScriptedProvider.script = ScriptedProvider.SOUND;
        repositories.synths().findById(S1);
        assertEquals(Map.of(ComparisonOutcome.FAILED, 1L, ComparisonOutcome.MATCHED, 1L), counts());
    }

    @Test
    void given_a_slow_checked_side_when_its_time_is_over_then_its_statement_is_cancelled() throws Exception {
        open("synthlab.comparing-timeout", "250ms");
        ScriptedProvider.script = (method, unit, real) -> {
            runForever(unit.connection());
            return real.answer();
        };
        repositories.synths().findById(S1);
        assertEquals(Map.of(ComparisonOutcome.TIMED_OUT, 1L), counts());
    }

    private void runForever(Connection connection) {
        String sql = database.kind() == DatabaseKind.POSTGRESQL
                ? "SELECT pg_sleep(600)"
                : "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";
        try (Statement statement = connection.createStatement()) {
            statement.executeQuery(sql).close();
        } catch (SQLException e) {
            throw ErrorTranslator.translate(e, database.kind(), "synths", null);
        }
    }

    @Test
    void given_a_full_queue_when_called_then_callers_go_on_and_what_is_skipped_is_counted() throws Exception {
        open("synthlab.comparing-threads", "1", "synthlab.comparing-queue", "2", "synthlab.pool-size", "1");
        CountDownLatch blocked = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        ScriptedProvider.script = (method, unit, real) -> {
            blocked.countDown();
            await(release);
            return real.answer();
        };
        repositories.synths().findById(S1);
        await(blocked);
        for (int call = 0; call < 10; call++) {
            assertTrue(repositories.synths().findById(S1).isPresent(), "though a comparison holds a connection");
        }
        release.countDown();
        assertEquals(Map.of(ComparisonOutcome.MATCHED, 3L, ComparisonOutcome.QUEUE_FULL, 8L), counts());
    }

    @Test
    void given_a_list_of_arguments_when_the_caller_changes_it_afterwards_then_the_call_is_compared_as_it_was()
            throws Exception {
        open();
        StudyRows rows = new StudyRows(database);
        rows.execution();
        CountDownLatch changed = new CountDownLatch(1);
        ScriptedProvider.script = (method, unit, real) -> {
            await(changed);
            return real.answer();
        };
        List<String> ids = new ArrayList<>(List.of(StudyRows.B1));
        assertEquals(1, repositories.research().getAdditionalContextBatch(ids).size());
        ids.clear();
        changed.countDown();
        assertEquals(Map.of(ComparisonOutcome.MATCHED, 1L), counts());
    }

    @Test
    void given_units_when_they_have_written_then_their_calls_are_counted_and_not_compared() throws Exception {
        open();
        repositories.useTransaction(tx -> {
            tx.synths().findById(S1);
            tx.synths().save(synth("bbb222", "new"));
            assertTrue(tx.synths().findById("bbb222").isPresent());
            tx.experiments().findById(E1);
            assertTrue(repositories.comparisons().awaitIdle(LONG), "no comparison waits for the unit");
        });
        assertEquals(Map.of(ComparisonOutcome.MATCHED, 1L, ComparisonOutcome.UNIT_HAD_WRITTEN, 2L), counts());
    }

    @Test
    void given_a_unit_that_can_only_be_rolled_back_when_called_then_its_refusal_is_no_answer() throws Exception {
        open();
        assertThrows(
                TransactionException.class,
                () -> repositories.useTransaction(TransactionOptions.READ_ONLY, tx -> {
                    assertThrows(TransactionException.class, () -> tx.synths().save(synth(S1, "n")));
                    assertThrows(
                            IllegalStateException.class,
                            () -> repositories.useTransaction(TransactionOptions.READ_ONLY, joined -> {
                                throw new IllegalStateException();
                            }));
                    tx.synths().findById(S1);
                }));
        assertEquals(Map.of(ComparisonOutcome.NOT_COMPARABLE, 1L), counts());
    }

    @Test
    void given_a_ratio_when_called_often_then_about_that_share_is_compared() throws Exception {
        open("synthlab.comparing-ratio", "0.5", "synthlab.comparing-queue", "10000");
        for (int call = 0; call < 200; call++) {
            repositories.synths().findById(S1);
        }
        long compared = counts().get(ComparisonOutcome.MATCHED);
        assertTrue(compared > 50 && compared < 150, () -> "of 200: " + compared);
        repositories.close();
        database.execute("DELETE FROM experiments");
        open("synthlab.comparing-ratio", "0");
        repositories.synths().findById(S1);
        assertEquals(Map.of(), counts());
    }

    @Test
    void given_a_budget_when_more_differences_are_found_then_the_repository_alone_steps_back() throws Exception {
        open("synthlab.comparing-budget", "2", "synthlab.comparing-threads", "1");
        List<SwitchChange> changes = Collections.synchronizedList(new ArrayList<>());
        repositories.switches().addListener(changes::add);
        ScriptedProvider.script = (method, unit, real) -> Optional.empty();
        for (int call = 1; call <= 5; call++) {
            assertTrue(repositories.synths().findById(S1).isPresent(), "served by the sound one");
            counts();
            boolean comparing = call <= 2;
            assertEquals(
                    comparing ? "compare:jpa,scripted" : "jpa",
                    repositories.switches().current(RepositoryName.SYNTHS));
        }
        assertEquals(Map.of(ComparisonOutcome.DIFFERED, 3L), counts());
        assertEquals("compare:jpa,scripted", repositories.switches().current(RepositoryName.EXPERIMENTS));
        assertEquals(
                List.of(new SwitchChange(
                        RepositoryName.SYNTHS, "compare:jpa,scripted", "jpa", SwitchChange.Cause.BUDGET)),
                changes);
    }

    @Test
    void given_many_differences_when_kept_then_the_latest_stay_and_all_are_counted() throws Exception {
        open("synthlab.comparing-kept", "3", "synthlab.comparing-threads", "1");
        ScriptedProvider.script = (method, unit, real) -> Map.of("planned", Optional.empty());
        List<String> ids = new ArrayList<>();
        for (int call = 1; call <= 5; call++) {
            ids.add(S1);
            repositories.research().getAdditionalContextBatch(ids);
        }
        assertEquals(Map.of(ComparisonOutcome.DIFFERED, 5L), counts());
        assertEquals(
                List.of("list(3)", "list(4)", "list(5)"),
                repositories.comparisons().differences().stream()
                        .map(difference -> difference.arguments().get(0))
                        .toList());
    }

    @Test
    void given_comparisons_under_way_when_the_factory_is_closed_then_it_ends_them() throws Exception {
        open();
        CountDownLatch blocked = new CountDownLatch(1);
        ScriptedProvider.script = (method, unit, real) -> {
            blocked.countDown();
            new CountDownLatch(1).await(); // until it is interrupted
            return real.answer();
        };
        repositories.synths().findById(S1);
        repositories.synths().findById(S1);
        repositories.synths().findById(S1);
        await(blocked);
        repositories.close();
        assertTrue(
                Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().startsWith("synthlab-comparing-")),
                "no thread is left");
    }
}
