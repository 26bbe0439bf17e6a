package io.synthlab.persistence.migrations.mover.target;

import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.migrations.mover.work.Workers;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * Connections that the workers of one run use step after step. Each is kept until the end: a server process that is new has to
 * map the server's memory page by page first. Safe for use by several threads.
 */
public final class WorkerSessions implements AutoCloseable {
    private final PersistenceConfig config;
    private final Deque<TargetSession> idle = new ArrayDeque<>();

    /**
     * Creates it; connections are made when they are asked for.
     *
     * @param config the target
     */
    public WorkerSessions(PersistenceConfig config) {
        this.config = config;
    }

    /** Returns a connection that nobody else uses until it is given back. */
    synchronized TargetSession take() {
        TargetSession kept = idle.poll();
        return kept == null ? open() : kept;
    }

    private TargetSession open() {
        TargetSession session = TargetSession.open(config);
        try {
            RunStore.join(session);
            session.execute(
                    // What a crash of the server takes, it takes with the note that it was done.
                    "SET synchronous_commit = off",
                    "SET maintenance_work_mem = '128MB'",
                    // The workers are what is parallel here; the server's helpers would only take turns with them.
                    "SET max_parallel_maintenance_workers = 0",
                    "SET max_parallel_workers_per_gather = 0");
            return session;
        } catch (RuntimeException e) {
            throw session.closing(e);
        }
    }

    /** Takes a connection back. */
    synchronized void give(TargetSession session) {
        idle.push(session);
    }

    /**
     * Something to do on a connection.
     *
     * @param <T> with what
     */
    @FunctionalInterface
    interface Work<T> {
        /** Does it. */
        void run(TargetSession session, T piece);
    }

    /** Makes workers that do the same with each piece. */
    <T> Supplier<Workers.Worker<T>> worker(Work<T> work) {
        return () -> new SessionWorker<>(this, take(), work);
    }

    private record SessionWorker<T>(WorkerSessions owner, TargetSession session, Work<T> task)
            implements Workers.Worker<T> {
        @Override
        public void work(T piece) {
            task.run(session, piece);
        }

        @Override
        public void close() {
            owner.give(session);
        }
    }

    @Override
    public synchronized void close() {
        while (!idle.isEmpty()) {
            idle.pop().close();
        }
    }
}
