package io.synthlab.persistence.migrations.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.error.ConstraintViolationException;
import io.synthlab.persistence.internal.error.ErrorTranslator;
import io.synthlab.persistence.migrations.Schema;
import io.synthlab.persistence.migrations.catalog.SchemaCatalog;
import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.catalog.Table.Check;
import io.synthlab.persistence.migrations.catalog.Table.Column;
import io.synthlab.persistence.migrations.query.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.ThrowingConsumer;

/** The first version is the data dictionary, fact by fact; subclasses say which database. */
abstract class SchemaFactsContract {
    private static final DateTimeFormatter SQLITE_FORM = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private TestDatabase database;
    private Connection connection;

    abstract TestDatabase emptyDatabase();

    /** A query for the number of views, triggers, sequences and functions. */
    abstract String otherObjects();

    /** An open connection to the migrated database. */
    final Connection connection() {
        return connection;
    }

    @BeforeEach
    void migrate() throws SQLException {
        database = emptyDatabase();
        Schema.of(database.config()).migrate("1");
        connection = database.connect();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        database.close();
    }

    @Test
    void tables_columns_keys_defaults_and_indexes_are_those_of_the_dictionary() throws SQLException {
        Facts found = database.facts();
        List<String> differences =
                found.differencesTo(Facts.ofTables(SchemaCatalog.firstVersion(), database.kind())).stream()
                        .map(Difference::describe)
                        .toList();
        assertEquals(List.of(), differences);
        assertEquals(19, count(found, Fact.Kind.TABLE));
        assertEquals(162, count(found, Fact.Kind.COLUMN));
        assertEquals(39, count(found, Fact.Kind.INDEX), "all but idx_experiments_status");
        assertEquals(16, count(found, Fact.Kind.FOREIGN_KEY));
        assertEquals(database.kind() == DatabaseKind.SQLITE ? 43 : 21, count(found, Fact.Kind.CHECK));
    }

    @Test
    void there_is_nothing_else() throws SQLException {
        assertEquals(List.of(0), Rows.list(connection, otherObjects(), row -> row.getInt(1)));
    }

    @Test
    void each_check_accepts_and_refuses_what_the_dictionary_says() throws SQLException {
        int tried = 0;
        for (Table table : SchemaCatalog.tables()) {
            for (Check check : table.checks()) {
                inTable(table, sample -> tryCheck(sample, check));
                tried++;
            }
        }
        assertEquals(43, tried);
    }

    @Test
    void null_is_taken_where_the_dictionary_says_and_by_no_key_column() throws SQLException {
        for (Table table : SchemaCatalog.tables()) {
            inTable(table, sample -> {
                for (Column column : table.columns()) {
                    boolean takes = column.nullable() && !table.primaryKey().contains(column.name());
                    SampleRow row = sample.with(column.name(), null);
                    if (takes) {
                        assertAccepted(row, column.name());
                    } else {
                        assertRefused(row, ConstraintViolationException.Kind.NOT_NULL, column.name());
                    }
                }
            });
        }
    }

    @Test
    void each_default_is_what_the_dictionary_says() throws SQLException {
        for (Table table : SchemaCatalog.tables()) {
            inTable(table, sample -> {
                for (Column column : table.columns()) {
                    if (column.defaultValue() != null) {
                        assertDefault(sample, column);
                    }
                }
            });
        }
    }

    @Test
    void text_sorts_by_bytes() throws SQLException {
        for (String name : List.of("a", "B", "_", "É", "Z", "e")) {
            SampleRow.of(SchemaCatalog.table("synth_groups"))
                    .with("id", name)
                    .with("name", name)
                    .insert(connection, database.kind());
        }
        assertEquals(
                List.of("B", "Z", "_", "a", "e", "É"),
                Rows.list(connection, "SELECT name FROM synth_groups ORDER BY name", row -> row.getString(1)));
    }

    private void tryCheck(SampleRow sample, Check check) throws SQLException {
        CheckProbes probes = CheckProbes.of(check);
        assertTrue(!probes.accepted().isEmpty() && !probes.refused().isEmpty(), check.predicate());
        for (Object value : probes.accepted()) {
            assertAccepted(sample.with(check.column(), value), check.predicate() + " with " + value);
        }
        for (Object value : probes.refused()) {
            SampleRow row = sample.with(check.column(), value);
            String what = check.predicate() + " with " + value;
            if (check.kind().equals("json") && database.kind() == DatabaseKind.POSTGRESQL) {
                assertEquals("22P02", refusal(row, what).getSQLState(), what);
            } else {
                assertRefused(row, ConstraintViolationException.Kind.CHECK, what);
            }
        }
    }

    private void assertDefault(SampleRow sample, Column column) throws SQLException {
        Savepoint before = connection.setSavepoint();
        sample.without(column.name()).insert(connection, database.kind());
        String sql = "SELECT \"" + column.name() + "\" FROM " + sample.table().name();
        String value = Rows.list(connection, sql, row -> row.getString(1)).get(0);
        if (column.defaultValue().equals("datetime('now')")) {
            Instant written = LocalDateTime.parse(value, SQLITE_FORM).toInstant(ZoneOffset.UTC);
            Duration age = Duration.between(written, Instant.now()).abs();
            assertTrue(age.compareTo(Duration.ofMinutes(10)) < 0, "default of " + column.name() + " is not UTC");
        } else {
            assertEquals(column.defaultValue().replace("'", ""), value, column.name());
        }
        connection.rollback(before);
    }

    private void assertAccepted(SampleRow row, String what) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            row.insert(connection, database.kind());
        } catch (SQLException e) {
            throw new AssertionError(row.table().name() + " refuses " + what, e);
        }
        connection.rollback(before);
    }

    private void assertRefused(SampleRow row, ConstraintViolationException.Kind kind, String what) throws SQLException {
        SQLException refusal = refusal(row, what);
        var error =
                ErrorTranslator.translate(refusal, database.kind(), row.table().name(), null);
        assertTrue(error instanceof ConstraintViolationException, what + ": " + refusal);
        assertEquals(kind, ((ConstraintViolationException) error).kind(), what);
    }

    private SQLException refusal(SampleRow row, String what) throws SQLException {
        Savepoint before = connection.setSavepoint();
        SQLException refusal = assertThrows(
                SQLException.class,
                () -> row.insert(connection, database.kind()),
                () -> row.table().name() + " accepts " + what);
        connection.rollback(before);
        return refusal;
    }

    /** Runs a trial in a transaction that has the sample rows of the table's ancestors. */
    private void inTable(Table table, ThrowingConsumer<SampleRow> trial) throws SQLException {
        connection.setAutoCommit(false);
        for (Table parent : SchemaCatalog.tables()) {
            if (parent.equals(table)) {
                break;
            }
            SampleRow.of(parent).insert(connection, database.kind());
        }
        try {
            trial.accept(SampleRow.of(table));
        } catch (RuntimeException | Error | SQLException e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static long count(Facts facts, Fact.Kind kind) {
        return facts.values().keySet().stream()
                .filter(key -> key.kind() == kind)
                .count();
    }
}
