package io.synthlab.persistence.internal.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.error.ConflictException;
import io.synthlab.persistence.error.ConstraintViolationException;
import io.synthlab.persistence.error.DatabaseException;
import io.synthlab.persistence.error.TransactionException;
import io.synthlab.persistence.fixture.Probe;
import io.synthlab.persistence.fixture.TestDatabase;
import io.synthlab.persistence.internal.connect.DatabaseIdentity;
import io.synthlab.persistence.internal.error.ErrorTranslator;
import io.synthlab.persistence.transaction.Transaction;
import io.synthlab.persistence.transaction.TransactionOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConnection;

/** What becomes of connections, on every way out of a unit of work. */
class UnitManagerTest {
    private static final String INSERT = "INSERT INTO experiments VALUES ('exp_00000001')";
    private static final String ORPHAN = "INSERT INTO late VALUES ('exp_ffffffff')";

    private static final DatabaseIdentity WHICH = new DatabaseIdentity("not asked for here", "");

    private static TestDatabase database;

    private CountingSource source;
    private UnitManager units;

    @BeforeAll
    static void create(@TempDir Path directory) {
        database = TestDatabase.in(directory);
    }

    @BeforeEach
    void open() {
        database.execute("DELETE FROM late", "DELETE FROM experiments");
        source = new CountingSource("jdbc:sqlite:" + database.file());
        units = new UnitManager(
                DatabaseKind.SQLITE,
                WHICH,
                source,
                () -> name -> new Binding("none", new Object(), null),
                CallWatch.NONE);
    }

    @AfterEach
    void nothingIsLeftBehind() {
        assertEquals(0, source.out(), "connections that were not given back");
        assertFalse(units.isActive());
        units.close();
        assertTrue(source.closed());
    }

    private void execute(String sql) throws SQLException {
        Probe.execute(units.currentUnit().connection(), sql);
    }

    private void breakConnection() throws SQLException {
        units.currentUnit().connection().unwrap(SQLiteConnection.class).close();
    }

    @Test
    void aCommitGivesTheConnectionBackOnce() throws Exception {
        units.useTransaction(tx -> execute(INSERT));
        assertEquals("take close", source.events());
        assertEquals(1, database.count("experiments"));
        units.useTransaction(TransactionOptions.READ_ONLY, tx -> execute("SELECT 1"));
        assertEquals("take-reader close", source.events());
    }

    @Test
    void aRollbackGivesTheConnectionBackOnce() {
        for (Throwable thrown :
                new Throwable[] {new IOException(), new IllegalStateException(), new AssertionError()}) {
            assertSame(
                    thrown,
                    assertThrows(
                            thrown.getClass(),
                            () -> units.<Object, Exception>inTransaction(tx -> {
                                execute(INSERT);
                                if (thrown instanceof Error error) {
                                    throw error;
                                }
                                throw (Exception) thrown;
                            })));
            assertEquals("take close", source.events());
        }
        assertEquals(0, database.count("experiments"));
    }

    @Test
    void aConnectionIsNotUsedAgainAfterAnErrorOfTheMachine() {
        OutOfMemoryError error = new OutOfMemoryError("test");
        assertSame(
                error,
                assertThrows(
                        OutOfMemoryError.class,
                        () -> units.useTransaction(tx -> {
                            execute(INSERT);
                            throw error;
                        })));
        assertEquals("take discard close", source.events());
        assertEquals(0, database.count("experiments"));
    }

    @Test
    void aFailedRollbackIsAddedToTheErrorAndDropsTheConnection() {
        IllegalStateException error = new IllegalStateException();
        assertSame(
                error,
                assertThrows(
                        IllegalStateException.class,
                        () -> units.useTransaction(tx -> {
                            breakConnection();
                            throw error;
                        })));
        assertInstanceOf(DatabaseException.class, error.getSuppressed()[0]);
        assertEquals("take discard close", source.events());
        assertThrows(
                IllegalStateException.class,
                () -> units.useTransaction(TransactionOptions.READ_ONLY, tx -> {
                    breakConnection();
                    throw new IllegalStateException();
                }));
        assertEquals("take-reader discard-reader close", source.events());
    }

    @Test
    void aFailedRollbackOnRequestIsNoErrorOfTheUnit() throws Exception {
        units.useTransaction(tx -> {
            tx.setRollbackOnly();
            breakConnection();
        });
        assertEquals("take discard close", source.events());
    }

    @Test
    void aTransactionThatTheDatabaseHasEndedIsNotCommittedInSilence() {
        assertThrows(
                DatabaseException.class,
                () -> units.useTransaction(tx -> {
                    execute(INSERT);
                    execute("ROLLBACK");
                }));
        assertEquals("take close", source.events());
        IllegalStateException error = assertThrows(
                IllegalStateException.class,
                () -> units.useTransaction(tx -> {
                    execute("ROLLBACK");
                    throw new IllegalStateException();
                }));
        assertEquals(0, error.getSuppressed().length);
        assertEquals("take close", source.events());
    }

    @Test
    void aFailedCommitRollsBack() {
        ConstraintViolationException e = assertThrows(
                ConstraintViolationException.class,
                () -> units.useTransaction(tx -> {
                    execute(INSERT);
                    execute(ORPHAN);
                }));
        assertEquals(ConstraintViolationException.Kind.FOREIGN_KEY, e.kind());
        assertNull(e.table());
        assertEquals("take close", source.events());
        assertEquals(0, database.count("experiments"));
    }

    @Test
    void aLostConnectionAtTheCommitIsAnError() {
        DatabaseException e = assertThrows(
                DatabaseException.class,
                () -> units.useTransaction(tx -> {
                    execute(INSERT);
                    breakConnection();
                }));
        assertEquals("CommitOutcomeUnknownException", e.getClass().getSimpleName());
        assertEquals("take discard close", source.events());
        assertEquals(0, database.count("experiments"));
    }

    @Test
    void aFailedBeginGivesTheConnectionBack() throws Exception {
        try (Connection process = database.connect()) {
            Probe.execute(process, "BEGIN IMMEDIATE");
            assertThrows(ConflictException.class, () -> units.useTransaction(tx -> execute(INSERT)));
            assertEquals("take close", source.events());
        }
        IllegalStateException error = new IllegalStateException();
        UnitManager broken = new UnitManager(
                DatabaseKind.SQLITE,
                WHICH,
                source,
                () -> {
                    throw error;
                },
                CallWatch.NONE);
        TransactionOptions limited = TransactionOptions.DEFAULT.withTimeout(Duration.ofMinutes(1));
        assertSame(error, assertThrows(IllegalStateException.class, () -> broken.useTransaction(limited, tx -> {})));
        assertEquals("take close", source.events());
        broken.close();
    }

    @Test
    void aConnectionThatCannotBeTakenLeavesNothingBehind() {
        source.onTake(number -> {
            throw new IllegalStateException();
        });
        assertThrows(IllegalStateException.class, () -> units.useTransaction(tx -> {}));
        assertEquals("", source.events());
        assertFalse(units.isActive());
    }

    @Test
    void resourcesLiveAsLongAsTheUnitAndEndNewestFirst() {
        List<String> closed = new ArrayList<>();
        units.useTransaction(tx -> {
            AutoCloseable first = units.currentUnit().resource("first", c -> () -> closed.add("first"));
            units.currentUnit().resource("second", c -> () -> closed.add("second, transaction open: " + source.out()));
            assertSame(first, units.currentUnit().resource("first", c -> () -> closed.add("never")));
            tx.useNested(inner -> assertSame(first, units.currentUnit().resource("first", c -> () -> {})));
            assertEquals(List.of(), closed);
        });
        assertEquals(List.of("second, transaction open: 1", "first"), closed);
    }

    @Test
    void resourcesEndBeforeARollbackToo() {
        List<String> closed = new ArrayList<>();
        assertThrows(
                IllegalStateException.class,
                () -> units.useTransaction(tx -> {
                    units.currentUnit().resource("first", c -> () -> closed.add("first"));
                    units.currentUnit().resource("second", c -> () -> {
                        throw new IOException("planted");
                    });
                    throw new IllegalStateException();
                }));
        assertEquals(List.of("first"), closed);
        assertEquals("take close", source.events());
    }

    @Test
    void aResourceThatCannotEndUndoesTheUnit() {
        Throwable[] failures = {
            new IllegalStateException("a"),
            new NoClassDefFoundError("b"),
            new SQLException("c"),
            new IOException("planted")
        };
        Class<?>[] expected = {
            IllegalStateException.class, NoClassDefFoundError.class, DatabaseException.class, DatabaseException.class
        };
        for (int at = 0; at < failures.length; at++) {
            Throwable failure = failures[at];
            List<String> closed = new ArrayList<>();
            Throwable e = assertThrows(
                    Throwable.class,
                    () -> units.useTransaction(tx -> {
                        units.currentUnit().resource("first", c -> () -> closed.add("first"));
                        units.currentUnit().resource("second", c -> () -> fail(failure));
                        execute(INSERT);
                    }));
            assertInstanceOf(expected[at], e);
            assertFalse(String.valueOf(e.getMessage()).contains("planted"));
            assertEquals(List.of("first"), closed);
            assertEquals("take close", source.events());
        }
        assertEquals(0, database.count("experiments"));
    }

    private static void fail(Throwable failure) throws Exception {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (Exception) failure;
    }

    @Test
    void aResourceThatCannotBeMadeIsNotRemembered() {
        units.useTransaction(tx -> {
            assertThrows(
                    IllegalStateException.class,
                    () -> units.currentUnit().resource("key", c -> {
                        throw new IllegalStateException();
                    }));
            AutoCloseable made = units.currentUnit().resource("key", c -> () -> {});
            assertSame(made, units.currentUnit().resource("key", c -> () -> {}));
        });
    }

    @Test
    void thereIsNoUnitOutsideOfOne() {
        TransactionException e = assertThrows(TransactionException.class, units::currentUnit);
        assertEquals("there is no unit of work on this thread; call through the factory", e.getMessage());
    }

    @Test
    void replaysAConflictWhenAskedTo() throws Exception {
        try (Connection process = database.connect()) {
            Probe.execute(process, "BEGIN IMMEDIATE");
            source.onTake(number -> {
                if (number == 3) {
                    end(process);
                }
            });
            List<Transaction> runs = new ArrayList<>();
            units.useTransaction(TransactionOptions.DEFAULT.withReplays(5), tx -> {
                runs.add(tx);
                execute(INSERT);
            });
            assertEquals(1, runs.size(), "the work did not begin before the lock was free");
        }
        assertEquals("take close take close take close", source.events());
        assertEquals(1, database.count("experiments"));
    }

    private static void end(Connection process) {
        try {
            Probe.execute(process, "COMMIT");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void replaysTheWholeWorkWhenTheConflictComesLater() throws Exception {
        List<Transaction> runs = new ArrayList<>();
        // A reading unit may write on this source; a snapshot that is out of date is the conflict.
        database.execute(INSERT.replace("00000001", "00000009"));
        try (Connection process = database.connect()) {
            Probe.execute(process, "PRAGMA journal_mode=WAL");
            units.useTransaction(TransactionOptions.READ_ONLY.withReplays(1), tx -> {
                runs.add(tx);
                Probe.execute(units.currentUnit().connection(), "SELECT count(*) FROM experiments");
                if (runs.size() == 1) {
                    Probe.execute(process, INSERT.replace("00000001", "00000002"));
                }
                translated(() -> execute(INSERT));
            });
        }
        assertEquals(2, runs.size());
        assertEquals("take-reader close take-reader close", source.events());
        assertEquals(3, database.count("experiments"));
    }

    private interface Statements {
        void run() throws SQLException;
    }

    private static void translated(Statements statements) {
        try {
            statements.run();
        } catch (SQLException e) {
            throw ErrorTranslator.translate(e, DatabaseKind.SQLITE, null, null);
        }
    }

    @Test
    void givesUpWhenReplaysAreUsedUp() throws Exception {
        try (Connection process = database.connect()) {
            Probe.execute(process, "BEGIN IMMEDIATE");
            assertThrows(
                    ConflictException.class,
                    () -> units.useTransaction(TransactionOptions.DEFAULT.withReplays(2), tx -> {}));
            assertEquals("take close take close take close", source.events());
            assertThrows(ConflictException.class, () -> units.useTransaction(tx -> {}));
            assertEquals("take close", source.events());
        }
    }

    @Test
    void doesNotReplayWhenInterrupted() throws Exception {
        try (Connection process = database.connect()) {
            Probe.execute(process, "BEGIN IMMEDIATE");
            Thread.currentThread().interrupt();
            assertThrows(
                    ConflictException.class,
                    () -> units.useTransaction(TransactionOptions.DEFAULT.withReplays(20), tx -> {}));
            assertTrue(Thread.interrupted());
            assertEquals("take close", source.events());
        }
    }

    @Test
    void replaysNothingButConflictsAndOnlyTheOutermostUnit() {
        TransactionOptions replayed = TransactionOptions.DEFAULT.withReplays(5);
        assertThrows(
                ConstraintViolationException.class,
                () -> units.useTransaction(replayed, tx -> {
                    execute(ORPHAN);
                }));
        assertEquals("take close", source.events());
        assertThrows(
                ConflictException.class,
                () -> units.useTransaction(outer -> units.useTransaction(replayed, tx -> {
                    throw new ConflictException(null, null, "m", null);
                })));
        assertEquals("take close", source.events());
    }
}
