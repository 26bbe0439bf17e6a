package io.synthlab.persistence.internal.transaction;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.error.TransactionException;
import io.synthlab.persistence.internal.connect.DatabaseIdentity;
import io.synthlab.persistence.internal.error.ErrorTranslator;
import io.synthlab.persistence.transaction.Isolation;
import io.synthlab.persistence.transaction.TransactionOptions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Units inside of a transaction that the host began on its own connection: each is a savepoint in it. */
record HostPlace(DatabaseKind kind, DatabaseIdentity database, TransactionControl control, Connection connection)
        implements UnitPlace {
    private static final Logger LOG = LoggerFactory.getLogger(HostPlace.class);
    private static final String SAVEPOINT = "synthlab_unit";

    @Override
    public Connection take() {
        try {
            if (connection.isClosed()) {
                throw new TransactionException("the connection to join is closed; hand over an open one");
            }
            if (connection.getAutoCommit()) {
                throw new TransactionException(
                        "the connection to join has no transaction: autocommit is on; begin one with"
                                + " setAutoCommit(false)");
            }
            return connection;
        } catch (SQLException e) {
            throw ErrorTranslator.translate(e, kind, null, null);
        }
    }

    /** Refuses what would change the host's transaction as a whole. */
    void requirePossible(TransactionOptions options) {
        if (options.replays() > 0) {
            throw refused("only its host can run it again; ask for no replays");
        }
        if (kind == DatabaseKind.SQLITE && options.timeout().isPresent()) {
            // sqlite3_interrupt ends the whole transaction if it hits a writing statement, not only a savepoint.
            throw refused("a time limit on SQLite would undo all of it; limit the time outside");
        }
    }

    private static TransactionException refused(String reason) {
        return new TransactionException("cannot join the host's transaction: " + reason);
    }

    @Override
    public void begin(Connection host, TransactionOptions options) throws SQLException {
        TransactionControl.execute(host, "SAVEPOINT " + SAVEPOINT);
        if (!isSameKind(host) || !database.isWhere(host)) {
            throw refused("its connection leads to another database than this factory");
        }
        if (kind == DatabaseKind.POSTGRESQL && options.isolation() != Isolation.READ_COMMITTED) {
            requireIsolation(host, options.isolation());
        }
    }

    private boolean isSameKind(Connection host) throws SQLException {
        String product = host.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        return product.contains(kind == DatabaseKind.SQLITE ? "sqlite" : "postgresql");
    }

    private static void requireIsolation(Connection host, Isolation wanted) throws SQLException {
        int needed = wanted == Isolation.SERIALIZABLE
                ? Connection.TRANSACTION_SERIALIZABLE
                : Connection.TRANSACTION_REPEATABLE_READ;
        if (host.getTransactionIsolation() < needed) {
            throw refused("its isolation is weaker; begin it with " + wanted);
        }
    }

    /** On PostgreSQL alone, see {@link #requirePossible}: its setting would outlive the unit. */
    @Override
    public TransactionControl.Limit limit(Connection host, Deadline deadline) throws SQLException {
        String before = statementTimeout(host);
        TransactionControl.Limit limit = control.limit(host, deadline);
        return new TransactionControl.Limit() {
            @Override
            public void beforeCall() throws SQLException {
                limit.beforeCall();
            }

            @Override
            public void close() {
                limit.close();
                try {
                    TransactionControl.execute(host, "SET LOCAL statement_timeout = '" + before + "'");
                } catch (SQLException e) {
                    // The transaction has failed; going back to the savepoint takes the setting back, too.
                    LOG.debug("the host's time limit comes back with the savepoint", e);
                }
            }
        };
    }

    private static String statementTimeout(Connection host) throws SQLException {
        try (Statement statement = host.createStatement();
                ResultSet row = statement.executeQuery("SHOW statement_timeout")) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void commit(Connection host) throws SQLException {
        TransactionControl.execute(host, "RELEASE SAVEPOINT " + SAVEPOINT);
    }

    @Override
    public void rollback(Connection host) throws SQLException {
        TransactionControl.execute(host, "ROLLBACK TO SAVEPOINT " + SAVEPOINT);
        TransactionControl.execute(host, "RELEASE SAVEPOINT " + SAVEPOINT);
    }

    @Override
    public void giveBack(Connection host, boolean broken) {
        // The host's to close.
    }

    @Override
    public boolean isHosts() {
        return true;
    }
}
