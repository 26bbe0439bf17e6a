package io.synthlab.persistence.transaction;

import static io.synthlab.persistence.fixture.Guides.guide;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.error.ConstraintViolationException;
import io.synthlab.persistence.error.DatabaseException;
import io.synthlab.persistence.error.TransactionException;
import io.synthlab.persistence.error.UnreadableRowException;
import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.experiment.InterviewGuide;
import io.synthlab.persistence.fixture.Probe;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.sqlite.SQLiteConnection;

/** Beginning and ending units of work, on a real SQLite file. */
class UnitOfWorkTest extends OneFactory {
    @Test
    void commitsAtItsEndAndNotBefore() {
        String result = repositories.inTransaction(tx -> {
            assertTrue(repositories.isActive());
            tx.interviewGuides().create(guide("a"));
            tx.interviewGuides().create(guide("b"));
            assertTrue(tx.interviewGuides().exists("a"));
            assertEquals(0, database.guides());
            return "done";
        });
        assertEquals("done", result);
        assertEquals(2, database.guides());
    }

    @Test
    void theFactorysRepositoriesJoinTheUnitOfTheirThread() {
        assertThrows(
                IllegalStateException.class,
                () -> repositories.useTransaction(tx -> {
                    repositories.interviewGuides().create(guide("a"));
                    assertTrue(tx.interviewGuides().exists("a"));
                    throw new IllegalStateException();
                }));
        assertEquals(0, database.guides());
    }

    @Test
    void handsOnWhateverTheWorkThrowsAfterTheRollback() {
        IOException checked = new IOException();
        assertSame(
                checked,
                assertThrows(
                        IOException.class,
                        () -> repositories.<IOException>useTransaction(tx -> {
                            tx.interviewGuides().create(guide("a"));
                            throw checked;
                        })));
        StackOverflowError error = assertThrows(
                StackOverflowError.class,
                () -> repositories.useTransaction(tx -> {
                    tx.interviewGuides().create(guide("a"));
                    recurse(1);
                }));
        assertEquals(0, error.getSuppressed().length);
        assertEquals(0, database.guides());
        repositories.interviewGuides().create(guide("a"));
    }

    private static int recurse(int depth) {
        return recurse(depth + 1) + recurse(depth + 2);
    }

    @Test
    void eachCallOutsideOfAUnitIsOneByItself() {
        repositories.interviewGuides().create(guide("a"));
        assertEquals(1, database.guides());
        assertThrows(
                ConstraintViolationException.class,
                () -> repositories.interviewGuides().create(guide("a")));
        assertTrue(repositories.interviewGuides().delete("a"));
        assertEquals(0, database.guides());
    }

    @Test
    void onlyARollbackIsLeftAfterADatabaseError() {
        ConstraintViolationException thrown = assertThrows(
                ConstraintViolationException.class,
                () -> repositories.useTransaction(tx -> {
                    tx.interviewGuides().create(guide("a"));
                    ConstraintViolationException error = assertThrows(
                            ConstraintViolationException.class,
                            () -> tx.interviewGuides().create(guide("a")));
                    assertTrue(tx.isRollbackOnly());
                    TransactionException refused = assertThrows(
                            TransactionException.class,
                            () -> tx.interviewGuides().exists("a"));
                    assertSame(error, refused.getCause());
                    assertTrue(refused.getMessage().contains("can only be rolled back"), refused::getMessage);
                    assertThrows(TransactionException.class, () -> tx.useNested(inner -> {}));
                    throw error;
                }));
        assertEquals(ConstraintViolationException.Kind.UNIQUE, thrown.kind());
        assertEquals("interview_guide", thrown.table());
        assertEquals("experiment_id=a", thrown.key());
        assertEquals(0, database.guides());
    }

    @Test
    void aSwallowedDatabaseErrorIsAnErrorOfTheUnit() {
        TransactionException e = assertThrows(
                TransactionException.class,
                () -> repositories.useTransaction(tx -> {
                    tx.interviewGuides().create(guide("a"));
                    assertThrows(
                            ConstraintViolationException.class,
                            () -> tx.interviewGuides().create(guide("a")));
                }));
        assertTrue(e.getMessage().contains("was caught and ignored"), e::getMessage);
        assertInstanceOf(ConstraintViolationException.class, e.getCause());
        assertEquals(0, database.guides());
    }

    @Test
    void errorsThatSentNothingLeaveTheUnitUsable() {
        repositories.useTransaction(tx -> {
            assertThrows(
                    ValidationException.class,
                    () -> tx.interviewGuides().create(new InterviewGuide("a", null, "\0", null, Instant.EPOCH, null)));
            assertThrows(
                    UnreadableRowException.class,
                    () -> Probe.read(tx, (unit, provider) -> {
                        throw new UnreadableRowException("synths", "id=a", "m", null);
                    }));
            assertFalse(tx.isRollbackOnly());
            tx.interviewGuides().create(guide("a"));
        });
        assertEquals(1, database.guides());
    }

    @Test
    void anUnexpectedErrorOfAnImplementationSpoilsTheUnit() {
        TransactionException e = assertThrows(
                TransactionException.class,
                () -> repositories.useTransaction(tx -> {
                    tx.interviewGuides().create(guide("a"));
                    assertThrows(
                            IllegalStateException.class,
                            () -> Probe.read(tx, (unit, provider) -> {
                                throw new IllegalStateException("a defect");
                            }));
                }));
        assertInstanceOf(IllegalStateException.class, e.getCause());
        assertEquals(0, database.guides());
    }

    @Test
    void canBeRolledBackOnPurpose() {
        String result = repositories.inTransaction(tx -> {
            tx.interviewGuides().create(guide("a"));
            assertFalse(tx.isRollbackOnly());
            tx.setRollbackOnly();
            assertTrue(tx.isRollbackOnly());
            tx.interviewGuides().create(guide("b"));
            return "tried";
        });
        assertEquals("tried", result);
        assertEquals(0, database.guides());
    }

    @Test
    void refusesWritesWhenReadOnlyBeforeAnythingIsSent() {
        repositories.useTransaction(TransactionOptions.READ_ONLY, tx -> {
            assertTrue(tx.isReadOnly());
            TransactionException e = assertThrows(
                    TransactionException.class, () -> tx.interviewGuides().create(guide("a")));
            assertEquals(
                    "this unit of work is read-only; create writes and was refused before anything was sent. Begin a"
                            + " writing unit",
                    e.getMessage());
            boolean[] sent = new boolean[1];
            assertThrows(TransactionException.class, () -> Probe.write(tx, (unit, provider) -> sent[0] = true));
            assertFalse(sent[0]);
            assertFalse(tx.interviewGuides().exists("a"));
            assertEquals(true, Probe.<Boolean>read(tx, (unit, provider) -> unit.readOnly()));
        });
    }

    @Test
    void aReadingConnectionRefusesWritesByItself() {
        DatabaseException e = assertThrows(
                DatabaseException.class,
                () -> Probe.read(repositories, (unit, provider) -> {
                    Probe.execute(unit.connection(), "DELETE FROM interview_guide");
                    return null;
                }));
        assertTrue(e.getMessage().contains("read-only"), e::getMessage);
    }

    @Test
    void aFullDatabaseUndoesTheUnitAndTheNextOneWorks() {
        DatabaseException e = assertThrows(
                DatabaseException.class,
                () -> repositories.useTransaction(tx -> {
                    tx.interviewGuides().create(guide("a"));
                    Probe.execute(tx, "PRAGMA max_page_count=1"); // as many as there are
                    Probe.execute(tx, "INSERT INTO synth_groups VALUES ('g', hex(zeroblob(1000000)), NULL, '')");
                }));
        assertTrue(e.getMessage().contains("no space left"), e::getMessage);
        assertEquals(0, e.getSuppressed().length);
        assertEquals(0, database.guides());
        repositories.useTransaction(tx -> {
            Probe.execute(tx, "PRAGMA max_page_count=1000000");
            tx.interviewGuides().create(guide("a"));
        });
        assertEquals(1, database.guides());
    }

    @Test
    void aReaderThatBrokeIsReplaced() {
        for (int round = 0; round < 3; round++) { // more often than there are readers
            DatabaseException e = assertThrows(
                    DatabaseException.class,
                    () -> Probe.read(repositories, (unit, provider) -> {
                        unit.connection().unwrap(SQLiteConnection.class).close();
                        Probe.execute(unit.connection(), "SELECT 1");
                        return null;
                    }));
            assertEquals(1, e.getSuppressed().length, "the failed rollback belongs to the error, not in its place");
        }
        assertFalse(repositories.interviewGuides().exists("a"));
    }

    @Test
    void aWriterThatBrokeIsReplaced() {
        IllegalStateException error = new IllegalStateException();
        assertSame(
                error,
                assertThrows(
                        IllegalStateException.class,
                        () -> repositories.useTransaction(tx -> {
                            tx.interviewGuides().create(guide("a"));
                            Probe.write(tx, (unit, provider) -> {
                                unit.connection().unwrap(SQLiteConnection.class).close();
                                return null;
                            });
                            throw error;
                        })));
        assertEquals(1, error.getSuppressed().length);
        repositories.interviewGuides().create(guide("a"));
        assertEquals(1, database.guides());
    }
}
