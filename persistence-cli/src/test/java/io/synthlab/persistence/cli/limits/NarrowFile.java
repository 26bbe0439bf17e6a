package io.synthlab.persistence.cli.limits;

import io.synthlab.persistence.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** Connections to a SQLite file which SQLite itself lets grow by a few pages only, or only read. */
final class NarrowFile {
    private static final String OPEN_READ_ONLY = "1";

    private final TestDatabase database;
    private volatile int morePages;
    private volatile boolean readOnly;

    NarrowFile(TestDatabase database) {
        this.database = database;
    }

    /** Lets the file grow by some pages, 0 for as many as there is space for. */
    void letGrow(int pages) {
        morePages = pages;
    }

    /** Lets the file be read only. */
    void forbidWriting() {
        readOnly = true;
    }

    Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("foreign_keys", "true");
        if (readOnly) {
            properties.setProperty("open_mode", OPEN_READ_ONLY);
        }
        Connection connection = DriverManager.getConnection(database.url().jdbcUrl(), properties);
        if (morePages > 0) {
            long pages = database.queryLong("PRAGMA page_count");
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA max_page_count=" + (pages + morePages));
            }
        }
        return connection;
    }
}
