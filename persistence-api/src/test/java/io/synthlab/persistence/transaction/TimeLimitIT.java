package io.synthlab.persistence.transaction;

import static io.synthlab.persistence.fixture.Guides.guide;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.synthlab.persistence.error.DatabaseTimeoutException;
import io.synthlab.persistence.fixture.Probe;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Time limits of units of work. The endless statement ends after about a minute, so that a failure ends, too. */
class TimeLimitIT extends OneFactory {
    private static final String ENDLESS =
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300000000) SELECT count(*) FROM n";
    private static final TransactionOptions SHORT = TransactionOptions.DEFAULT.withTimeout(Duration.ofMillis(50));

    private static void awaitEndOf(TransactionOptions options) {
        Instant end = Instant.now().plus(options.timeout().orElseThrow());
        while (!Instant.now().isAfter(end)) {
            Thread.onSpinWait();
        }
    }

    @Test
    void cancelsAReadThatTakesTooLong() {
        DatabaseTimeoutException e = assertThrows(
                DatabaseTimeoutException.class,
                () -> repositories.useTransaction(
                        SHORT.asReadOnly(),
                        tx -> Probe.read(tx, (unit, provider) -> {
                            Probe.execute(unit.connection(), ENDLESS);
                            return null;
                        })));
        assertEquals(
                "synths: the statement took longer than allowed and was cancelled; allow more time or do less",
                e.getMessage());
    }

    @Test
    void cancelsAWriteThatTakesTooLongAndUndoesTheUnit() {
        boolean[] ended = new boolean[1];
        DatabaseTimeoutException e = assertThrows(
                DatabaseTimeoutException.class,
                () -> repositories.useTransaction(SHORT, tx -> {
                    tx.interviewGuides().create(guide("a"));
                    Probe.execute(tx, "INSERT INTO late " + ENDLESS.replace("SELECT count(*)", "SELECT 'x' || i"));
                    ended[0] = true;
                }));
        assertFalse(ended[0]);
        assertEquals(0, e.getSuppressed().length, "SQLite has rolled back by itself: no failure");
        assertEquals(0, database.guides());
        repositories.interviewGuides().create(guide("a"));
    }

    @Test
    void cancelsAgainWhatBeginsAfterTheLimit() {
        int[] cancelled = new int[1];
        assertThrows(
                DatabaseTimeoutException.class,
                () -> repositories.useTransaction(
                        SHORT.asReadOnly(),
                        tx -> Probe.read(tx, (unit, provider) -> {
                            for (int round = 0; round < 2; round++) { // one call: nobody looks at the clock in between
                                assertThrows(SQLException.class, () -> Probe.execute(unit.connection(), ENDLESS));
                                cancelled[0]++;
                            }
                            return null;
                        })));
        assertEquals(2, cancelled[0]);
    }

    @Test
    void refusesCallsAfterTheLimit() {
        DatabaseTimeoutException e = assertThrows(
                DatabaseTimeoutException.class,
                () -> repositories.useTransaction(SHORT, tx -> {
                    tx.interviewGuides().create(guide("a"));
                    awaitEndOf(SHORT);
                    tx.interviewGuides().exists("a");
                }));
        assertEquals("the unit of work took longer than its limit of PT0.05S; it is undone", e.getMessage());
        assertEquals(0, database.guides());
    }

    @Test
    void doesNotCommitAfterTheLimit() {
        assertThrows(
                DatabaseTimeoutException.class,
                () -> repositories.useTransaction(SHORT, tx -> {
                    tx.interviewGuides().create(guide("a"));
                    awaitEndOf(SHORT);
                }));
        assertEquals(0, database.guides());
    }

    @Test
    void nestedWorkDoesNotLiftTheLimit() {
        assertThrows(
                DatabaseTimeoutException.class,
                () -> repositories.useTransaction(SHORT, tx -> {
                    awaitEndOf(SHORT);
                    assertThrows(
                            DatabaseTimeoutException.class,
                            () -> tx.useNested(inner -> inner.interviewGuides().create(guide("a"))));
                    tx.interviewGuides().create(guide("a"));
                }));
        assertEquals(0, database.guides());
    }

    @Test
    void leavesTheNextUserOfTheConnectionAlone() {
        for (int round = 0; round < 20; round++) {
            TransactionOptions tight = TransactionOptions.READ_ONLY.withTimeout(Duration.ofMillis(1));
            try {
                repositories.useTransaction(tight, tx -> tx.interviewGuides().exists("a"));
            } catch (DatabaseTimeoutException e) {
                // may be late: what counts is the next one
            }
            Probe.read(repositories, (unit, provider) -> {
                Probe.execute(unit.connection(), ENDLESS.replace("300000000", "20000"));
                return null;
            });
        }
    }

    @Test
    void anUnusedLimitDisturbsNobody() {
        repositories.useTransaction(
                TransactionOptions.DEFAULT.withTimeout(TransactionOptions.LONGEST_TIMEOUT),
                tx -> tx.interviewGuides().create(guide("a")));
        assertEquals(1, database.guides());
    }
}
