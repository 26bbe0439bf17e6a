package io.synthlab.persistence.transaction;

import static io.synthlab.persistence.fixture.Guides.guide;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.error.ConstraintViolationException;
import io.synthlab.persistence.error.TransactionException;
import io.synthlab.persistence.error.ValidationException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Units within units: those that join, and those that are undone alone. */
class NestedAndJoinedTest extends OneFactory {
    private static final TransactionOptions WRITING = TransactionOptions.DEFAULT;
    private static final TransactionOptions READING = TransactionOptions.READ_ONLY;
    private static final TransactionOptions SERIALIZABLE = WRITING.withIsolation(Isolation.SERIALIZABLE);
    private static final TransactionOptions REPEATABLE = WRITING.withIsolation(Isolation.REPEATABLE_READ);
    private static final TransactionOptions MINUTE = WRITING.withTimeout(Duration.ofMinutes(1));

    /** A duplicate key, so that the database has refused something. */
    private static void fail(Transaction tx) {
        tx.interviewGuides().create(guide("same"));
        tx.interviewGuides().create(guide("same"));
    }

    static Stream<Arguments> narrower() {
        return Stream.of(
                Arguments.of(WRITING, WRITING),
                Arguments.of(WRITING, READING),
                Arguments.of(READING, READING),
                Arguments.of(SERIALIZABLE, WRITING),
                Arguments.of(SERIALIZABLE, REPEATABLE),
                Arguments.of(SERIALIZABLE, SERIALIZABLE),
                Arguments.of(MINUTE, MINUTE),
                Arguments.of(MINUTE, WRITING.withReplays(3)),
                Arguments.of(SERIALIZABLE.withTimeout(Duration.ofMinutes(1)), READING));
    }

    @ParameterizedTest
    @MethodSource("narrower")
    void joiningMayNarrow(TransactionOptions outer, TransactionOptions inner) {
        assertEquals(
                "x",
                repositories.inTransaction(
                        outer,
                        tx -> repositories.inTransaction(inner, joined -> {
                            assertEquals(outer.readOnly() || inner.readOnly(), joined.isReadOnly());
                            return "x";
                        })));
    }

    static Stream<Arguments> wider() {
        String readOnly = "it is read-only and the inner unit writes; begin the outer one for writing";
        String time = "its time limit differs; give the limit to the outer one";
        return Stream.of(
                Arguments.of(READING, WRITING, readOnly),
                Arguments.of(WRITING, SERIALIZABLE, "its isolation is weaker; begin the outer one with SERIALIZABLE"),
                Arguments.of(WRITING, REPEATABLE, "its isolation is weaker; begin the outer one with REPEATABLE_READ"),
                Arguments.of(
                        REPEATABLE, SERIALIZABLE, "its isolation is weaker; begin the outer one with SERIALIZABLE"),
                Arguments.of(WRITING, MINUTE, time),
                Arguments.of(MINUTE, WRITING.withTimeout(Duration.ofMinutes(2)), time),
                Arguments.of(MINUTE, WRITING.withTimeout(Duration.ofSeconds(1)), time));
    }

    @ParameterizedTest
    @MethodSource("wider")
    void joiningNeverWidens(TransactionOptions outer, TransactionOptions inner, String reason) {
        boolean[] ran = new boolean[1];
        repositories.useTransaction(outer, tx -> {
            TransactionException e = assertThrows(
                    TransactionException.class, () -> repositories.useTransaction(inner, joined -> ran[0] = true));
            assertEquals("cannot join the unit of work that is under way: " + reason, e.getMessage());
            assertFalse(tx.isRollbackOnly(), "nothing was sent, so nothing is spoilt");
        });
        assertFalse(ran[0]);
    }

    @Test
    void aNarrowedUnitIsNoWriterForWhoeverJoinsItAndIsOneAgainAfterwards() {
        repositories.useTransaction(tx -> {
            repositories.useTransaction(READING, narrowed -> {
                assertThrows(TransactionException.class, () -> repositories.useTransaction(joined -> {}));
                assertThrows(
                        TransactionException.class,
                        () -> narrowed.interviewGuides().create(guide("a")));
                assertThrows(
                        TransactionException.class, () -> tx.interviewGuides().create(guide("a")));
                repositories.useTransaction(READING, joined -> assertTrue(joined.isReadOnly()));
                assertTrue(tx.isReadOnly());
            });
            assertFalse(tx.isReadOnly());
            tx.interviewGuides().create(guide("a"));
        });
        assertEquals(1, database.guides());
    }

    @Test
    void aJoinedUnitEndsWithTheOuterOne() {
        repositories.useTransaction(outer -> {
            repositories.useTransaction(joined -> joined.interviewGuides().create(guide("a")));
            assertEquals(0, database.guides());
            assertTrue(repositories.isActive());
        });
        assertEquals(1, database.guides());
    }

    @Test
    void whatFailsInAJoinedUnitUndoesTheOuterOne() {
        TransactionException e = assertThrows(
                TransactionException.class,
                () -> repositories.useTransaction(outer -> {
                    outer.interviewGuides().create(guide("a"));
                    assertThrows(
                            ValidationException.class,
                            () -> repositories.useTransaction(joined -> {
                                throw new ValidationException("x");
                            }));
                    assertTrue(outer.isRollbackOnly());
                }));
        assertInstanceOf(ValidationException.class, e.getCause());
        assertEquals(0, database.guides());
    }

    @Test
    void aJoinedUnitCanAskForTheRollbackOfAll() {
        repositories.useTransaction(outer -> {
            outer.interviewGuides().create(guide("a"));
            repositories.useTransaction(Transaction::setRollbackOnly);
            assertTrue(outer.isRollbackOnly());
        });
        assertEquals(0, database.guides());
    }

    @Test
    void nestedWorkStaysIfNothingFails() {
        assertEquals(
                "x",
                repositories.<String, RuntimeException>inTransaction(tx -> tx.nested(inner -> {
                    inner.interviewGuides().create(guide("a"));
                    return "x";
                })));
        assertEquals(1, database.guides());
    }

    @Test
    void theUnitGoesOnAfterAnErrorInNestedWork() {
        repositories.useTransaction(tx -> {
            tx.interviewGuides().create(guide("before"));
            assertThrows(ConstraintViolationException.class, () -> tx.useNested(NestedAndJoinedTest::fail));
            assertFalse(tx.isRollbackOnly());
            assertFalse(tx.interviewGuides().exists("same"));
            tx.interviewGuides().create(guide("after"));
        });
        assertEquals(2, database.guides());
        assertTrue(repositories.interviewGuides().exists("before"));
    }

    @Test
    void nestedWorkIsUndoneByAnyException() {
        repositories.useTransaction(tx -> {
            assertThrows(
                    IllegalStateException.class,
                    () -> tx.useNested(inner -> {
                        inner.interviewGuides().create(guide("a"));
                        throw new IllegalStateException();
                    }));
            tx.interviewGuides().create(guide("b"));
        });
        assertFalse(repositories.interviewGuides().exists("a"));
        assertTrue(repositories.interviewGuides().exists("b"));
    }

    @Test
    void nestedInNestedIsUndoneAloneOrWithItsOuterOne() {
        repositories.useTransaction(tx -> {
            tx.useNested(middle -> {
                middle.interviewGuides().create(guide("middle"));
                assertThrows(ConstraintViolationException.class, () -> middle.useNested(NestedAndJoinedTest::fail));
                middle.useNested(inner -> inner.interviewGuides().create(guide("inner")));
            });
            assertThrows(
                    IllegalStateException.class,
                    () -> tx.useNested(middle -> {
                        middle.useNested(inner -> inner.interviewGuides().create(guide("lost")));
                        throw new IllegalStateException();
                    }));
        });
        assertEquals(2, database.guides());
        assertTrue(repositories.interviewGuides().exists("middle"));
        assertTrue(repositories.interviewGuides().exists("inner"));
    }

    @Test
    void nestedWorkThatSwallowsADatabaseErrorIsUndoneAndSaysSo() {
        repositories.useTransaction(tx -> {
            TransactionException e = assertThrows(
                    TransactionException.class,
                    () -> tx.useNested(inner -> {
                        inner.interviewGuides().create(guide("a"));
                        assertThrows(ConstraintViolationException.class, () -> fail(inner));
                    }));
            assertTrue(e.getMessage().startsWith("the nested work was undone"), e::getMessage);
            assertInstanceOf(ConstraintViolationException.class, e.getCause());
            assertFalse(tx.isRollbackOnly());
            tx.interviewGuides().create(guide("b"));
        });
        assertEquals(1, database.guides());
    }

    @Test
    void aJoinedUnitThatFailsInNestedWorkUndoesThatAlone() {
        repositories.useTransaction(tx -> {
            assertThrows(
                    ConstraintViolationException.class,
                    () -> tx.useNested(inner -> repositories.useTransaction(NestedAndJoinedTest::fail)));
            tx.interviewGuides().create(guide("a"));
        });
        assertEquals(1, database.guides());
    }

    @Test
    void nestedWorkRunsInAReadOnlyUnitToo() {
        repositories.useTransaction(READING, tx -> {
            tx.useNested(inner -> assertFalse(inner.interviewGuides().exists("a")));
            assertThrows(TransactionException.class, () -> tx.useNested(NestedAndJoinedTest::fail));
            assertFalse(tx.interviewGuides().exists("a"));
        });
    }

    @Test
    void theOuterUnitUndoesNestedWorkThatSucceeded() {
        assertThrows(
                IllegalStateException.class,
                () -> repositories.useTransaction(tx -> {
                    tx.useNested(inner -> inner.interviewGuides().create(guide("a")));
                    throw new IllegalStateException();
                }));
        assertEquals(0, database.guides());
    }
}
