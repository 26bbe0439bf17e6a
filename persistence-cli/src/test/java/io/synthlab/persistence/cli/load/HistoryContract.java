package io.synthlab.persistence.cli.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.Repositories;
import io.synthlab.persistence.RepositoryFactory;
import io.synthlab.persistence.RepositoryName;
import io.synthlab.persistence.analysis.AnalysisRun;
import io.synthlab.persistence.analysis.AnalysisStatus;
import io.synthlab.persistence.analysis.AnalysisUpdate;
import io.synthlab.persistence.cli.Wait;
import io.synthlab.persistence.error.ConflictException;
import io.synthlab.persistence.experiment.Experiment;
import io.synthlab.persistence.experiment.ExperimentUpdate;
import io.synthlab.persistence.testkit.TestClock;
import io.synthlab.persistence.testkit.TestDatabase;
import io.synthlab.persistence.transaction.Isolation;
import io.synthlab.persistence.transaction.TransactionOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Reading, changing and writing back the same rows from many threads, through both implementations at once: a factory
 * on each of them and a mixed one. (At READ COMMITTED without a lock PostgreSQL may lose updates of this kind, and
 * nothing here promises otherwise.)
 */
abstract class HistoryContract {
    private static final int THREADS = 9;
    private static final int ROWS = 3;
    private static final String KEY = "markers";

    private final History history = new History();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private List<RepositoryFactory> factories;
    private DatabaseKind kind;

    @BeforeEach
    final void open(TestDatabase database) {
        kind = database.kind();
        RepositoryFactory mixed =
                RepositoryFactory.open(database.config().provider("jpa").build());
        mixed.switches().use(RepositoryName.ANALYSIS_CACHE, "legacy-jdbc");
        factories = List.of(
                RepositoryFactory.open(database.config().provider("legacy-jdbc").build()),
                RepositoryFactory.open(database.config().provider("jpa").build()),
                mixed);
        for (int row = 0; row < ROWS; row++) {
            mixed.experiments().create(Experiment.of(experiment(row), "n", "h", TestClock.START));
            mixed.analyses().create(AnalysisRun.of(analysis(row), experiment(row), TestClock.START));
            save(mixed, row, List.of());
        }
    }

    @AfterEach
    final void close() {
        factories.forEach(RepositoryFactory::close);
    }

    private static String experiment(int row) {
        return "exp_%08x".formatted(row);
    }

    private static String analysis(int row) {
        return "ana_%08x".formatted(row);
    }

    private static List<String> load(Repositories all, int row) {
        String text = all.analysisCache()
                .find(analysis(row), KEY)
                .orElseThrow()
                .data()
                .toString();
        String inside = text.substring(text.indexOf('[')).replaceAll("[\\[\\]\" }]", "");
        return inside.isEmpty() ? List.of() : List.of(inside.split(","));
    }

    private static void save(Repositories all, int row, List<String> markers) {
        all.analysisCache().save(analysis(row), KEY, JsonValue.of(Map.of(KEY, markers)), null);
    }

    /** Touches two repositories, which the mixed factory serves by two implementations; they never disagree. */
    private static List<String> append(Repositories all, int row, String marker) {
        List<String> read = load(all, row);
        String last = all.experiments().findById(experiment(row)).orElseThrow().description();
        assertEquals(read.isEmpty() ? null : read.get(read.size() - 1), last, "one state in both repositories");
        all.experiments().update(experiment(row), ExperimentUpdate.NOTHING.withDescription(marker));
        List<String> changed = new ArrayList<>(read);
        changed.add(marker);
        save(all, row, changed);
        return read;
    }

    /** A way to change a row that promises to lose nothing. Returns the list upon which the marker was written. */
    private interface Change {
        List<String> run(RepositoryFactory factory, int row, String marker);
    }

    private void storm(Change change, Duration length) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        long end = System.nanoTime() + length.toNanos();
        for (int thread = 0; thread < THREADS; thread++) {
            int number = thread;
            threads.execute(() -> appendUntil(end, number, change));
        }
        threads.shutdown();
        boolean ended = threads.awaitTermination(Wait.DEADLINE_SECONDS, TimeUnit.SECONDS);
        threads.shutdownNow();
        if (!failures.isEmpty()) {
            throw new AssertionError("a unit failed", failures.peek());
        }
        assertTrue(ended, "every unit ends");
        RepositoryFactory factory = factories.get(0);
        List<List<String>> lists =
                IntStream.range(0, ROWS).mapToObj(row -> load(factory, row)).toList();
        assertEquals(List.of(), history.violations(lists));
        assertTrue(history.size() > THREADS, "units happened: " + history.size());
        System.out.println(
                "MEASURED history " + kind + ": " + history.size() + " units, " + history.refused() + " refused");
    }

    private void appendUntil(long end, int thread, Change change) {
        try {
            for (int unit = 0; System.nanoTime() < end && failures.isEmpty(); unit++) {
                String marker = "m" + thread + "-" + unit;
                try {
                    history.done(
                            marker,
                            change.run(factories.get(thread % factories.size()), (thread + unit) % ROWS, marker));
                } catch (ConflictException e) {
                    history.refused(marker);
                }
            }
        } catch (Throwable e) {
            failures.add(e);
        }
    }

    private static Change inUnit(TransactionOptions options) {
        return (factory, row, marker) -> factory.inTransaction(options, tx -> append(tx, row, marker));
    }

    /** Whoever brings the analysis from pending to running has the row for himself, in calls of their own. */
    private List<String> withTheState(RepositoryFactory factory, int row, String marker) {
        AnalysisUpdate begin = AnalysisUpdate.to(AnalysisStatus.RUNNING).ifStatusIs(AnalysisStatus.PENDING);
        while (factory.analyses().updateStatus(analysis(row), begin).isEmpty()) {
            assertTrue(failures.isEmpty(), "another thread failed and may have left its state behind");
        }
        List<String> read = append(factory, row, marker);
        AnalysisUpdate end = AnalysisUpdate.to(AnalysisStatus.PENDING).ifStatusIs(AnalysisStatus.RUNNING);
        assertTrue(factory.analyses().updateStatus(analysis(row), end).isPresent(), "nobody else had it");
        return read;
    }

    private Change strongest() {
        TransactionOptions options = TransactionOptions.DEFAULT.withReplays(TransactionOptions.MOST_REPLAYS);
        return inUnit(kind == DatabaseKind.SQLITE ? options : options.withIsolation(Isolation.SERIALIZABLE));
    }

    @Test
    void given_units_that_are_kept_apart_when_they_change_the_same_rows_then_nothing_is_lost() throws Exception {
        storm(strongest(), Duration.ofMillis(1500));
        assertTrue(kind == DatabaseKind.POSTGRESQL || history.refused() == 0, "writers of SQLite wait for each other");
    }

    @Test
    void given_repeatable_reads_when_units_change_the_same_rows_then_nothing_is_lost() throws Exception {
        TransactionOptions repeatable = TransactionOptions.DEFAULT
                .withIsolation(Isolation.REPEATABLE_READ)
                .withReplays(3);
        storm(inUnit(repeatable), Duration.ofMillis(1000));
    }

    @Test
    void given_states_that_are_compared_and_set_when_single_calls_change_the_same_rows_then_nothing_is_lost()
            throws Exception {
        storm(this::withTheState, Duration.ofMillis(1000));
        assertEquals(0, history.refused(), "single calls are never in conflict");
    }

    @Test
    @Tag("slow")
    void given_units_that_are_kept_apart_when_they_go_on_for_long_then_nothing_is_lost() throws Exception {
        storm(strongest(), Duration.ofSeconds(20));
    }
}
