package io.synthlab.persistence.cli.units;

import static io.synthlab.persistence.testkit.fixture.Fixtures.E1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.G1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.e1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.g1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.synth;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.Repositories;
import io.synthlab.persistence.synth.SynthGroup;
import io.synthlab.persistence.transaction.Transaction;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Who sees what before the commit. The two tables of each subject are served by different implementations, so that one
 * reads the rows of the other.
 */
abstract class VisibilityContract extends MixedUnits {
    private static final int MORE_THAN_A_BATCH = 501;

    @BeforeEach
    final void cross() {
        mix.switchCrossed(repositories().switches());
    }

    @Test
    void given_a_batch_of_one_half_when_the_other_half_reads_in_the_unit_then_it_sees_every_row() {
        repositories().useTransaction(tx -> {
            tx.synthGroups().create(g1());
            tx.synths()
                    .saveAll(manySynths(MORE_THAN_A_BATCH).stream()
                            .map(each -> each.withGroup(G1))
                            .toList());
            assertEquals(
                    MORE_THAN_A_BATCH,
                    tx.synthGroups().findById(G1).orElseThrow().synthCount());
            assertEquals(
                    MORE_THAN_A_BATCH,
                    tx.synthGroups().findDetail(G1).orElseThrow().synths().size());
        });
        assertEquals(MORE_THAN_A_BATCH, rows("synths"));
    }

    @Test
    void given_a_row_of_one_half_when_the_other_half_changes_and_deletes_in_the_unit_then_each_sees_it_at_once() {
        repositories().useTransaction(tx -> {
            tx.synthGroups().create(g1());
            tx.synths().save(synth(S1, "n").withGroup(G1));
            assertTrue(tx.synthGroups().delete(G1), "one half detaches what the other one wrote");
            assertEquals(null, tx.synths().findById(S1).orElseThrow().synthGroupId());

            tx.experiments().create(e1());
            assertFalse(tx.experiments().findSummary(E1).orElseThrow().hasInterviewGuide());
            tx.interviewGuides().create(GUIDE);
            assertTrue(tx.experiments().findSummary(E1).orElseThrow().hasInterviewGuide());
            assertTrue(tx.interviewGuides().delete(E1));
            assertFalse(tx.experiments().findSummary(E1).orElseThrow().hasInterviewGuide());
        });
        assertEquals(1, rows("experiments"));
    }

    @Test
    void given_a_missing_default_group_when_both_halves_need_it_in_the_unit_then_it_is_created_once() {
        database().execute("DELETE FROM synth_groups");
        repositories().useTransaction(tx -> {
            tx.synths().save(synth(S1, "n"));
            assertEquals(1, tx.synthGroups().ensureDefaultGroup().synthCount());
            assertEquals(
                    SynthGroup.DEFAULT_ID,
                    tx.synths().findById(S1).orElseThrow().synthGroupId());
        });
        assertEquals(1, rows("synth_groups"));
    }

    @Test
    void given_undone_nested_work_when_either_half_reads_then_it_sees_the_rows_of_before() {
        repositories().useTransaction(tx -> {
            tx.synthGroups().create(g1());
            tx.synths().save(synth(S1, "before").withGroup(G1));
            undoDeletion(tx);
            assertEquals(1, tx.synthGroups().findById(G1).orElseThrow().synthCount());
            assertEquals(G1, tx.synths().findById(S1).orElseThrow().synthGroupId());
        });
        assertEquals(1, repositories().synthGroups().findById(G1).orElseThrow().synthCount());
    }

    private static void undoDeletion(Transaction tx) {
        try {
            tx.useNested(inner -> {
                inner.synths().save(synth("bbb222", "undone").withGroup(G1));
                inner.synthGroups().delete(G1);
                throw new IllegalStateException("planned");
            });
        } catch (IllegalStateException planned) {
            assertEquals("planned", planned.getMessage());
        }
    }

    @Test
    void given_a_unit_that_has_written_when_another_thread_reads_then_it_sees_nothing_before_the_commit()
            throws Exception {
        List<Boolean> nothing = List.of(false, false, false, false);
        repositories().useTransaction(tx -> {
            tx.experiments().create(e1());
            tx.interviewGuides().create(GUIDE);
            tx.synthGroups().create(g1());
            tx.synths().save(synth(S1, "n").withGroup(G1));
            assertEquals(List.of(true, true, true, true), seenBy(tx));
            assertEquals(nothing, rivals.call(() -> seenBy(repositories())));
        });
        assertEquals(List.of(true, true, true, true), rivals.call(() -> seenBy(repositories())));
    }

    private static List<Boolean> seenBy(Repositories all) {
        return List.of(
                all.experiments().findById(E1).isPresent(),
                all.interviewGuides().exists(E1),
                all.synthGroups().findById(G1).isPresent(),
                all.synths().listByGroup(G1, PageRequest.first()).total() == 1);
    }
}
