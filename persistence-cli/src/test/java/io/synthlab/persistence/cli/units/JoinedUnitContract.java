package io.synthlab.persistence.cli.units;

import static io.synthlab.persistence.testkit.fixture.Fixtures.E1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.e1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.synth;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.Repositories;
import io.synthlab.persistence.error.ConstraintViolationException;
import io.synthlab.persistence.error.TransactionException;
import io.synthlab.persistence.testkit.TestDatabase;
import io.synthlab.persistence.transaction.Isolation;
import io.synthlab.persistence.transaction.TransactionOptions;
import io.synthlab.persistence.transaction.Transactions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Units inside of a transaction that the host began on a connection of its own. */
abstract class JoinedUnitContract extends MixedUnits {
    private static final String HOST_ROW =
            "INSERT INTO synth_groups (id, name, created_at) VALUES ('grp_host0001', 'host', '2026-01-01T00:00:00+00:00')";

    private Connection host;
    private Transactions joined;

    @BeforeEach
    final void begin() throws SQLException {
        host = database().connect();
        host.setAutoCommit(false);
        joined = repositories().join(host);
    }

    @AfterEach
    final void end() throws SQLException {
        host.close();
    }

    private static void writeBoth(Repositories all) {
        all.experiments().create(e1());
        all.synths().save(synth(S1, "n"));
    }

    private void byHost(String sql) throws SQLException {
        try (Statement statement = host.createStatement()) {
            statement.execute(sql);
        }
    }

    private long seenByHost(String table) throws SQLException {
        try (Statement statement = host.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void given_a_hosts_transaction_when_joined_then_each_sees_the_other_and_the_hosts_commit_keeps_all()
            throws Exception {
        byHost(HOST_ROW);
        joined.useTransaction(tx -> {
            assertTrue(tx.synthGroups().findById("grp_host0001").isPresent());
            writeBoth(tx);
            assertEquals(1, seenByHost("experiments"));
            byHost("UPDATE experiments SET name = 'by host'");
            assertEquals("by host", tx.experiments().findById(E1).orElseThrow().name());
            assertEquals(mix.providers(), Serving.every(tx));
        });
        assertFalse(repositories().isActive());
        assertEquals(0, rows("experiments"), "nobody else sees it yet");
        assertFalse(host.isClosed());
        host.commit();
        assertEquals(1, rows("experiments"));
        assertEquals(1, rows("synths"));
        assertEquals(2, rows("synth_groups"));
    }

    @Test
    void given_a_hosts_transaction_when_it_is_rolled_back_then_nothing_is_kept() throws Exception {
        joined.useTransaction(JoinedUnitContract::writeBoth);
        joined.useTransaction(tx -> tx.synths().save(synth("bbb222", "n")));
        host.rollback();
        assertEquals(0, rows("experiments"));
        assertEquals(0, rows("synths"));
    }

    @Test
    void given_a_unit_that_fails_when_the_host_goes_on_then_it_finds_nothing_half_written() throws Exception {
        byHost(HOST_ROW);
        IllegalStateException planned = new IllegalStateException();
        assertSame(
                planned,
                assertThrows(
                        IllegalStateException.class,
                        () -> joined.useTransaction(tx -> {
                            writeBoth(tx);
                            throw planned;
                        })));
        assertThrows(
                ConstraintViolationException.class,
                () -> joined.useTransaction(tx -> {
                    writeBoth(tx);
                    tx.experiments().create(e1());
                }));
        joined.useTransaction(tx -> {
            writeBoth(tx);
            tx.setRollbackOnly();
        });
        assertEquals(0, seenByHost("experiments"));
        joined.useTransaction(tx -> tx.synths().save(synth(S1, "n")));
        host.commit();
        assertEquals(0, rows("experiments"));
        assertEquals(1, rows("synths"));
        assertEquals(2, rows("synth_groups"));
    }

    @Test
    void given_a_joined_unit_when_the_factory_is_used_on_its_thread_then_that_joins_it_and_others_do_not()
            throws Exception {
        joined.useTransaction(tx -> {
            writeBoth(tx);
            assertTrue(repositories().isActive());
            assertTrue(repositories().experiments().findById(E1).isPresent());
            repositories()
                    .useTransaction(
                            inner -> assertTrue(inner.synths().findById(S1).isPresent()));
            repositories()
                    .join(host)
                    .useTransaction(
                            inner -> assertTrue(inner.synths().findById(S1).isPresent()));
            tx.useNested(nested -> nested.synths().save(synth("bbb222", "n")));
            assertTrue(
                    rivals.call(() -> repositories().experiments().findById(E1).isEmpty()));
        });
        host.commit();
        assertEquals(2, rows("synths"));
    }

    @Test
    void given_a_unit_of_the_factory_when_joined_then_that_is_refused() {
        TransactionException e = assertThrows(
                TransactionException.class,
                () -> repositories()
                        .useTransaction(TransactionOptions.READ_ONLY, tx -> joined.useTransaction(inner -> {})));
        assertEquals(
                "this thread is inside of a unit of work on another connection; end it before you join the host's"
                        + " transaction",
                e.getMessage());
    }

    @Test
    void given_a_connection_of_no_use_when_joined_then_the_unit_is_refused_and_the_connection_is_as_before()
            throws Exception {
        host.setAutoCommit(true);
        assertRefused(
                "the connection to join has no transaction: autocommit is on; begin one with setAutoCommit(false)");
        assertTrue(host.getAutoCommit());
        host.setAutoCommit(false);
        try (TestDatabase other = TestDatabase.migrated(database().kind());
                Connection elsewhere = other.connect()) {
            elsewhere.setAutoCommit(false);
            joined = repositories().join(elsewhere);
            assertRefused(
                    "cannot join the host's transaction: its connection leads to another database than this factory");
            elsewhere.rollback();
        }
        DatabaseKind otherKind =
                database().kind() == DatabaseKind.SQLITE ? DatabaseKind.POSTGRESQL : DatabaseKind.SQLITE;
        try (TestDatabase other = TestDatabase.migrated(otherKind);
                Connection elsewhere = other.connect()) {
            elsewhere.setAutoCommit(false);
            joined = repositories().join(elsewhere);
            assertRefused(
                    "cannot join the host's transaction: its connection leads to another database than this factory");
            elsewhere.rollback();
        }
        joined = repositories().join(host);
        host.close();
        assertRefused("the connection to join is closed; hand over an open one");
    }

    private void assertRefused(String message) {
        TransactionException e =
                assertThrows(TransactionException.class, () -> joined.useTransaction(JoinedUnitContract::writeBoth));
        assertEquals(message, e.getMessage());
        assertFalse(repositories().isActive());
    }

    @Test
    void given_options_when_they_would_change_the_hosts_transaction_then_they_are_refused() throws Exception {
        assertThrows(
                TransactionException.class,
                () -> joined.useTransaction(TransactionOptions.DEFAULT.withReplays(1), tx -> {}));
        TransactionOptions serializable = TransactionOptions.DEFAULT.withIsolation(Isolation.SERIALIZABLE);
        TransactionOptions limited = TransactionOptions.DEFAULT.withTimeout(Duration.ofMinutes(1));
        if (database().kind() == DatabaseKind.SQLITE) {
            assertThrows(TransactionException.class, () -> joined.useTransaction(limited, tx -> {}));
            joined.useTransaction(serializable, JoinedUnitContract::writeBoth);
        } else {
            assertThrows(TransactionException.class, () -> joined.useTransaction(serializable, tx -> {}));
            joined.useTransaction(limited, JoinedUnitContract::writeBoth);
        }
        assertThrows(
                TransactionException.class,
                () -> joined.useTransaction(
                        TransactionOptions.READ_ONLY, tx -> tx.synths().save(synth(S1, "n"))));
        byHost(HOST_ROW);
        host.commit();
        assertEquals(1, rows("experiments"));
        assertEquals(2, rows("synth_groups"), "the host may write after a read-only unit");
    }

    @Test
    void given_a_joined_unit_when_it_has_ended_then_the_hosts_connection_is_as_before() throws Exception {
        host.setReadOnly(false);
        int isolation = host.getTransactionIsolation();
        boolean server = database().kind() == DatabaseKind.POSTGRESQL;
        if (server) {
            byHost("SET LOCAL statement_timeout = '77s'");
        }
        TransactionOptions options =
                server ? TransactionOptions.DEFAULT.withTimeout(Duration.ofMinutes(5)) : TransactionOptions.DEFAULT;
        joined.useTransaction(options, JoinedUnitContract::writeBoth);
        assertUntouched(isolation, server);
        assertThrows(
                ConstraintViolationException.class,
                () -> joined.useTransaction(options, JoinedUnitContract::writeBoth));
        assertUntouched(isolation, server);
        host.rollback();
    }

    private void assertUntouched(int isolation, boolean server) throws SQLException {
        assertFalse(host.getAutoCommit());
        assertFalse(host.isReadOnly());
        assertEquals(isolation, host.getTransactionIsolation());
        if (server) {
            try (Statement statement = host.createStatement();
                    ResultSet row = statement.executeQuery("SHOW statement_timeout")) {
                row.next();
                assertEquals("77s", row.getString(1));
            }
        }
    }

    @Test
    void given_a_closed_factory_when_joined_then_that_is_refused_and_the_host_goes_on() throws Exception {
        byHost(HOST_ROW);
        repositories().close();
        assertRefused("this factory is closed; open another one");
        host.commit();
        assertEquals(2, rows("synth_groups"));
    }
}
