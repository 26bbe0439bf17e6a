package io.synthlab.persistence.internal.transaction;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.error.DatabaseException;
import io.synthlab.persistence.error.DatabaseTimeoutException;
import io.synthlab.persistence.error.SynthLabException;
import io.synthlab.persistence.error.TransactionException;
import io.synthlab.persistence.error.UnreadableRowException;
import io.synthlab.persistence.internal.error.ErrorTranslator;
import io.synthlab.persistence.spi.UnitOfWork;
import io.synthlab.persistence.transaction.TransactionOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A unit of work under way: one connection, one transaction, one thread. */
final class Unit implements UnitOfWork {
    private final DatabaseKind kind;
    private final UnitPlace place;
    private final Connection connection;
    private final TransactionControl.Limit limit;
    private final @Nullable Deadline deadline;
    private final TransactionOptions options;
    private final Bindings bindings;
    private final Thread owner = Thread.currentThread();
    private final Map<Object, AutoCloseable> resources = new HashMap<>();
    private final Deque<AutoCloseable> order = new ArrayDeque<>();
    private boolean narrowed;
    private boolean hasWritten;
    private boolean rollbackAsked;
    private @Nullable Throwable failure;
    private int savepoints;
    private boolean over;

    Unit(
            DatabaseKind kind,
            UnitPlace place,
            Connection connection,
            TransactionControl.Limit limit,
            @Nullable Deadline deadline,
            TransactionOptions options,
            Bindings bindings) {
        this.kind = kind;
        this.place = place;
        this.connection = connection;
        this.hasWritten = place.isHosts();
        this.limit = limit;
        this.deadline = deadline;
        this.options = options;
        this.bindings = bindings;
    }

    @Override
    public Connection connection() {
        requireOwner();
        return connection;
    }

    @Override
    public boolean readOnly() {
        return options.readOnly() || narrowed;
    }

    @Override
    public <R extends AutoCloseable> R resource(Object key, Function<Connection, R> create) {
        requireOwner();
        @SuppressWarnings("unchecked") // a key always stands for what its creator made
        R known = (R) resources.get(key);
        if (known == null) {
            known = create.apply(connection);
            resources.put(key, known);
            order.push(known);
        }
        return known;
    }

    TransactionOptions options() {
        return options;
    }

    Bindings bindings() {
        return bindings;
    }

    /** Returns where it runs. */
    UnitPlace place() {
        return place;
    }

    /** Returns whether it runs on a connection. */
    boolean isOn(Connection other) {
        return connection == other;
    }

    /** Returns whether this unit, or the host around it, may have written, so that others may see other rows. */
    boolean hasWritten() {
        return hasWritten;
    }

    /** Sets whether writing is refused for now and returns what held before. */
    boolean narrow(boolean readOnly) {
        boolean before = narrowed;
        narrowed = readOnly;
        return before;
    }

    void requireOwner() {
        if (over) {
            throw new TransactionException("this unit of work is over; begin another one");
        }
        if (Thread.currentThread() != owner) {
            throw new TransactionException("this unit of work belongs to thread " + owner.getName()
                    + "; use the factory's repositories on other threads, each call or unit of theirs is independent");
        }
    }

    /** Checks that a repository call may run, and keeps it within the unit's time. */
    void beforeCall(boolean writes, String method) {
        requireOwner();
        requireUsable();
        if (writes && readOnly()) {
            throw new TransactionException("this unit of work is read-only; " + method
                    + " writes and was refused before anything was sent. Begin a writing unit");
        }
        requireTime();
        hasWritten |= writes;
        try {
            limit.beforeCall();
        } catch (SQLException e) {
            throw failed(ErrorTranslator.translate(e, kind, null, null));
        }
    }

    void requireTime() {
        if (deadline != null && deadline.isOver()) {
            throw failed(new DatabaseTimeoutException(
                    null,
                    null,
                    "the unit of work took longer than its limit of "
                            + options.timeout().orElseThrow() + "; it is undone",
                    null));
        }
    }

    private void requireUsable() {
        if (failure != null) {
            throw new TransactionException(
                    "this unit of work can only be rolled back, because of the error in the cause; put what may fail into"
                            + " tx.nested(...) to go on after it",
                    failure);
        }
    }

    /** Notes an error after which the transaction cannot go on, and returns it. */
    <E extends Throwable> E failed(E error) {
        if (failure == null) {
            failure = error;
        }
        return error;
    }

    /**
     * Returns whether an error of a repository call leaves the transaction unusable. A row that cannot be read does no
     * harm to it, unless a method had changed that row already.
     */
    static boolean poisons(Throwable error, boolean writes) {
        return error instanceof DatabaseException
                ? writes || !(error instanceof UnreadableRowException)
                : !(error instanceof SynthLabException);
    }

    @Nullable
    Throwable failure() {
        return failure;
    }

    void askRollback() {
        requireOwner();
        rollbackAsked = true;
    }

    boolean rollbackAsked() {
        return rollbackAsked;
    }

    String savepoint() {
        requireOwner();
        requireUsable();
        String name = "synthlab_" + ++savepoints;
        step("SAVEPOINT " + name);
        return name;
    }

    void release(String savepoint) {
        step("RELEASE SAVEPOINT " + savepoint);
    }

    /** A statement of the unit itself; after its failure the unit can only be rolled back. */
    private void step(String sql) {
        try {
            TransactionControl.execute(connection, sql);
        } catch (SQLException e) {
            throw failed(translate(e));
        }
    }

    void rollbackTo(String savepoint) throws SQLException {
        TransactionControl.execute(connection, "ROLLBACK TO SAVEPOINT " + savepoint);
        TransactionControl.execute(connection, "RELEASE SAVEPOINT " + savepoint);
        failure = null;
    }

    /** Closes what lived as long as this unit, newest first; the first failure is thrown, all are closed. */
    void closeResources() {
        Throwable first = null;
        while (!order.isEmpty()) {
            try {
                order.pop().close();
            } catch (Throwable e) {
                first = first == null ? e : first;
            }
        }
        resources.clear();
        if (first instanceof Error error) {
            throw error;
        }
        if (first != null) {
            throw closingFailed((Exception) first);
        }
    }

    private RuntimeException closingFailed(Exception e) {
        if (e instanceof RuntimeException unchecked) {
            return unchecked;
        }
        return e instanceof SQLException sql
                ? translate(sql)
                : new DatabaseException(
                        null,
                        null,
                        "closing a part of the unit of work failed ("
                                + e.getClass().getName() + ")",
                        null);
    }

    /** Ends the time limit; must happen before the connection goes to somebody else. */
    void end() {
        over = true;
        limit.close();
    }

    DatabaseException translate(SQLException e) {
        return ErrorTranslator.translate(e, kind, null, null);
    }
}
