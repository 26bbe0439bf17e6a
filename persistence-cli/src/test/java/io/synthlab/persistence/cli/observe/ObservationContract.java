package io.synthlab.persistence.cli.observe;

import static io.synthlab.persistence.testkit.fixture.Fixtures.E1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.e1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.synth;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.RepositoryFactory;
import io.synthlab.persistence.RepositoryName;
import io.synthlab.persistence.compare.ComparisonOutcome;
import io.synthlab.persistence.error.ConstraintViolationException;
import io.synthlab.persistence.error.DatabaseTimeoutException;
import io.synthlab.persistence.error.SynthNotFoundException;
import io.synthlab.persistence.error.TransactionException;
import io.synthlab.persistence.micrometer.PersistenceMetrics;
import io.synthlab.persistence.observe.CallEvent;
import io.synthlab.persistence.observe.ComparisonEvent;
import io.synthlab.persistence.observe.ConnectionEvent;
import io.synthlab.persistence.observe.Health;
import io.synthlab.persistence.observe.PersistenceListener;
import io.synthlab.persistence.observe.PoolFigures;
import io.synthlab.persistence.observe.SwitchChange;
import io.synthlab.persistence.testkit.TestDatabase;
import io.synthlab.persistence.transaction.TransactionOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Listeners, health and metrics on real databases. */
abstract class ObservationContract {
    private static final String SECRET = "planted-secret";

    private final List<Object> heard = Collections.synchronizedList(new ArrayList<>());
    private TestDatabase database;
    private RepositoryFactory repositories;

    private final PersistenceListener recorder = new PersistenceListener() {
        @Override
        public void called(CallEvent event) {
            heard.add(event);
        }

        @Override
        public void connected(ConnectionEvent event) {
            heard.add(event);
        }

        @Override
        public void compared(ComparisonEvent event) {
            heard.add(event);
        }

        @Override
        public void switched(SwitchChange change) {
            heard.add(change);
        }
    };

    @BeforeEach
    final void open(TestDatabase freshDatabase) {
        database = freshDatabase;
        repositories = open(config());
    }

    private PersistenceConfig.Builder config() {
        return database.config()
                .provider("legacy-jdbc")
                .set("synthlab.pool-size", "1")
                .set("synthlab.sqlite-readers", "1")
                .set("synthlab.pool-timeout", "250ms")
                .set("synthlab.sqlite-busy-timeout", "250ms");
    }

    private RepositoryFactory open(PersistenceConfig.Builder config) {
        return RepositoryFactory.open(config.listener(recorder).build());
    }

    @AfterEach
    final void close() {
        repositories.close();
    }

    private List<CallEvent> calls() {
        return List.copyOf(heard).stream()
                .filter(CallEvent.class::isInstance)
                .map(CallEvent.class::cast)
                .toList();
    }

    private CallEvent lastCall() {
        List<CallEvent> calls = calls();
        return calls.get(calls.size() - 1);
    }

    private void assertCall(String method, String provider, boolean writes, String error) {
        CallEvent call = lastCall();
        assertEquals(method, call.method());
        assertEquals(provider, call.provider());
        assertEquals(writes, call.writes());
        assertEquals(error, call.errorCode().orElse("none"));
        assertTrue(call.latency().toNanos() > 0);
    }

    @Test
    void given_a_listener_when_calls_end_then_it_hears_of_each_with_its_provider_and_error() {
        repositories.experiments().create(e1());
        assertCall("create", "legacy-jdbc", true, "none");
        repositories.switches().use(RepositoryName.EXPERIMENTS, "jpa");
        repositories.experiments().findById(E1);
        assertCall("findById", "jpa", false, "none");
        assertThrows(
                ConstraintViolationException.class,
                () -> repositories.experiments().create(e1()));
        assertCall("create", "jpa", true, "DATABASE_ERROR");
        assertThrows(SynthNotFoundException.class, () -> repositories.synths().getById("none00"));
        assertCall("getById", "legacy-jdbc", false, "SYNTH_NOT_FOUND");
        repositories.useTransaction(TransactionOptions.READ_ONLY, tx -> {
            repositories.switches().use(RepositoryName.EXPERIMENTS, "legacy-jdbc");
            tx.experiments().findById(E1);
            assertCall("findById", "jpa", false, "none");
        });
        assertThrows(
                TransactionException.class,
                () -> repositories.useTransaction(
                        TransactionOptions.READ_ONLY, tx -> tx.synths().save(synth("aaa111", SECRET))));
        assertCall("save", "legacy-jdbc", true, "TRANSACTION_ERROR");
        assertEquals(6, calls().size());
        assertEquals(2, heard.stream().filter(SwitchChange.class::isInstance).count());
        assertEquals(
                6L,
                heard.stream().filter(event -> event.equals(obtained(event))).count(),
                "one for each unit");
        assertFalse(heard.toString().contains(SECRET));
    }

    private static Object obtained(Object event) {
        return event instanceof ConnectionEvent wait && wait.obtained() ? event : "something else";
    }

    @Test
    void given_no_free_connection_when_called_then_the_listener_hears_of_the_wait_and_the_health_shows_it()
            throws Exception {
        repositories.useTransaction(tx -> {
            tx.experiments().create(e1());
            FutureTask<Boolean> other = new FutureTask<>(() -> {
                assertThrows(
                        DatabaseTimeoutException.class,
                        () -> repositories.experiments().create(e1()));
                return true;
            });
            new Thread(other, "waits").start();
            assertTrue(other.get(60, TimeUnit.SECONDS));
            assertCall("create", "legacy-jdbc", true, "DATABASE_ERROR");
            assertTrue(heard.stream()
                    .anyMatch(event -> event instanceof ConnectionEvent wait
                            && !wait.obtained()
                            && wait.waited().toMillis() >= 250));
            Health health = repositories.health();
            assertTrue(health.isUp(), "the database answers although the pool is used up: " + health);
            assertEquals(1, health.pools().get(0).active());
        });
    }

    @Test
    void given_a_listener_that_throws_when_called_then_nobody_else_notices() {
        repositories.addListener(new PersistenceListener() {
            @Override
            public void called(CallEvent event) {
                throw new IllegalStateException(SECRET);
            }

            @Override
            public void connected(ConnectionEvent event) {
                throw new AssertionError(SECRET);
            }
        });
        repositories.experiments().create(e1());
        assertThrows(SynthNotFoundException.class, () -> repositories.synths().getById("none00"));
        assertEquals(2, calls().size());
    }

    @Test
    void given_an_open_factory_when_asked_for_its_health_then_it_says_what_there_is() {
        Health health = repositories.health();
        boolean server = database.kind() == DatabaseKind.POSTGRESQL;
        assertTrue(health.isUp() && health.answers(), health::toString);
        assertEquals(database.kind(), health.database());
        assertTrue(health.databaseVersion().startsWith(server ? "18" : "3."), health::toString);
        assertEquals(health.expectedSchemaVersion(), health.schemaVersion());
        assertEquals(
                server ? List.of("postgresql", "comparing") : List.of("sqlite-writer", "sqlite-readers", "comparing"),
                health.pools().stream().map(PoolFigures::name).toList());
        assertEquals("legacy-jdbc", health.switches().get(RepositoryName.SYNTHS));
        assertTrue(health.problem().isEmpty());
        database.execute("UPDATE synthlab_schema_history SET version = '99'");
        Health drifted = repositories.health();
        assertTrue(drifted.answers() && !drifted.isUp());
        assertEquals("99", drifted.schemaVersion());
        assertTrue(drifted.problem().orElseThrow().startsWith("the schema is not at version"));
        database.execute("UPDATE synthlab_schema_history SET version = '" + drifted.expectedSchemaVersion() + "'");
        repositories.close();
        Health closed = repositories.health();
        assertFalse(closed.isUp());
        assertEquals(
                "this factory is closed; open another one", closed.problem().orElseThrow());
    }

    @Test
    void given_two_factories_when_they_publish_into_one_registry_then_tags_tell_them_apart() throws Exception {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        try (RepositoryFactory other =
                        RepositoryFactory.open(config().provider("jpa").build());
                PersistenceMetrics first = new PersistenceMetrics(repositories, Tags.of("database", "first"));
                PersistenceMetrics second = new PersistenceMetrics(other, Tags.of("database", "second"))) {
            first.bindTo(registry);
            second.bindTo(registry);
            repositories.experiments().create(e1());
            other.experiments().findById(E1);
            other.experiments().findById(E1);
            assertThrows(SynthNotFoundException.class, () -> other.synths().getById("none00"));
            assertEquals(1, calls(registry, "first", "legacy-jdbc", "create", "none"));
            assertEquals(2, calls(registry, "second", "jpa", "findById", "none"));
            assertEquals(1, calls(registry, "second", "jpa", "getById", "SYNTH_NOT_FOUND"));
            assertEquals(
                    3,
                    registry.get("synthlab.connections")
                            .tags("database", "second", "mode", "read")
                            .timer()
                            .count());
            assertEquals(1, serving(registry, "second", "jpa"));
            repositories.switches().use(RepositoryName.SYNTHS, "compare:legacy-jdbc,jpa");
            assertEquals(
                    1,
                    registry.get("synthlab.switches")
                            .tags("database", "first", "cause", "call")
                            .counter()
                            .count());
            repositories.synths().findById("aaa111");
            assertTrue(repositories.comparisons().awaitIdle(Duration.ofSeconds(60)));
            assertEquals(
                    1,
                    registry.get("synthlab.comparisons")
                            .tags("database", "first", "outcome", "matched")
                            .counter()
                            .count());
            String pool = repositories.pools().get(0).name();
            assertEquals(
                    1,
                    registry.get("synthlab.pool.limit")
                            .tags("database", "first", "pool", pool)
                            .gauge()
                            .value());
            repositories.useTransaction(tx -> assertEquals(
                    1,
                    registry.get("synthlab.pool.active")
                            .tags("database", "first", "pool", pool)
                            .gauge()
                            .value()));
        }
        assertTrue(registry.find("synthlab.pool.active").gauges().isEmpty(), "nothing keeps the factory in memory");
        assertTrue(registry.find("synthlab.switch").gauges().isEmpty());
        repositories.experiments().findById(E1);
        assertTrue(
                registry.find("synthlab.calls")
                        .tags("database", "first", "method", "findById", "repository", "experiments")
                        .timers()
                        .isEmpty(),
                "publishing has ended");
        assertTrue(heard.stream()
                .anyMatch(event -> event instanceof ComparisonEvent comparison
                        && comparison.outcome() == ComparisonOutcome.MATCHED));
    }

    private static long calls(SimpleMeterRegistry registry, String name, String provider, String method, String error) {
        return registry.get("synthlab.calls")
                .tags("database", name, "provider", provider, "method", method, "error", error)
                .timer()
                .count();
    }

    private static double serving(SimpleMeterRegistry registry, String name, String provider) {
        return registry.get("synthlab.switch")
                .tags("database", name, "provider", provider, "repository", "synths")
                .gauge()
                .value();
    }
}
