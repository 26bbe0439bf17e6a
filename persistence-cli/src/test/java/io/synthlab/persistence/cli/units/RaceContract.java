package io.synthlab.persistence.cli.units;

import static io.synthlab.persistence.testkit.fixture.Fixtures.E1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.day;
import static io.synthlab.persistence.testkit.fixture.Fixtures.e1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.experiment;
import static io.synthlab.persistence.testkit.fixture.Fixtures.synth;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.synthlab.persistence.RepositoryName;
import io.synthlab.persistence.error.ConstraintViolationException;
import io.synthlab.persistence.experiment.Experiment;
import io.synthlab.persistence.experiment.ExperimentUpdate;
import io.synthlab.persistence.synth.SynthGroup;
import io.synthlab.persistence.synth.SynthGroupSummary;
import io.synthlab.persistence.transaction.Isolation;
import io.synthlab.persistence.transaction.Transaction;
import io.synthlab.persistence.transaction.TransactionOptions;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Many threads at the same rows, switching while they go. */
abstract class RaceContract extends MixedUnits {
    private static final int THREADS = 8;
    private static final int UNITS = 50;
    private static final TransactionOptions REPLAYED = TransactionOptions.DEFAULT
            .withIsolation(Isolation.REPEATABLE_READ)
            .withReplays(TransactionOptions.MOST_REPLAYS);

    /** Each half holds one counter; both start at zero. */
    private void givenTwoCounters() {
        repositories().useTransaction(tx -> {
            tx.experiments().create(Experiment.of(E1, "0", "counter", day(1)));
            tx.synths().save(synth(S1, "counter").withAvatarPath("0"));
        });
    }

    private void assertCounted(int total) {
        assertEquals(
                String.valueOf(total),
                repositories().experiments().findById(E1).orElseThrow().name());
        assertEquals(
                String.valueOf(total),
                repositories().synths().findById(S1).orElseThrow().avatarPath());
    }

    private static boolean next(Transaction tx, String experimentCount) {
        String synthCount = tx.synths().findById(S1).orElseThrow().avatarPath();
        assertEquals(experimentCount, synthCount, "both halves are of one moment");
        String next = String.valueOf(Integer.parseInt(experimentCount) + 1);
        tx.experiments().update(E1, ExperimentUpdate.ofName(next));
        return tx.synths().updateAvatarPath(S1, next);
    }

    private void race(Callable<Boolean> unit) throws Exception {
        rivals.all(THREADS, thread -> {
            for (int at = 0; at < UNITS; at++) {
                if (at % 10 == thread) {
                    swap();
                }
                unit.call();
            }
            return true;
        });
    }

    /** Turns the mix around; what is under way does not notice. */
    private void swap() {
        Mix other = repositories().switches().current(RepositoryName.SYNTHS).equals(mix.synths()) ? mix.turned() : mix;
        other.switchOn(repositories().switches());
    }

    @Test
    void given_a_counter_in_each_half_when_many_units_read_and_write_both_then_conflicts_are_replayed_and_none_is_lost()
            throws Exception {
        givenTwoCounters();
        race(() -> repositories().inTransaction(REPLAYED, tx -> next(tx, experimentCount(tx))));
        assertCounted(THREADS * UNITS);
    }

    private static String experimentCount(Transaction tx) {
        return tx.experiments().findById(E1).orElseThrow().name();
    }

    @Test
    void given_a_counter_in_each_half_when_many_units_lock_the_row_first_then_none_is_lost_without_replay()
            throws Exception {
        givenTwoCounters();
        race(() -> repositories()
                .inTransaction(tx -> next(
                        tx,
                        tx.experiments()
                                .update(E1, ExperimentUpdate.NOTHING)
                                .orElseThrow()
                                .name())));
        assertCounted(THREADS * UNITS);
    }

    @Test
    void given_experiments_when_all_threads_delete_each_then_exactly_one_gets_true_and_its_other_half_is_kept()
            throws Exception {
        for (int number = 0; number < UNITS; number++) {
            repositories().experiments().create(experiment(number, day(1)));
        }
        List<Integer> won = rivals.all(THREADS, this::deleteAll);
        assertEquals(UNITS, won.stream().mapToInt(each -> each).sum());
        assertEquals(UNITS, rows("synths"), "one per deletion, written by whoever deleted");
    }

    private int deleteAll(int thread) {
        int won = 0;
        for (int number = 0; number < UNITS; number++) {
            String id = experiment(number, day(1)).id();
            String witness = "d%02d%03d".formatted(thread, number);
            if (number % 10 == thread) {
                swap();
            }
            won += repositories().<Integer, RuntimeException>inTransaction(tx -> {
                if (!tx.experiments().softDelete(id)) {
                    return 0;
                }
                tx.synths().save(synth(witness, "witness"));
                return 1;
            });
        }
        return won;
    }

    @Test
    void given_no_default_group_when_all_threads_need_it_then_it_is_created_once_and_all_see_it() throws Exception {
        database().execute("DELETE FROM synth_groups");
        List<SynthGroupSummary> groups = rivals.all(THREADS, thread -> {
            swap();
            return repositories().inTransaction(tx -> {
                tx.synths().save(synth("w%05d".formatted(thread), "witness"));
                return tx.synthGroups().ensureDefaultGroup();
            });
        });
        assertEquals(1, rows("synth_groups"));
        groups.forEach(group -> assertEquals(SynthGroup.DEFAULT_ID, group.id()));
        assertEquals(THREADS, repositories().synthGroups().ensureDefaultGroup().synthCount());
    }

    @Test
    void given_one_id_when_all_threads_create_it_beside_a_synth_then_one_unit_is_kept() throws Exception {
        List<Boolean> won = rivals.all(THREADS, thread -> {
            try {
                repositories().useTransaction(tx -> {
                    tx.synths().save(synth("w%05d".formatted(thread), "witness"));
                    tx.experiments().create(e1());
                });
                return true;
            } catch (ConstraintViolationException e) {
                return false;
            }
        });
        assertEquals(1, won.stream().filter(each -> each).count());
        assertEquals(1, rows("synths"));
    }
}
