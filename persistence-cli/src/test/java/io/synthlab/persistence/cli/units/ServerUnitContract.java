package io.synthlab.persistence.cli.units;

import static io.synthlab.persistence.testkit.fixture.Fixtures.E1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.E2;
import static io.synthlab.persistence.testkit.fixture.Fixtures.e1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.e2;
import static io.synthlab.persistence.testkit.fixture.Fixtures.synth;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.Repositories;
import io.synthlab.persistence.error.ConflictException;
import io.synthlab.persistence.error.DatabaseTimeoutException;
import io.synthlab.persistence.experiment.ExperimentUpdate;
import io.synthlab.persistence.transaction.Isolation;
import io.synthlab.persistence.transaction.Transaction;
import io.synthlab.persistence.transaction.TransactionOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Locks, conflicts and time limits between units that write at the same time, which only a server lets them do. */
abstract class ServerUnitContract extends MixedUnits {
    private static final TransactionOptions SECOND = TransactionOptions.DEFAULT.withTimeout(Duration.ofSeconds(1));
    private static final TransactionOptions REPEATABLE =
            TransactionOptions.DEFAULT.withIsolation(Isolation.REPEATABLE_READ);

    /** One change in each half, of rows that exist. */
    private static final Consumer<Repositories> CHANGE_EXPERIMENT =
            all -> all.experiments().update(E1, ExperimentUpdate.ofName("changed"));

    private static final Consumer<Repositories> CHANGE_SYNTH =
            all -> all.synths().updateAvatarPath(S1, "changed");

    @BeforeEach
    final void givenARowInEachHalf() {
        repositories().experiments().create(e1());
        repositories().synths().save(synth(S1, "n"));
    }

    private void assertUnchanged() {
        assertEquals(e1(), repositories().experiments().findById(E1).orElseThrow());
        assertEquals(null, repositories().synths().findById(S1).orElseThrow().avatarPath());
        assertTrue(repositories().experiments().findById(E2).isEmpty());
    }

    private static String state(Throwable error) {
        return assertInstanceOf(SQLException.class, error.getCause()).getSQLState();
    }

    @Test
    void given_a_row_that_another_session_holds_when_the_time_is_over_then_the_statement_ends_and_nothing_stays()
            throws SQLException {
        try (Connection holder = database().connect();
                Statement lock = holder.createStatement()) {
            holder.setAutoCommit(false);
            lock.execute("SELECT 1 FROM experiments FOR UPDATE");
            lock.execute("SELECT 1 FROM synths FOR UPDATE");
            assertTimedOut(CHANGE_EXPERIMENT);
            assertTimedOut(CHANGE_SYNTH);
            holder.rollback();
        }
        assertUnchanged();
        CHANGE_EXPERIMENT.accept(repositories());
        CHANGE_SYNTH.accept(repositories());
    }

    private void assertTimedOut(Consumer<Repositories> blocked) {
        DatabaseTimeoutException e = assertThrows(
                DatabaseTimeoutException.class,
                () -> repositories().useTransaction(SECOND, tx -> {
                    tx.experiments().create(e2());
                    tx.synths().save(synth("bbb222", "n"));
                    blocked.accept(tx);
                }));
        assertEquals("57014", state(e), "the server ended the statement");
        assertEquals(0, e.getSuppressed().length);
        assertEquals(1, rows("synths"));
    }

    @Test
    void given_a_blocked_statement_in_nested_work_when_its_time_is_over_then_the_unit_is_over_too()
            throws SQLException {
        try (Connection holder = database().connect();
                Statement lock = holder.createStatement()) {
            holder.setAutoCommit(false);
            lock.execute("SELECT 1 FROM synths FOR UPDATE");
            assertThrows(
                    DatabaseTimeoutException.class,
                    () -> repositories().useTransaction(SECOND, tx -> {
                        tx.experiments().create(e2());
                        assertThrows(DatabaseTimeoutException.class, () -> tx.useNested(CHANGE_SYNTH::accept));
                        CHANGE_EXPERIMENT.accept(tx);
                    }));
            holder.rollback();
        }
        assertUnchanged();
    }

    @Test
    void given_a_snapshot_when_another_session_has_changed_the_row_of_either_half_then_writing_it_is_a_conflict() {
        Stream.of(CHANGE_EXPERIMENT, CHANGE_SYNTH).forEach(change -> {
            ConflictException e = assertThrows(
                    ConflictException.class,
                    () -> repositories().useTransaction(REPEATABLE, tx -> {
                        writeNewRows(tx);
                        changeElsewhere();
                        change.accept(tx);
                    }));
            assertEquals("40001", state(e));
            assertUnchanged();
            assertEquals(1, rows("synths"));
        });
    }

    private static void writeNewRows(Transaction tx) {
        tx.experiments().create(e2());
        tx.synths().save(synth("bbb222", "n"));
    }

    /** Commits a new version of both rows without another content. */
    private void changeElsewhere() {
        database().execute("UPDATE experiments SET name = name");
        database().execute("UPDATE synths SET nome = nome");
    }

    @Test
    void given_a_conflict_when_replay_was_asked_for_then_the_whole_unit_runs_again_until_it_succeeds() {
        AtomicInteger runs = new AtomicInteger();
        repositories().useTransaction(REPEATABLE.withReplays(2), tx -> {
            writeNewRows(tx);
            if (runs.incrementAndGet() < 3) {
                changeElsewhere();
            }
            CHANGE_SYNTH.accept(tx);
            CHANGE_EXPERIMENT.accept(tx);
        });
        assertEquals(3, runs.get());
        assertEquals(2, rows("experiments"));
        assertEquals(2, rows("synths"));
    }

    @Test
    void given_conflicts_without_end_when_the_replays_are_used_up_then_the_conflict_comes_out() {
        AtomicInteger runs = new AtomicInteger();
        assertThrows(
                ConflictException.class,
                () -> repositories().useTransaction(REPEATABLE.withReplays(2), tx -> {
                    runs.incrementAndGet();
                    writeNewRows(tx);
                    changeElsewhere();
                    CHANGE_EXPERIMENT.accept(tx);
                }));
        assertEquals(3, runs.get());
        assertUnchanged();
    }

    @Test
    void given_serializable_units_that_read_what_the_other_writes_when_both_commit_then_the_later_runs_again()
            throws Exception {
        TransactionOptions serializable =
                TransactionOptions.DEFAULT.withIsolation(Isolation.SERIALIZABLE).withReplays(1);
        AtomicInteger runs = new AtomicInteger();
        repositories().useTransaction(serializable, tx -> {
            boolean first = runs.incrementAndGet() == 1;
            assertEquals(first, tx.synths().findById(S1).orElseThrow().avatarPath() == null);
            if (first) {
                rivals.call(() -> repositories().inTransaction(serializable, rival -> {
                    assertEquals(e1(), rival.experiments().findById(E1).orElseThrow());
                    return rival.synths().updateAvatarPath(S1, "changed");
                }));
            }
            CHANGE_EXPERIMENT.accept(tx);
        });
        assertEquals(2, runs.get(), "the first run rested on a synth that was no longer so");
    }

    @Test
    void given_a_deadlock_of_two_units_when_the_server_ends_one_then_that_is_a_conflict_and_the_other_commits()
            throws Exception {
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        List<String> outcomes = rivals.all(2, thread -> {
            try {
                repositories().useTransaction(tx -> {
                    (thread == 0 ? CHANGE_EXPERIMENT : CHANGE_SYNTH).accept(tx);
                    bothHoldOne.await(1, TimeUnit.MINUTES);
                    (thread == 0 ? CHANGE_SYNTH : CHANGE_EXPERIMENT).accept(tx);
                });
                return "committed";
            } catch (ConflictException e) {
                return state(e);
            }
        });
        assertEquals(List.of("40P01", "committed"), outcomes.stream().sorted().toList());
        assertEquals(
                "changed",
                repositories().experiments().findById(E1).orElseThrow().name());
        assertEquals(
                "changed", repositories().synths().findById(S1).orElseThrow().avatarPath());
    }

    @Test
    void given_a_deadlock_of_two_units_when_both_are_replayed_then_both_commit() throws Exception {
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        List<Integer> runs = rivals.all(2, thread -> {
            AtomicInteger run = new AtomicInteger();
            repositories().useTransaction(TransactionOptions.DEFAULT.withReplays(5), tx -> {
                (thread == 0 ? CHANGE_EXPERIMENT : CHANGE_SYNTH).accept(tx);
                if (run.incrementAndGet() == 1) {
                    bothHoldOne.await(1, TimeUnit.MINUTES);
                }
                (thread == 0 ? CHANGE_SYNTH : CHANGE_EXPERIMENT).accept(tx);
            });
            return run.get();
        });
        assertEquals(List.of(1, 2), runs.stream().sorted().toList());
    }
}
