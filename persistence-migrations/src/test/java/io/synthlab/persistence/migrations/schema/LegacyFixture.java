package io.synthlab.persistence.migrations.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.synthlab.persistence.DatabaseUrl;
import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.migrations.Schema;
import io.synthlab.persistence.migrations.query.Names;
import io.synthlab.persistence.migrations.query.Rows;
import io.synthlab.persistence.testkit.legacy.LegacyDatabase;
import io.synthlab.persistence.testkit.legacy.LegacyOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file of the original, and ways to make it differ. */
record LegacyFixture(Path file) {
    static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final double SCALE = 0.001;
    /** Files made so far: making one takes longer than most tests. */
    private static final Map<LegacyOptions, byte[]> MADE = new ConcurrentHashMap<>();

    static LegacyOptions options() {
        return LegacyDatabase.options().withScale(SCALE);
    }

    static LegacyFixture create(Path file, LegacyOptions options) throws IOException {
        byte[] made = MADE.get(options);
        if (made == null) {
            LegacyDatabase.create(file, options);
            MADE.put(options, Files.readAllBytes(file));
        } else {
            Files.write(file, made);
        }
        return new LegacyFixture(file);
    }

    /** Waits a moment only for the write lock. */
    PersistenceConfig config() {
        return config("250ms");
    }

    PersistenceConfig patientConfig() {
        return config("60s");
    }

    private PersistenceConfig config(String busyTimeout) {
        return PersistenceConfig.builder()
                .databaseUrl(DatabaseUrl.SQLITE_PREFIX + file)
                .set("synthlab.sqlite-busy-timeout", busyTimeout)
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .build();
    }

    Schema schema() {
        return Schema.of(config());
    }

    /** Opens the file as another program would: no settings. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(DatabaseUrl.SQLITE_PREFIX + file);
    }

    void execute(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Changes the definition of a table as if it had been created so, whatever its lines look like. */
    void redefine(String table, String oldText, String newText) throws SQLException {
        try (Connection connection = connect()) {
            String sql = "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = '" + table + "'";
            String definition =
                    Rows.list(connection, sql, row -> row.getString(1)).get(0);
            String pattern = Pattern.quote(oldText).replace(" ", "\\E\\s+\\Q");
            String changed = definition.replaceFirst(pattern, Matcher.quoteReplacement(newText));
            assertNotEquals(definition, changed, table + " has no " + oldText);
            redefine(connection, table, changed);
        }
    }

    private static void redefine(Connection connection, String table, String definition) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA writable_schema = ON");
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE sqlite_master SET sql = ? WHERE type = 'table' AND name = ?")) {
                update.setString(1, definition);
                update.setString(2, table);
                assertEquals(1, update.executeUpdate());
            }
            statement.execute("PRAGMA writable_schema = RESET");
        }
    }

    /** Reads every value with its row id, by table and column, as SQLite prints it: more columns do not change it. */
    Map<String, List<String>> values() throws SQLException {
        Map<String, List<String>> values = new TreeMap<>();
        try (Connection connection = connect()) {
            for (String[] column : Rows.list(
                    connection,
                    "SELECT t.name, c.name FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table'"
                            + " AND t.name <> 'synthlab_schema_history'",
                    row -> new String[] {row.getString(1), row.getString(2)})) {
                String sql = "SELECT rowid || ':' || quote(" + Names.quoted(column[1]) + ") FROM " + column[0]
                        + " ORDER BY rowid";
                values.put(column[0] + "." + column[1], Rows.list(connection, sql, row -> row.getString(1)));
            }
        }
        return values;
    }

    /** Reads every row of every table of the original, as SQLite prints it. */
    Map<String, List<String>> rows() throws SQLException {
        Map<String, List<String>> rows = new TreeMap<>();
        try (Connection connection = connect()) {
            for (String table : Rows.list(
                    connection,
                    "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'synthlab_schema_history'",
                    row -> row.getString(1))) {
                String columns = String.join(
                        " || '|' || ",
                        Rows.list(
                                connection,
                                "SELECT name FROM pragma_table_info('" + table + "')",
                                row -> "quote(" + Names.quoted(row.getString(1)) + ")"));
                rows.put(
                        table,
                        Rows.list(
                                connection,
                                "SELECT rowid || ':' || " + columns + " FROM " + table + " ORDER BY rowid",
                                row -> row.getString(1)));
            }
        }
        return rows;
    }
}
