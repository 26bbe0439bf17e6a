package io.synthlab.persistence.internal.transaction;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.error.DatabaseException;
import io.synthlab.persistence.error.DatabaseTimeoutException;
import io.synthlab.persistence.internal.connect.ConnectionSource;
import io.synthlab.persistence.internal.connect.ConnectionSource.Purpose;
import io.synthlab.persistence.internal.error.ErrorTranslator;
import io.synthlab.persistence.transaction.TransactionOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Units on connections of the factory: each is a transaction. */
record OwnPlace(
        DatabaseKind kind, ConnectionSource connections, TransactionControl control, Purpose purpose, CallWatch watch)
        implements UnitPlace {
    private static final Logger LOG = LoggerFactory.getLogger(OwnPlace.class);

    @Override
    public Connection take() {
        long begin = System.nanoTime();
        boolean obtained = false;
        try {
            Connection connection = connections.take(purpose);
            obtained = true;
            return connection;
        } catch (SQLTransientConnectionException | SQLTimeoutException e) {
            throw notInTime(e);
        } catch (SQLException e) {
            if (e.getCause() instanceof InterruptedException) {
                throw new DatabaseException(
                        null,
                        null,
                        "the thread was interrupted while it waited for a connection; nothing was begun",
                        null);
            }
            throw ErrorTranslator.translate(e, kind, null, null);
        } finally {
            if (purpose != Purpose.COMPARE) {
                watch.connected(purpose == Purpose.READ, Duration.ofNanos(System.nanoTime() - begin), obtained);
            }
        }
    }

    private DatabaseException notInTime(SQLException e) {
        if (e.getCause() instanceof SQLException cause && ErrorTranslator.connectionLost(cause, kind)) {
            return ErrorTranslator.translate(cause, kind, null, null);
        }
        return new DatabaseTimeoutException(
                null,
                null,
                "no connection became free in time: " + e.getMessage()
                        + "; see whether the database answers, shorten the units of work, or raise the pool's size or timeout",
                null);
    }

    @Override
    public void begin(Connection connection, TransactionOptions options) throws SQLException {
        control.begin(connection, options);
    }

    @Override
    public TransactionControl.Limit limit(Connection connection, Deadline deadline) throws SQLException {
        return control.limit(connection, deadline);
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        control.commit(connection);
    }

    @Override
    public void rollback(Connection connection) throws SQLException {
        control.rollback(connection);
    }

    @Override
    public void giveBack(Connection connection, boolean broken) {
        try {
            connections.giveBack(connection, purpose, broken);
        } catch (SQLException e) {
            LOG.debug("closing a connection failed", e);
        }
    }

    @Override
    public boolean isHosts() {
        return false;
    }
}
