package io.synthlab.persistence.cli.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.RepositoryFactory;
import io.synthlab.persistence.cli.Wait;
import io.synthlab.persistence.cli.crash.Truth.Told;
import io.synthlab.persistence.cli.load.Study;
import io.synthlab.persistence.error.CommitOutcomeUnknownException;
import io.synthlab.persistence.error.ConnectionLostException;
import io.synthlab.persistence.error.DatabaseTimeoutException;
import io.synthlab.persistence.transaction.TransactionOptions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.BooleanSupplier;

/** Threads that write one study after the other, each in a unit, and keep what they were told of it. */
final class Witnesses implements AutoCloseable {
    static final int THREADS = 16;

    private final RepositoryFactory repositories;
    private final Map<Study, Told> told = new ConcurrentHashMap<>();
    private final Queue<Throwable> surprises = new ConcurrentLinkedQueue<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicLongArray lastDone = new AtomicLongArray(THREADS);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean ending;

    Witnesses(RepositoryFactory repositories) {
        this.repositories = repositories;
        for (int i = 0; i < THREADS; i++) {
            int number = i;
            Thread thread = new Thread(() -> write(number), "witness-" + i);
            thread.setDaemon(true);
            threads.add(thread);
        }
        threads.forEach(Thread::start);
    }

    private void write(int thread) {
        while (!ending) {
            Study study = new Study(numbers.getAndIncrement());
            try {
                told.put(study, unit(study));
                if (told.get(study) == Told.DONE) {
                    lastDone.set(thread, System.nanoTime());
                }
            } catch (Throwable e) {
                surprises.add(e);
                return;
            }
        }
    }

    private Told unit(Study study) {
        AtomicInteger runs = new AtomicInteger();
        try {
            repositories.useTransaction(TransactionOptions.DEFAULT.withReplays(3), tx -> {
                runs.incrementAndGet();
                study.write(tx);
            });
            return Told.DONE;
        } catch (CommitOutcomeUnknownException e) {
            assertEquals(1, runs.get(), "never run again");
            return Told.UNKNOWN;
        } catch (ConnectionLostException | DatabaseTimeoutException e) {
            assertTrue(runs.get() <= 1, "never run again");
            return Told.NOT_DONE;
        }
    }

    /** Returns how many units were told of each kind. */
    Map<Told, Integer> counts() {
        Map<Told, Integer> counts = new TreeMap<>();
        told.values().forEach(each -> counts.merge(each, 1, Integer::sum));
        return counts;
    }

    int done() {
        return counts().getOrDefault(Told.DONE, 0);
    }

    /** Returns how long after a moment some thread, and then every thread, had a unit that was done; milliseconds. */
    double[] healed(long since) throws TimeoutException {
        until("every thread works again", () -> times(since).size() == THREADS);
        List<Double> times = times(since);
        times.sort(null);
        return new double[] {times.get(0), times.get(times.size() - 1)};
    }

    private List<Double> times(long since) {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            if (lastDone.get(i) - since > 0) {
                times.add((lastDone.get(i) - since) / 1e6);
            }
        }
        return times;
    }

    /** Waits until something is so; a surprise ends the wait. */
    void until(String what, BooleanSupplier isSo) throws TimeoutException {
        Wait.until(what, () -> {
            requireNoSurprise();
            return isSo.getAsBoolean();
        });
    }

    private void requireNoSurprise() {
        if (!surprises.isEmpty()) {
            throw new AssertionError("a caller was told something else", surprises.peek());
        }
    }

    /** Ends the threads. */
    void end() throws InterruptedException {
        ending = true;
        for (Thread thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(Wait.DEADLINE_SECONDS));
            assertTrue(!thread.isAlive(), "every unit ends");
        }
        requireNoSurprise();
    }

    /** Checks that each unit happened whole or not at all, and as its caller was told. */
    void requireTruth(MortalServer server) throws SQLException {
        Map<String, Told> byKey = new HashMap<>();
        told.forEach((study, saying) -> byKey.put(study.first(), saying));
        Map<String, Integer> counts = new HashMap<>();
        for (String table : Study.rows().keySet()) {
            String count =
                    server.query("SELECT count(*) FROM " + table).iterator().next();
            counts.put(table, Integer.parseInt(count));
        }
        counts.merge("synth_groups", -1, Integer::sum); // the default group
        Set<String> there = server.query("SELECT id FROM experiments");
        assertEquals(List.of(), Truth.lies(byKey, there, counts));
    }

    @Override
    public void close() {
        ending = true;
    }
}
