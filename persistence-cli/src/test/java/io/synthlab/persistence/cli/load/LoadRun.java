package io.synthlab.persistence.cli.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.Page;
import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.Repositories;
import io.synthlab.persistence.RepositoryFactory;
import io.synthlab.persistence.RepositoryName;
import io.synthlab.persistence.analysis.AnalysisRun;
import io.synthlab.persistence.cli.Wait;
import io.synthlab.persistence.experiment.Experiment;
import io.synthlab.persistence.experiment.ExperimentSummary;
import io.synthlab.persistence.experiment.ExperimentUpdate;
import io.synthlab.persistence.testkit.TestClock;
import io.synthlab.persistence.testkit.TestDatabase;
import io.synthlab.persistence.testkit.fixture.RawRows;
import io.synthlab.persistence.transaction.TransactionOptions;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tasks of many threads on one database. Every task keeps what it was told; at the end the database holds exactly that.
 */
final class LoadRun {
    private static final int THREADS = 100;
    private static final int TASKS = 1_000;
    private static final Duration FLIP = Duration.ofMillis(50);
    private static final int COUNTERS = 8;
    private static final int RACES = 3;

    private final TestDatabase database;
    private final RepositoryFactory repositories;
    private final String one;
    private final String other;
    private final Served served = new Served();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final Queue<Study> studies = new ConcurrentLinkedQueue<>();
    private final Map<Integer, AtomicInteger> counted = new ConcurrentHashMap<>();
    private final Map<Integer, AtomicInteger> winners = new ConcurrentHashMap<>();
    private final Map<String, Set<Long>> upserted = new ConcurrentHashMap<>();
    private final AtomicInteger flips = new AtomicInteger();
    private int tasks;

    LoadRun(TestDatabase database, RepositoryFactory repositories, String one, String other) {
        this.database = database;
        this.one = one;
        this.other = other;
        this.repositories = repositories;
        for (int counter = 0; counter < COUNTERS; counter++) {
            repositories.experiments().create(Experiment.of(shared("exp_", counter), "counter", "0", TestClock.START));
            repositories
                    .analyses()
                    .create(AnalysisRun.of(shared("ana_", counter), shared("exp_", counter), TestClock.START));
        }
        repositories.addListener(served);
    }

    /** Numbers of studies are smaller. */
    private static String shared(String prefix, int number) {
        return prefix + "%08x".formatted(0xf0000000L + number);
    }

    /** Runs rounds of tasks for at least some time, flips switches meanwhile, and returns the figures. */
    String run(Duration length) throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        Thread flipper = new Thread(() -> flip(end), "flipper");
        flipper.start();
        long begin = System.nanoTime();
        try {
            do {
                round();
            } while (System.nanoTime() - begin < length.toNanos());
        } finally {
            end.countDown();
            flipper.join();
        }
        requireNoFailure();
        double seconds = (System.nanoTime() - begin) / 1e9;
        return "%s: %d tasks, %.0f tasks/s, %s, %d flips"
                .formatted(database.kind(), tasks, tasks / seconds, served.figures(seconds), flips.get());
    }

    private void flip(CountDownLatch end) {
        try {
            while (!end.await(FLIP.toMillis(), TimeUnit.MILLISECONDS)) {
                int flip = flips.getAndIncrement();
                RepositoryName name = RepositoryName.values()[flip % RepositoryName.values().length];
                String next = repositories.switches().current(name).equals(one) ? other : one;
                if (flip % 20 == 19) {
                    repositories.switches().useForAll(next);
                } else {
                    repositories.switches().use(name, next);
                }
            }
        } catch (Throwable e) {
            failures.add(e);
        }
    }

    private void requireNoFailure() {
        if (!failures.isEmpty()) {
            throw new AssertionError(failures.size() + " tasks failed, the first is the cause", failures.peek());
        }
    }

    private void round() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        for (int i = 0; i < TASKS; i++) {
            int number = tasks++;
            threads.execute(() -> {
                try {
                    task(number);
                } catch (Throwable e) {
                    failures.add(e);
                }
            });
        }
        threads.shutdown();
        boolean ended = threads.awaitTermination(Wait.DEADLINE_SECONDS, TimeUnit.SECONDS);
        threads.shutdownNow();
        requireNoFailure();
        assertTrue(ended, "every task ends");
    }

    private void task(int number) {
        switch (number % 6) {
            case 0 -> studyInOneUnit(number);
            case 1 -> studyCallByCall(number);
            case 2 -> count(number / 6 % COUNTERS);
            case 3 -> race(number / 6 / RACES);
            case 4 -> upsert(number);
            default -> readAround();
        }
    }

    private void studyInOneUnit(int number) {
        Study study = new Study(number);
        repositories.useTransaction(tx -> {
            study.write(tx);
            assertEquals(EnumSet.allOf(RepositoryName.class), study.found(tx), "a unit sees what it wrote");
        });
        studies.add(study);
    }

    private void studyCallByCall(int number) {
        Study study = new Study(number);
        study.write(repositories);
        assertEquals(EnumSet.allOf(RepositoryName.class), study.found(repositories), "each call was committed");
        studies.add(study);
    }

    /** Locks the row by writing it first, then reads and writes: safe at every isolation. */
    private void count(int counter) {
        String id = shared("exp_", counter);
        repositories.useTransaction(tx -> {
            tx.experiments().update(id, ExperimentUpdate.NOTHING.withName("locked"));
            int value =
                    Integer.parseInt(tx.experiments().findById(id).orElseThrow().hypothesis());
            tx.experiments().update(id, ExperimentUpdate.NOTHING.withHypothesis(Integer.toString(value + 1)));
        });
        counted.computeIfAbsent(counter, any -> new AtomicInteger()).incrementAndGet();
    }

    /** Several tasks want to begin one generation; one may. */
    private void race(int number) {
        boolean won = repositories.prfaqs().createPendingPrfaq("race-" + number);
        winners.computeIfAbsent(number, any -> new AtomicInteger()).addAndGet(won ? 1 : 0);
    }

    private void upsert(int number) {
        String key = "key-" + number % 7;
        Set<Long> values = upserted.computeIfAbsent(key, any -> ConcurrentHashMap.newKeySet());
        values.add((long) number); // before: what is there at the end was written by somebody who said so
        repositories.analysisCache().save(shared("ana_", 0), key, JsonValue.of(Map.of("value", number)), null);
    }

    private void readAround() {
        int known = studies.size();
        Page<ExperimentSummary> page = repositories.experiments().list(PageRequest.of(20, 0));
        assertTrue(page.total() >= known + COUNTERS && page.items().size() <= 20, "everything that was acknowledged");
        List<ExperimentSummary> newestFirst = page.items().stream()
                .sorted(Comparator.comparing(ExperimentSummary::createdAt)
                        .reversed()
                        .thenComparing(ExperimentSummary::id))
                .toList();
        assertEquals(newestFirst, page.items());
        repositories.useTransaction(TransactionOptions.READ_ONLY, tx -> {
            assertTrue(tx.synths().list(PageRequest.of(5, 0)).total() >= known);
            assertTrue(tx.research().listExecutions(PageRequest.of(5, 0)).total() >= known);
        });
    }

    /** Compares the database with what the tasks were told. */
    void requireNothingLost() {
        served.requireAll();
        for (String provider : List.of("legacy-jdbc", "jpa")) {
            repositories.switches().useForAll(provider);
            repositories.useTransaction(TransactionOptions.READ_ONLY, this::requireStudies);
        }
        Map<String, Integer> shared = Map.of(
                "experiments",
                COUNTERS,
                "analysis_runs",
                COUNTERS,
                "analysis_cache",
                upserted.size(),
                "prfaq_metadata",
                winners.size(),
                "synth_groups",
                1);
        Study.rows()
                .forEach((table, rows) -> assertEquals(
                        (long) rows * studies.size() + shared.getOrDefault(table, 0),
                        new RawRows(database).count(table),
                        table));
        counted.forEach((counter, times) -> assertEquals(
                times.toString(),
                repositories
                        .experiments()
                        .findById(shared("exp_", counter))
                        .orElseThrow()
                        .hypothesis(),
                "no update is lost"));
        winners.forEach((race, won) -> assertEquals(1, won.get(), "one winner of race " + race));
        upserted.forEach((key, values) -> {
            long last = Long.parseLong(repositories
                    .analysisCache()
                    .find(shared("ana_", 0), key)
                    .orElseThrow()
                    .data()
                    .toString()
                    .replaceAll("\\D", ""));
            assertTrue(values.contains(last), "somebody wrote it");
            assertTrue(last >= tasks - TASKS, "in the last round, which wrote every key after all others had ended");
        });
    }

    private void requireStudies(Repositories all) {
        assertFalse(studies.isEmpty());
        studies.forEach(study -> assertEquals(EnumSet.allOf(RepositoryName.class), study.found(all)));
    }
}
