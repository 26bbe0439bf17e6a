package io.synthlab.persistence.internal.transaction;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.error.CommitOutcomeUnknownException;
import io.synthlab.persistence.error.ConflictException;
import io.synthlab.persistence.error.DatabaseException;
import io.synthlab.persistence.error.TransactionException;
import io.synthlab.persistence.internal.connect.ConnectionSource;
import io.synthlab.persistence.internal.connect.ConnectionSource.Purpose;
import io.synthlab.persistence.internal.connect.DatabaseIdentity;
import io.synthlab.persistence.internal.error.ErrorTranslator;
import io.synthlab.persistence.spi.UnitOfWork;
import io.synthlab.persistence.transaction.TransactionOptions;
import io.synthlab.persistence.transaction.TransactionWork;
import io.synthlab.persistence.transaction.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins, joins and ends units of work; owns the connections. */
public final class UnitManager implements Transactions, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(UnitManager.class);
    private static final long FIRST_PAUSE_MILLIS = 5;
    private static final long LONGEST_PAUSE_MILLIS = 500;
    private static final int CLOSE_SECONDS = 10;

    private final DatabaseKind kind;
    private final DatabaseIdentity database;
    private final ConnectionSource connections;
    private final TransactionControl control;
    private final UnitPlace writing;
    private final UnitPlace reading;
    private final UnitPlace comparing;
    private final Supplier<? extends Bindings> switches;
    private final UnitCalls calls;
    private final ThreadLocal<Unit> current = new ThreadLocal<>();
    private final ReentrantReadWriteLock running = new ReentrantReadWriteLock();
    private volatile boolean closed;

    /**
     * Creates a manager.
     *
     * @param kind which kind of database
     * @param database which one
     * @param connections where connections come from; closed with this manager
     * @param switches which implementations are on now
     * @param watch looks on
     */
    public UnitManager(
            DatabaseKind kind,
            DatabaseIdentity database,
            ConnectionSource connections,
            Supplier<? extends Bindings> switches,
            CallWatch watch) {
        this.kind = kind;
        this.database = database;
        this.connections = connections;
        this.control = TransactionControl.of(kind);
        this.switches = switches;
        this.calls = new UnitCalls(watch);
        this.writing = new OwnPlace(kind, connections, control, Purpose.WRITE, watch);
        this.reading = new OwnPlace(kind, connections, control, Purpose.READ, watch);
        this.comparing = new OwnPlace(kind, connections, control, Purpose.COMPARE, watch);
    }

    @Override
    public <T, X extends Exception> T inTransaction(TransactionOptions options, TransactionWork<T, X> work) throws X {
        Unit outer = current.get();
        if (outer != null) {
            return join(outer, options, work);
        }
        for (int replay = 0; ; replay++) {
            try {
                return run(place(options), options, unit -> work.run(new TransactionHandle(this, unit)));
            } catch (ConflictException e) {
                if (replay >= options.replays() || !pause(replay)) {
                    throw e;
                }
                LOG.debug("unit of work is replayed after a conflict, {} of {}", replay + 1, options.replays());
            }
        }
    }

    @Override
    public Transactions join(Connection connection) {
        Objects.requireNonNull(connection, "connection");
        return new JoinedTransactions(this, new HostPlace(kind, database, control, connection));
    }

    /** Runs work in a unit inside of a host's transaction. */
    <T, X extends Exception> T inside(HostPlace place, TransactionOptions options, TransactionWork<T, X> work)
            throws X {
        Unit outer = current.get();
        if (outer == null) {
            place.requirePossible(options);
            return run(place, options, unit -> work.run(new TransactionHandle(this, unit)));
        }
        if (!outer.isOn(place.connection())) {
            throw new TransactionException(
                    "this thread is inside of a unit of work on another connection; end it before"
                            + " you join the host's transaction");
        }
        return join(outer, options, work);
    }

    @Override
    public boolean isActive() {
        return current.get() != null;
    }

    /**
     * Returns the unit of the calling thread.
     *
     * @return the unit
     * @throws TransactionException if the thread has none
     */
    public UnitOfWork currentUnit() {
        Unit unit = current.get();
        if (unit == null) {
            throw new TransactionException("there is no unit of work on this thread; call through the factory");
        }
        return unit;
    }

    /**
     * Runs a repository call in the thread's unit, or in one of its own.
     *
     * @param call the call
     * @return what the method returned
     * @throws Throwable what the method threw
     */
    public @Nullable Object call(RepositoryCall call) throws Throwable {
        Unit unit = current.get();
        if (unit != null) {
            return call(unit, call);
        }
        TransactionOptions options = call.writes() ? TransactionOptions.DEFAULT : TransactionOptions.READ_ONLY;
        return calls.watched(
                call,
                () -> this.<@Nullable Object, Throwable>run(
                        place(options), options, own -> UnitCalls.serve(own, call)));
    }

    @Nullable
    Object call(Unit unit, RepositoryCall call) throws Throwable {
        return calls.watched(call, () -> UnitCalls.serve(unit, call));
    }

    /** Asks an implementation in a unit that stands beside those of hosts. */
    @FunctionalInterface
    public interface Asking {
        /**
         * Makes a reading call; what it throws is its answer, and the unit can go on after it.
         *
         * @param call the call
         * @param implementation whom to ask
         * @return what came of it
         */
        Answer ask(RepositoryCall call, Object implementation);
    }

    /**
     * Runs work in a read-only unit beside those of hosts, on a connection that none of them waits for. Its calls are
     * not watched.
     *
     * @param <T> type of the result
     * @param options how it runs
     * @param work the work
     * @return its result
     */
    public <T> T beside(TransactionOptions options, Function<Asking, T> work) {
        return run(comparing, options.asReadOnly(), unit -> {
            unit.askRollback(); // there is nothing to commit
            return work.apply((call, implementation) -> UnitCalls.apart(unit, call, implementation));
        });
    }

    /** Work on a unit that may throw anything. */
    private interface UnitWork<T, X extends Throwable> {
        T run(Unit unit) throws X;
    }

    private <T, X extends Exception> T join(Unit unit, TransactionOptions options, TransactionWork<T, X> work)
            throws X {
        requireNarrower(unit, options);
        boolean before = unit.narrow(unit.readOnly() || options.readOnly());
        try {
            return work.run(new TransactionHandle(this, unit));
        } catch (Throwable e) {
            unit.failed(e);
            throw e;
        } finally {
            unit.narrow(before);
        }
    }

    private static void requireNarrower(Unit outer, TransactionOptions inner) {
        if (outer.readOnly() && !inner.readOnly()) {
            throw widening("it is read-only and the inner unit writes; begin the outer one for writing");
        }
        if (inner.isolation().compareTo(outer.options().isolation()) > 0) {
            throw widening("its isolation is weaker; begin the outer one with " + inner.isolation());
        }
        if (inner.timeout().isPresent()
                && !inner.timeout().equals(outer.options().timeout())) {
            throw widening("its time limit differs; give the limit to the outer one");
        }
    }

    private static TransactionException widening(String reason) {
        return new TransactionException("cannot join the unit of work that is under way: " + reason);
    }

    private <T, X extends Throwable> T run(UnitPlace place, TransactionOptions options, UnitWork<T, X> work) throws X {
        Unit unit = begin(place, options);
        current.set(unit);
        T result;
        try {
            result = work.run(unit);
        } catch (Throwable e) {
            end(unit, e);
            throw e;
        }
        if (unit.failure() != null) {
            TransactionException error = new TransactionException(
                    "the unit of work was rolled back: an error in it was caught and ignored (see the cause); let it"
                            + " through, or put what may fail into tx.nested(...)",
                    unit.failure());
            end(unit, error);
            throw error;
        }
        if (unit.rollbackAsked()) {
            end(unit, null);
        } else {
            commit(unit);
        }
        return result;
    }

    private UnitPlace place(TransactionOptions options) {
        return options.readOnly() ? reading : writing;
    }

    private Unit begin(UnitPlace place, TransactionOptions options) {
        enter();
        try {
            return beginInside(place, options);
        } catch (Throwable e) {
            running.readLock().unlock();
            throw e;
        }
    }

    /** Units hold the read lock from begin to end, so that closing can wait for those that are under way. */
    private void enter() {
        if (!closed) {
            running.readLock().lock();
            if (!closed) {
                return;
            }
            running.readLock().unlock();
        }
        throw new TransactionException("this factory is closed; open another one");
    }

    private Unit beginInside(UnitPlace place, TransactionOptions options) {
        Deadline deadline = options.timeout().map(Deadline::after).orElse(null);
        Connection connection = place.take();
        TransactionControl.Limit limit = TransactionControl.Limit.NONE;
        try {
            place.begin(connection, options);
            if (deadline != null) {
                limit = place.limit(connection, deadline);
            }
            return new Unit(kind, place, connection, limit, deadline, options, switches.get());
        } catch (Throwable e) {
            limit.close();
            place.giveBack(connection, rollback(place, connection, e));
            throw e instanceof SQLException sql ? ErrorTranslator.translate(sql, kind, null, null) : unchecked(e);
        }
    }

    private static RuntimeException unchecked(Throwable e) {
        if (e instanceof Error error) {
            throw error;
        }
        return (RuntimeException) e;
    }

    private void commit(Unit unit) {
        try {
            unit.requireTime();
            unit.closeResources();
        } catch (Throwable e) {
            end(unit, e);
            throw e;
        }
        Connection connection = unit.connection();
        boolean broken = true;
        try {
            unit.end();
            unit.place().commit(connection);
            broken = false;
        } catch (SQLException e) {
            DatabaseException error = commitFailed(unit, e);
            // Nothing can be rolled back on a lost connection, and its failure would say that nothing was kept.
            broken = ErrorTranslator.connectionLost(e, kind) || rollback(unit.place(), connection, error);
            throw error;
        } finally {
            release(unit, connection, broken);
        }
    }

    /** A unit that could only read has nothing whose outcome is unknown; in a host's transaction that is the host's. */
    private DatabaseException commitFailed(Unit unit, SQLException e) {
        DatabaseException translated = ErrorTranslator.translate(e, kind, null, null);
        return ErrorTranslator.connectionLost(e, kind)
                        && !unit.options().readOnly()
                        && !unit.place().isHosts()
                ? new CommitOutcomeUnknownException(
                        null,
                        null,
                        "the connection broke while the unit of work was committed; it may have happened or not. Look at"
                                + " the data before you repeat it",
                        translated.getCause())
                : translated;
    }

    /** Rolls back and gives the connection back; a failure of that is added to the error that led here. */
    private void end(Unit unit, @Nullable Throwable error) {
        Connection connection = unit.connection();
        boolean broken = true;
        try {
            try {
                unit.closeResources();
            } catch (RuntimeException | Error e) {
                suppress(error, e);
            }
            unit.end();
            // After such an error nobody knows in which state the driver was left.
            broken = rollback(unit.place(), connection, error) || error instanceof VirtualMachineError;
        } finally {
            release(unit, connection, broken);
        }
    }

    /** Returns whether the connection is of no more use. */
    private boolean rollback(UnitPlace place, Connection connection, @Nullable Throwable error) {
        try {
            place.rollback(connection);
            return false;
        } catch (SQLException e) {
            suppress(error, ErrorTranslator.translate(e, kind, null, null));
        } catch (RuntimeException | Error e) {
            suppress(error, e);
        }
        return true;
    }

    private static void suppress(@Nullable Throwable error, Throwable later) {
        if (error == null) {
            LOG.warn("ending a unit of work failed; its connection is dropped", later);
        } else if (error != later) {
            error.addSuppressed(later);
        }
    }

    private void release(Unit unit, Connection connection, boolean broken) {
        current.remove();
        try {
            unit.place().giveBack(connection, broken);
        } finally {
            running.readLock().unlock();
        }
    }

    /** Waits a random while that grows with each replay. Returns whether to go on. */
    private static boolean pause(int replay) {
        long longest = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(replay, 10));
        LockSupport.parkNanos(
                TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextLong(1, longest + 1)));
        return !Thread.currentThread().isInterrupted();
    }

    /**
     * Checks that the calling thread is in no unit, so that closing may begin.
     *
     * @throws TransactionException if it is in one
     */
    public void requireNone() {
        if (isActive()) {
            throw new TransactionException("the factory cannot be closed inside of a unit of work; end the unit first");
        }
    }

    /**
     * Refuses new units, waits up to {@value #CLOSE_SECONDS} seconds for those that are under way on other threads, and
     * closes the connections.
     *
     * @throws TransactionException if the calling thread is inside of a unit; nothing is closed then
     */
    @Override
    public void close() {
        requireNone();
        closed = true;
        boolean quiet = awaitEnd();
        if (!quiet) {
            LOG.warn("units of work are still under way after {} s; their connections are closed now", CLOSE_SECONDS);
        }
        control.close();
        connections.close();
        if (quiet) {
            running.writeLock().unlock();
        }
    }

    private boolean awaitEnd() {
        try {
            return running.writeLock().tryLock(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
