package io.synthlab.persistence.cli.units;

import static io.synthlab.persistence.testkit.fixture.Fixtures.E1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.G1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.e1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.g1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.synth;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.RepositoryName;
import io.synthlab.persistence.error.ConstraintViolationException;
import io.synthlab.persistence.transaction.Transaction;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A group is deleted while another unit adds a member, each on either implementation. Needs two writers at once, which
 * SQLite does not have.
 */
abstract class GroupDeletionContract extends MixedUnits {
    @ParameterizedTest
    @ValueSource(strings = {"legacy-jdbc", "jpa"})
    void given_a_unit_that_is_adding_a_member_when_the_group_is_deleted_then_the_new_member_is_detached_too(
            String adding) throws Exception {
        repositories().synthGroups().create(g1());
        repositories().switches().use(RepositoryName.SYNTHS, adding);
        CountDownLatch added = new CountDownLatch(1);
        CountDownLatch deleting = new CountDownLatch(1);
        Future<Boolean> adder = rivals.start(() -> repositories().inTransaction(tx -> {
            addMember(tx);
            added.countDown();
            Rivals.await(deleting);
            return true;
        }));
        Rivals.await(added);
        Future<Boolean> deleter =
                rivals.start(() -> repositories().synthGroups().delete(G1));
        Rivals.awaitLockWait(database());
        deleting.countDown();
        assertTrue(Rivals.result(adder));
        assertTrue(Rivals.result(deleter));
        assertTrue(repositories().synthGroups().findById(G1).isEmpty());
        assertEquals(null, repositories().synths().findById(S1).orElseThrow().synthGroupId());
    }

    private static void addMember(Transaction tx) {
        tx.experiments().create(e1());
        tx.synths().save(synth(S1, "n").withGroup(G1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"legacy-jdbc", "jpa"})
    void given_a_unit_that_is_deleting_the_group_when_a_member_is_added_then_the_adding_unit_is_undone(String adding)
            throws Exception {
        repositories().synthGroups().create(g1());
        repositories().switches().use(RepositoryName.SYNTHS, adding);
        Future<ConstraintViolationException> adder = repositories().inTransaction(tx -> {
            assertTrue(tx.synthGroups().delete(G1));
            Future<ConstraintViolationException> waiting = rivals.start(() -> assertThrows(
                    ConstraintViolationException.class,
                    () -> repositories().useTransaction(GroupDeletionContract::addMember)));
            Rivals.awaitLockWait(database());
            return waiting;
        });
        assertEquals(
                ConstraintViolationException.Kind.FOREIGN_KEY,
                Rivals.result(adder).kind());
        assertTrue(repositories().experiments().findById(E1).isEmpty());
        assertTrue(repositories().synths().findById(S1).isEmpty());
    }

    @Test
    void given_two_units_that_delete_one_group_when_the_first_commits_then_the_second_finds_none() throws Exception {
        repositories().synthGroups().create(g1());
        Future<Boolean> second = repositories().inTransaction(tx -> {
            assertTrue(tx.synthGroups().delete(G1));
            Future<Boolean> waiting =
                    rivals.start(() -> repositories().synthGroups().delete(G1));
            Rivals.awaitLockWait(database());
            return waiting;
        });
        assertEquals(false, Rivals.result(second));
    }
}
