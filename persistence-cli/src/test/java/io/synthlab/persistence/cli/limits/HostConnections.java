package io.synthlab.persistence.cli.limits;

import io.synthlab.persistence.testkit.TestDatabase;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A host's own connections to a SQLite file, which SQLite itself lets grow by a few pages only, or only read. */
final class HostConnections implements DataSource {
    /** Instead of a number of pages: the file may only be read. */
    static final int READ_ONLY = -1;

    private static final String OPEN_READ_ONLY = "1";

    private final TestDatabase database;
    private final AtomicInteger morePages;

    /**
     * Leads to a file.
     *
     * @param database whose file
     * @param morePages how many pages may be added; 0 for as many as there is space for
     */
    HostConnections(TestDatabase database, AtomicInteger morePages) {
        this.database = database;
        this.morePages = morePages;
    }

    @Override
    public Connection getConnection() throws SQLException {
        int more = morePages.get();
        Properties properties = new Properties();
        properties.setProperty("foreign_keys", "true");
        if (more == READ_ONLY) {
            properties.setProperty("open_mode", OPEN_READ_ONLY);
        }
        Connection connection = DriverManager.getConnection(database.url().jdbcUrl(), properties);
        if (more > 0) {
            long pages = database.queryLong("PRAGMA page_count");
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA max_page_count=" + (pages + more));
            }
        }
        return connection;
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setLoginTimeout(int seconds) {
        throw new UnsupportedOperationException();
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
        throw new SQLException("wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
