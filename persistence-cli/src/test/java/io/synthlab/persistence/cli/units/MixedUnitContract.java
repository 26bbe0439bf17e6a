package io.synthlab.persistence.cli.units;

import static io.synthlab.persistence.testkit.fixture.Fixtures.E1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.E2;
import static io.synthlab.persistence.testkit.fixture.Fixtures.G1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.NO_GROUP;
import static io.synthlab.persistence.testkit.fixture.Fixtures.e1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.e2;
import static io.synthlab.persistence.testkit.fixture.Fixtures.g1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.synth;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.Repositories;
import io.synthlab.persistence.error.ConstraintViolationException;
import io.synthlab.persistence.error.TransactionException;
import io.synthlab.persistence.experiment.ExperimentUpdate;
import io.synthlab.persistence.transaction.Transaction;
import io.synthlab.persistence.transaction.TransactionAction;
import io.synthlab.persistence.transaction.TransactionOptions;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Commit, rollback and savepoint over both halves. */
abstract class MixedUnitContract extends MixedUnits {
    private static final Consumer<Repositories> BREAK_EXPERIMENTS =
            all -> all.experiments().create(e1());
    private static final Consumer<Repositories> BREAK_SYNTHS =
            all -> all.synths().save(synth("bbb222", "n").withGroup(NO_GROUP));

    private static final List<Consumer<Repositories>> FAULTS = List.of(BREAK_EXPERIMENTS, BREAK_SYNTHS);

    /** Writes into all four tables, three rows of synths in one batch. */
    private static void writeAll(Repositories all) {
        all.experiments().create(e1());
        all.synthGroups().create(g1());
        all.interviewGuides().create(GUIDE);
        all.synths()
                .saveAll(manySynths(3).stream().map(each -> each.withGroup(G1)).toList());
    }

    /** Returns the rows of the four tables; the default group always exists. */
    private Map<String, Long> counts() {
        return Map.of(
                "experiments", rows("experiments"),
                "interview_guide", rows("interview_guide"),
                "synth_groups", rows("synth_groups"),
                "synths", rows("synths"));
    }

    private void assertNothingKept() {
        assertEquals(Map.of("experiments", 0L, "interview_guide", 0L, "synth_groups", 1L, "synths", 0L), counts());
        assertFalse(repositories().isActive());
    }

    private void assertAllKept() {
        assertEquals(Map.of("experiments", 1L, "interview_guide", 1L, "synth_groups", 2L, "synths", 3L), counts());
    }

    @Test
    void given_both_halves_when_the_unit_ends_then_all_is_kept() {
        repositories().useTransaction(MixedUnitContract::writeAll);
        assertAllKept();
    }

    @Test
    void given_both_halves_when_the_work_throws_then_nothing_is_kept_and_the_exception_comes_out_as_it_is() {
        IOException thrown = new IOException("planned");
        IOException caught = assertThrows(
                IOException.class,
                () -> repositories().useTransaction(tx -> {
                    writeAll(tx);
                    throw thrown;
                }));
        assertSame(thrown, caught);
        assertEquals(0, caught.getSuppressed().length);
        assertNothingKept();
    }

    @Test
    void given_both_halves_when_a_rollback_is_asked_for_then_nothing_is_kept() {
        repositories().useTransaction(tx -> {
            writeAll(tx);
            tx.setRollbackOnly();
        });
        assertNothingKept();
    }

    @Test
    void given_a_database_error_in_either_half_when_it_is_swallowed_then_both_halves_refuse_and_nothing_is_kept() {
        for (Consumer<Repositories> fault : FAULTS) {
            TransactionException e = assertThrows(
                    TransactionException.class, () -> repositories().useTransaction(tx -> swallowAndGoOn(tx, fault)));
            assertInstanceOf(ConstraintViolationException.class, e.getCause());
            assertNothingKept();
        }
    }

    private static void swallowAndGoOn(Transaction tx, Consumer<Repositories> fault) {
        writeAll(tx);
        assertThrows(ConstraintViolationException.class, () -> fault.accept(tx));
        assertTrue(tx.isRollbackOnly());
        assertThrows(TransactionException.class, () -> tx.experiments().findById(E1));
        assertThrows(TransactionException.class, () -> tx.synths().findById(S1));
        assertThrows(TransactionException.class, () -> tx.useNested(inner -> {}));
    }

    @Test
    void given_nested_work_over_both_halves_when_it_throws_then_it_alone_is_undone() {
        repositories().useTransaction(tx -> {
            tx.experiments().create(e2());
            tx.synths().save(synth(S1, "before"));
            assertThrows(
                    IllegalStateException.class,
                    () -> tx.useNested(inner -> {
                        writeAll(inner);
                        inner.experiments().update(E2, ExperimentUpdate.ofName("undone"));
                        inner.synths().updateAvatarPath(S1, "undone");
                        throw new IllegalStateException("planned");
                    }));
            assertEquals("Search", tx.experiments().findById(E2).orElseThrow().name());
            assertTrue(tx.synthGroups().findById(G1).isEmpty());
            tx.synths().save(synth("bbb222", "after"));
        });
        assertEquals(Map.of("experiments", 1L, "interview_guide", 0L, "synth_groups", 1L, "synths", 2L), counts());
        assertEquals(null, repositories().synths().findById(S1).orElseThrow().avatarPath());
    }

    @Test
    void given_a_database_error_in_nested_work_when_the_unit_goes_on_then_the_same_rows_can_be_written_again() {
        for (Consumer<Repositories> fault : FAULTS) {
            repositories().useTransaction(tx -> {
                assertThrows(
                        ConstraintViolationException.class,
                        () -> tx.useNested(inner -> {
                            writeAll(inner);
                            fault.accept(inner);
                        }));
                assertFalse(tx.isRollbackOnly());
                writeAll(tx);
                assertEquals(3, tx.synthGroups().findById(G1).orElseThrow().synthCount());
                tx.setRollbackOnly();
            });
            assertNothingKept();
        }
        repositories().useTransaction(MixedUnitContract::goOnAfterBothFaults);
        assertAllKept();
    }

    private static void goOnAfterBothFaults(Transaction tx) {
        writeAll(tx);
        assertThrows(ConstraintViolationException.class, () -> tx.useNested(BREAK_EXPERIMENTS::accept));
        assertThrows(ConstraintViolationException.class, () -> tx.useNested(BREAK_SYNTHS::accept));
    }

    @Test
    void given_nested_work_that_succeeds_when_the_outer_one_is_undone_then_nothing_is_kept() {
        repositories().useTransaction(tx -> {
            tx.useNested(middle -> {
                middle.experiments().create(e2());
                middle.useNested(MixedUnitContract::writeAll);
            });
            assertEquals(2, tx.experiments().list(PageRequest.first()).total());
            tx.setRollbackOnly();
        });
        assertNothingKept();
    }

    @Test
    void given_a_read_only_unit_when_either_half_writes_then_it_is_refused_before_anything_is_sent() {
        repositories().useTransaction(MixedUnitContract::writeAll);
        TransactionAction<RuntimeException> reads = tx -> {
            assertRefused(() -> tx.experiments().softDelete(E1));
            assertRefused(() -> tx.synths().updateAvatarPath("m00001", "x"));
            assertTrue(tx.experiments().findById(E1).isPresent(), "a refusal leaves the unit usable");
            assertEquals(3, tx.synths().listByGroup(G1, PageRequest.first()).total());
            assertFalse(tx.isRollbackOnly());
        };
        repositories().useTransaction(TransactionOptions.READ_ONLY, reads);
        repositories().useTransaction(outer -> repositories().useTransaction(TransactionOptions.READ_ONLY, reads::run));
        assertAllKept();
    }

    private static void assertRefused(Executable write) {
        TransactionException e = assertThrows(TransactionException.class, write);
        assertTrue(e.getMessage().contains("refused before anything was sent"), e::getMessage);
    }

    @Test
    void given_a_read_only_unit_when_a_writing_one_joins_then_it_is_refused_at_its_begin() {
        repositories().useTransaction(TransactionOptions.READ_ONLY, tx -> {
            boolean[] ran = new boolean[1];
            assertThrows(TransactionException.class, () -> repositories().useTransaction(inner -> ran[0] = true));
            assertFalse(ran[0]);
            assertTrue(tx.experiments().findById(E1).isEmpty());
        });
    }

    @Test
    void given_a_joined_unit_when_it_fails_then_both_halves_of_the_outer_one_are_undone() {
        assertThrows(
                ConstraintViolationException.class,
                () -> repositories().useTransaction(outer -> {
                    outer.experiments().create(e1());
                    repositories().useTransaction(joined -> {
                        joined.synths().save(synth(S1, "n"));
                        BREAK_SYNTHS.accept(joined);
                    });
                }));
        assertNothingKept();
    }
}
