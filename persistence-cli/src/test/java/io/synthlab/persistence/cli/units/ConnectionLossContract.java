package io.synthlab.persistence.cli.units;

import static io.synthlab.persistence.testkit.fixture.Fixtures.E1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.e1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.synth;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.synthlab.persistence.Repositories;
import io.synthlab.persistence.RepositoryFactory;
import io.synthlab.persistence.cli.Wait;
import io.synthlab.persistence.error.CommitOutcomeUnknownException;
import io.synthlab.persistence.error.ConnectionLostException;
import io.synthlab.persistence.error.TransactionException;
import io.synthlab.persistence.transaction.Isolation;
import io.synthlab.persistence.transaction.TransactionAction;
import io.synthlab.persistence.transaction.TransactionOptions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections to a server: what the next user finds on them, and what happens when they break. */
abstract class ConnectionLossContract extends HostSourceUnits {
    private static final TransactionOptions REPLAYED = TransactionOptions.DEFAULT.withReplays(5);
    private static final String THROUGH_PROXY = "through the cutting proxy";
    private static final String SESSIONS =
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = ?";
    private static final List<String> SETTINGS = List.of(
            "statement_timeout",
            "lock_timeout",
            "transaction_isolation",
            "transaction_read_only",
            "default_transaction_isolation",
            "default_transaction_read_only",
            "search_path",
            "TimeZone");

    private static void writeBoth(Repositories all) {
        all.experiments().create(e1());
        all.synths().save(synth(S1, "n"));
    }

    /** Opens a factory of one connection. */
    private RepositoryFactory single() {
        RepositoryFactory single = RepositoryFactory.open(
                database().config().set("synthlab.pool-size", "1").build());
        mix.switchOn(single.switches());
        return single;
    }

    @Test
    void given_units_with_every_setting_when_they_end_then_the_next_user_of_the_connection_finds_none_of_them()
            throws SQLException {
        HikariConfig settings = new HikariConfig();
        settings.setDataSource(source());
        settings.setMaximumPoolSize(1);
        try (HikariDataSource host = new HikariDataSource(settings);
                RepositoryFactory repositories = open(host)) {
            Map<String, String> before = settings(host);
            TransactionOptions odd = TransactionOptions.DEFAULT
                    .withIsolation(Isolation.SERIALIZABLE)
                    .withTimeout(Duration.ofMinutes(5));
            for (TransactionAction<RuntimeException> ending : endings()) {
                run(repositories, odd, ending);
                assertEquals(before, settings(host));
                run(repositories, odd.asReadOnly(), ending);
                assertEquals(before, settings(host));
            }
            repositories.useTransaction(ConnectionLossContract::writeBoth);
            assertEquals(before, settings(host));
        }
    }

    /** A commit, a rollback on request, and one because of an exception. */
    private static List<TransactionAction<RuntimeException>> endings() {
        TransactionAction<RuntimeException> read = tx -> {
            tx.experiments().findById(E1);
            tx.synths().findById(S1);
        };
        return List.of(
                read,
                tx -> {
                    read.run(tx);
                    tx.setRollbackOnly();
                },
                tx -> {
                    read.run(tx);
                    throw new IllegalStateException("planned");
                });
    }

    private static void run(
            RepositoryFactory repositories, TransactionOptions options, TransactionAction<RuntimeException> work) {
        try {
            repositories.useTransaction(options, work);
        } catch (IllegalStateException planned) {
            assertEquals("planned", planned.getMessage());
        }
    }

    private static Map<String, String> settings(HikariDataSource host) throws SQLException {
        try (Connection connection = host.getConnection();
                Statement statement = connection.createStatement()) {
            Map<String, String> found = new TreeMap<>();
            for (String setting : SETTINGS) {
                try (ResultSet row = statement.executeQuery("SHOW " + setting)) {
                    row.next();
                    found.put(setting, row.getString(1));
                }
            }
            found.put("autocommit", String.valueOf(connection.getAutoCommit()));
            found.put("read-only", String.valueOf(connection.isReadOnly()));
            return found;
        }
    }

    @Test
    void given_a_unit_when_the_server_ends_its_session_then_nothing_is_kept_and_the_pool_heals() throws Exception {
        List<Consumer<Repositories>> next = List.of(
                all -> all.experiments().findById(E1), all -> all.synths().findById(S1));
        try (RepositoryFactory single = single()) {
            for (Consumer<Repositories> call : next) {
                AtomicInteger runs = new AtomicInteger();
                assertThrows(
                        ConnectionLostException.class,
                        () -> single.useTransaction(REPLAYED, tx -> {
                            runs.incrementAndGet();
                            writeBoth(tx);
                            endOpenSessions();
                            call.accept(tx);
                        }));
                assertEquals(1, runs.get(), "a lost connection is no conflict");
                assertFalse(single.isActive());
                assertTrue(single.experiments().findById(E1).isEmpty());
                assertTrue(single.synths().findById(S1).isEmpty());
            }
            single.useTransaction(ConnectionLossContract::writeBoth);
        }
        assertEquals(1, rows("experiments"));
    }

    @Test
    void given_nested_work_when_the_server_ends_the_session_then_the_unit_cannot_go_on() throws Exception {
        try (RepositoryFactory single = single()) {
            assertThrows(
                    TransactionException.class,
                    () -> single.useTransaction(tx -> {
                        writeBoth(tx);
                        assertThrows(
                                ConnectionLostException.class,
                                () -> tx.useNested(inner -> {
                                    endOpenSessions();
                                    inner.synths().findById(S1);
                                }));
                        assertTrue(tx.isRollbackOnly());
                    }));
            single.useTransaction(ConnectionLossContract::writeBoth);
        }
    }

    /** Ends every session of this database that is in a transaction, and waits until it is gone. */
    private void endOpenSessions() throws TimeoutException {
        String open = " FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'";
        assertEquals(
                1, database().query("SELECT pg_terminate_backend(pid)" + open).size());
        Wait.until("the session is gone", () -> database().queryLong("SELECT count(*)" + open) == 0);
    }

    @Test
    void given_a_unit_when_the_server_ends_its_session_before_the_commit_then_the_outcome_is_called_unknown()
            throws Exception {
        try (RepositoryFactory single = single()) {
            assertUnknown(single, tx -> {
                writeBoth(tx);
                endOpenSessions();
            });
            assertEquals(0, rows("experiments"));
            single.useTransaction(ConnectionLossContract::writeBoth);
        }
        assertEquals(1, rows("experiments"));
    }

    @ParameterizedTest
    @EnumSource(CuttingProxy.Cut.class)
    void given_a_unit_when_the_connection_breaks_at_its_commit_then_the_outcome_is_unknown_and_it_is_never_replayed(
            CuttingProxy.Cut cut) throws Exception {
        PGSimpleDataSource source = source();
        try (CuttingProxy proxy = new CuttingProxy(source.getServerNames()[0], source.getPortNumbers()[0])) {
            proxy.redirect(source);
            source.setApplicationName(THROUGH_PROXY);
            try (RepositoryFactory repositories = open(source)) {
                assertUnknown(repositories, tx -> {
                    writeBoth(tx);
                    proxy.cutNextCommit(cut);
                });
                Wait.until("the server has ended the session", this::proxySessionsAreGone);
                long kept = cut == CuttingProxy.Cut.AFTER_THE_SERVER ? 1 : 0;
                assertEquals(kept, rows("experiments"));
                assertEquals(kept, rows("synths"));
                assertEquals(kept == 1, repositories.experiments().findById(E1).isPresent(), "the next unit works");
            }
        }
    }

    @Test
    void given_a_read_only_unit_when_its_connection_breaks_at_the_commit_then_there_is_no_outcome_to_doubt()
            throws Exception {
        try (RepositoryFactory single = single()) {
            assertThrows(
                    ConnectionLostException.class,
                    () -> single.useTransaction(TransactionOptions.READ_ONLY, tx -> {
                        tx.synths().findById(S1);
                        endOpenSessions();
                    }));
            assertTrue(single.synths().findById(S1).isEmpty());
        }
    }

    private boolean proxySessionsAreGone() {
        return database().queryLong(SESSIONS, THROUGH_PROXY) == 0;
    }

    private static void assertUnknown(RepositoryFactory repositories, TransactionAction<Exception> work) {
        AtomicInteger runs = new AtomicInteger();
        CommitOutcomeUnknownException e = assertThrows(
                CommitOutcomeUnknownException.class,
                () -> repositories.useTransaction(REPLAYED, tx -> {
                    runs.incrementAndGet();
                    work.run(tx);
                }));
        assertEquals(1, runs.get(), "never replayed");
        assertEquals(0, e.getSuppressed().length, "nothing beside it claims to know the outcome");
        assertFalse(repositories.isActive());
    }
}
