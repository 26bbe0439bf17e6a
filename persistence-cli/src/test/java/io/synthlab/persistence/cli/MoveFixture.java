package io.synthlab.persistence.cli;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.DatabaseUrl;
import io.synthlab.persistence.migrations.catalog.SchemaCatalog;
import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.testkit.TestDatabase;
import io.synthlab.persistence.testkit.legacy.LegacyDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Sources and targets of moves, as the command line names them. */
final class MoveFixture {
    static final double SCALE = 0.1;

    private MoveFixture() {}

    /** Creates a clean legacy file and returns how many rows it has. */
    static long createLegacy(Path file) {
        return LegacyDatabase.create(file, LegacyDatabase.options().withScale(SCALE)).rowsPerTable().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Copies a closed legacy file, so that a test can spoil the copy. */
    static Path copyOf(Path file, Path copy) {
        try {
            return Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int execute(Path file, String sql, Object... args) {
        try (Connection connection = DriverManager.getConnection(DatabaseUrl.SQLITE_PREFIX + file);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < args.length; i++) {
                statement.setObject(i + 1, args[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("a test's own statement failed: " + sql, e);
        }
    }

    static String url(Path file) {
        return DatabaseUrl.SQLITE_PREFIX + file;
    }

    /** Returns the one text that leads to a database, user and password in it. */
    static String url(DatabaseUrl url) {
        StringBuilder text = new StringBuilder(url.jdbcUrl());
        char separator = url.jdbcUrl().contains("?") ? '&' : '?';
        if (url.user() != null) {
            text.append(separator).append("user=").append(encoded(url.user()));
        }
        if (url.password() != null) {
            text.append("&password=").append(encoded(url.password()));
        }
        return text.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static TestDatabase emptyPostgres() {
        return TestDatabase.empty(DatabaseKind.POSTGRESQL);
    }

    /** Counts the rows of all 19 tables. */
    static long rows(TestDatabase database) {
        List<Table> tables = SchemaCatalog.tables();
        return tables.stream()
                .mapToLong(table -> database.queryLong("SELECT count(*) FROM " + table.name()))
                .sum();
    }
}
