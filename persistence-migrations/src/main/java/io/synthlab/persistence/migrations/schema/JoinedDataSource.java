package io.synthlab.persistence.migrations.schema;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Lends one open connection to Flyway, which believes it ends transactions and closes connections. The lender does:
 * looking, migrating and checking become one transaction, under one lock, on both databases.
 */
final class JoinedDataSource implements DataSource {
    private final Connection connection;
    private boolean rollbackAsked;

    JoinedDataSource(Connection connection) {
        this.connection = connection;
    }

    /** Returns whether somebody wanted to undo; the lender must not commit then. */
    boolean rollbackAsked() {
        return rollbackAsked;
    }

    @Override
    public Connection getConnection() {
        return (Connection) Proxy.newProxyInstance(
                JoinedDataSource.class.getClassLoader(), new Class<?>[] {Connection.class}, new Lent());
    }

    @Override
    public Connection getConnection(String user, String password) {
        return getConnection();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        // Nothing is written.
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // The connection is open already.
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("no wrapper of " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }

    /** One loan: looks like a connection in autocommit mode. */
    private final class Lent implements InvocationHandler {
        private boolean autoCommit = true;
        private boolean closed;

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            switch (method.getName()) {
                case "commit":
                    return null;
                case "close":
                    closed = true;
                    return null;
                case "isClosed":
                    return closed || connection.isClosed();
                case "getAutoCommit":
                    return autoCommit;
                case "setAutoCommit":
                    autoCommit = (Boolean) arguments[0];
                    return null;
                case "rollback":
                    rollbackAsked = true;
                    return null;
                default:
                    return pass(method, arguments);
            }
        }

        private @Nullable Object pass(Method method, Object @Nullable [] arguments) throws Throwable {
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }
}
