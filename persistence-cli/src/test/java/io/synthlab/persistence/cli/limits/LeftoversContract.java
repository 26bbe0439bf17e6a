package io.synthlab.persistence.cli.limits;

import static io.synthlab.persistence.testkit.fixture.Fixtures.E1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.RepositoryFactory;
import io.synthlab.persistence.cli.Wait;
import io.synthlab.persistence.cli.load.Study;
import io.synthlab.persistence.error.SynthLabException;
import io.synthlab.persistence.testkit.TestDatabase;
import io.synthlab.persistence.transaction.TransactionOptions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.management.ObjectName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After a factory is closed nothing of it is left: no thread, connection, file handle, bean, or memory. */
abstract class LeftoversContract {
    private static final String SESSIONS = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            + " AND application_name = 'synthlab-persistence' AND pid <> pg_backend_pid()";

    @TempDir
    private Path directory;

    private TestDatabase database;
    private int number;

    @BeforeEach
    final void keep(TestDatabase freshDatabase) {
        database = freshDatabase;
    }

    /** Everything that starts something: both implementations, comparing, a switches file, limits, listeners. */
    private PersistenceConfig.Builder config() throws IOException {
        Path switches = directory.resolve("switches.properties");
        Files.writeString(switches, "synthlab.provider.synths=jpa\n");
        return database.config()
                .provider("compare:legacy-jdbc,jpa")
                .set("synthlab.switches-file", switches.toString())
                .set("synthlab.switches-poll", "250ms");
    }

    private int use(RepositoryFactory repositories) throws InterruptedException {
        repositories.useTransaction(
                TransactionOptions.DEFAULT.withTimeout(Duration.ofMinutes(5)), tx -> new Study(number++).write(tx));
        repositories.experiments().list(PageRequest.of(5, 0));
        repositories.synths().findById("aaa111");
        assertThrows(SynthLabException.class, () -> repositories.synths().getById("none00"));
        repositories.comparisons().awaitIdle(Duration.ofSeconds(Wait.DEADLINE_SECONDS));
        return number;
    }

    private static Set<Thread> threads() {
        return new HashSet<>(Thread.getAllStackTraces().keySet());
    }

    /** Threads that are there now and were not before, but for those of the JVM itself. */
    private static List<String> newThreads(Set<Thread> before) {
        return threads().stream()
                .filter(thread -> thread.isAlive() && !before.contains(thread))
                .filter(thread -> !"system".equals(group(thread)))
                .map(Thread::getName)
                .sorted()
                .toList();
    }

    private static String group(Thread thread) {
        ThreadGroup group = thread.getThreadGroup();
        return group == null ? "system" : group.getName();
    }

    private long connections() {
        return database.kind() == DatabaseKind.POSTGRESQL ? database.queryLong(SESSIONS) : openHandles();
    }

    /** Handles of this process on the file and what belongs to it; 0 where the system does not tell. */
    private long openHandles() {
        Path handles = Path.of("/proc/self/fd");
        String file = database.url().sqlitePath();
        if (!Files.isDirectory(handles)) {
            return 0;
        }
        try (Stream<Path> all = Files.list(handles)) {
            return all.filter(handle -> leadsTo(handle, file)).count();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean leadsTo(Path handle, String file) {
        try {
            return Files.readSymbolicLink(handle).toString().startsWith(file);
        } catch (IOException e) {
            return false; // closed meanwhile, or the one that lists
        }
    }

    private static Set<ObjectName> beans() {
        return ManagementFactory.getPlatformMBeanServer().queryNames(null, null);
    }

    @Test
    void given_factories_that_were_used_when_they_are_closed_then_no_thread_connection_handle_or_bean_is_left()
            throws Exception {
        try (RepositoryFactory first = RepositoryFactory.open(config().build())) {
            use(first); // what the JVM, the drivers and the logger start once
        }
        Set<Thread> threads = threads();
        Set<ObjectName> beans = beans();
        for (int round = 0; round < 5; round++) {
            try (RepositoryFactory repositories = RepositoryFactory.open(config().build())) {
                use(repositories);
            }
        }
        Wait.until("every thread has ended", () -> newThreads(threads).isEmpty());
        Wait.until("every connection is closed", () -> connections() == 0);
        assertEquals(beans, beans());
        assertEquals(List.of("switches.properties"), List.of(directory.toFile().list()));
    }

    @Test
    void given_openings_that_fail_when_they_have_failed_then_nothing_is_left() throws Exception {
        RepositoryFactory.open(config().build()).close();
        Set<Thread> threads = threads();
        for (PersistenceConfig.Builder config :
                List.of(config().provider("none"), config().set("synthlab.switches-file", directory.toString()))) {
            assertThrows(SynthLabException.class, () -> RepositoryFactory.open(config.build()));
        }
        try (TestDatabase empty = TestDatabase.empty(database.kind())) {
            empty.execute("CREATE TABLE other (id integer)");
            assertThrows(
                    SynthLabException.class,
                    () -> RepositoryFactory.open(empty.config().build()));
        }
        Wait.until("every thread has ended", () -> newThreads(threads).isEmpty());
        Wait.until("every connection is closed", () -> connections() == 0);
    }

    @Test
    void given_threads_that_live_on_when_the_factory_they_used_is_closed_then_it_is_collected() throws Exception {
        ExecutorService hosts = Executors.newFixedThreadPool(4);
        try {
            WeakReference<RepositoryFactory> closed = usedBy(hosts);
            Wait.until("the factory is collected: a thread-local or a static field keeps it otherwise", () -> {
                System.gc();
                return closed.get() == null;
            });
        } finally {
            hosts.shutdownNow();
        }
    }

    private WeakReference<RepositoryFactory> usedBy(ExecutorService hosts) throws Exception {
        RepositoryFactory repositories = RepositoryFactory.open(config().build());
        for (int i = 0; i < 4; i++) {
            Future<Integer> used = hosts.submit(() -> {
                assertThrows(
                        IllegalStateException.class,
                        () -> repositories.useTransaction(tx -> {
                            tx.experiments().findById(E1);
                            throw new IllegalStateException();
                        }));
                return use(repositories);
            });
            used.get(Wait.DEADLINE_SECONDS, TimeUnit.SECONDS);
        }
        repositories.close();
        return new WeakReference<>(repositories);
    }
}
