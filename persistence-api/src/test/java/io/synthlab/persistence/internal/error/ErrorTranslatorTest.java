package io.synthlab.persistence.internal.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.error.ConnectionLostException;
import io.synthlab.persistence.error.ConstraintViolationException;
import io.synthlab.persistence.error.DatabaseException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.postgresql.util.ServerErrorMessage;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

class ErrorTranslatorTest {
    private static final String PLANTED = "planted-secret";

    private static SQLException postgres(String state) {
        return new PSQLException(
                new ServerErrorMessage("SERROR\0C" + state + "\0MERROR about x\0DKey (name)=(" + PLANTED
                        + ") exists.\0W" + PLANTED + "\0"),
                false);
    }

    private static SQLException sqlite(SQLiteErrorCode code) {
        return new SQLiteException("[" + code + "] (" + PLANTED + ")", code);
    }

    private static DatabaseException translate(SQLException e, DatabaseKind kind) {
        return ErrorTranslator.translate(e, kind, "synths", "id=aaa111");
    }

    /** What a log would show of it. */
    private static String everything(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource({
        "23505, ConstraintViolationException, UNIQUE",
        "23503, ConstraintViolationException, FOREIGN_KEY",
        "23001, ConstraintViolationException, FOREIGN_KEY",
        "23514, ConstraintViolationException, CHECK",
        "22P02, ConstraintViolationException, CHECK",
        "22003, ConstraintViolationException, CHECK",
        "23502, ConstraintViolationException, NOT_NULL",
        "40001, ConflictException,",
        "40P01, ConflictException,",
        "55P03, DatabaseTimeoutException,",
        "57014, DatabaseTimeoutException,",
        "08006, ConnectionLostException,",
        "08003, ConnectionLostException,",
        "57P01, ConnectionLostException,",
        "57P02, ConnectionLostException,",
        "25P03, ConnectionLostException,",
        "25P04, ConnectionLostException,",
        "42P01, SchemaMismatchException,",
        "42703, SchemaMismatchException,",
        "25006, DatabaseException,",
        "53100, DatabaseException,",
        "XX000, DatabaseException,"
    })
    void tellsPostgresqlErrorsApart(String state, String type, ConstraintViolationException.@Nullable Kind kind) {
        SQLException original = postgres(state);
        DatabaseException e = translate(original, DatabaseKind.POSTGRESQL);
        assertError(e, type, kind);
        SQLException cause = assertInstanceOf(SQLException.class, e.getCause());
        assertEquals(state, cause.getSQLState());
        assertEquals(original.getStackTrace()[0], cause.getStackTrace()[0]);
        assertEquals(
                type.equals("ConnectionLostException"),
                ErrorTranslator.connectionLost(original, DatabaseKind.POSTGRESQL));
    }

    @ParameterizedTest
    @CsvSource({
        "SQLITE_CONSTRAINT_PRIMARYKEY, ConstraintViolationException, UNIQUE",
        "SQLITE_CONSTRAINT_UNIQUE, ConstraintViolationException, UNIQUE",
        "SQLITE_CONSTRAINT_ROWID, ConstraintViolationException, UNIQUE",
        "SQLITE_CONSTRAINT_FOREIGNKEY, ConstraintViolationException, FOREIGN_KEY",
        "SQLITE_CONSTRAINT_CHECK, ConstraintViolationException, CHECK",
        "SQLITE_CONSTRAINT_TRIGGER, ConstraintViolationException, CHECK",
        "SQLITE_CONSTRAINT, ConstraintViolationException, CHECK",
        "SQLITE_MISMATCH, ConstraintViolationException, CHECK",
        "SQLITE_CONSTRAINT_NOTNULL, ConstraintViolationException, NOT_NULL",
        "SQLITE_BUSY, ConflictException,",
        "SQLITE_BUSY_SNAPSHOT, ConflictException,",
        "SQLITE_BUSY_TIMEOUT, ConflictException,",
        "SQLITE_LOCKED, ConflictException,",
        "SQLITE_LOCKED_SHAREDCACHE, ConflictException,",
        "SQLITE_INTERRUPT, DatabaseTimeoutException,",
        "SQLITE_CANTOPEN, ConnectionLostException,",
        "SQLITE_CANTOPEN_ISDIR, ConnectionLostException,",
        "SQLITE_NOTADB, ConnectionLostException,",
        "SQLITE_CORRUPT_INDEX, ConnectionLostException,",
        "SQLITE_READONLY, DatabaseException,",
        "SQLITE_READONLY_DBMOVED, DatabaseException,",
        "SQLITE_FULL, DatabaseException,",
        "SQLITE_ERROR, DatabaseException,",
        "SQLITE_NOMEM, DatabaseException,",
        "UNKNOWN_ERROR, DatabaseException,"
    })
    void tellsSqliteErrorsApart(SQLiteErrorCode code, String type, ConstraintViolationException.@Nullable Kind kind) {
        assertError(translate(sqlite(code), DatabaseKind.SQLITE), type, kind);
        SQLException batch = new BatchUpdateException("batch entry 0: " + PLANTED, null, 0, new int[0], sqlite(code));
        assertError(translate(batch, DatabaseKind.SQLITE), type, kind);
    }

    private static void assertError(
            DatabaseException e, String type, ConstraintViolationException.@Nullable Kind kind) {
        assertEquals(type, e.getClass().getSimpleName());
        assertEquals(kind, e instanceof ConstraintViolationException violation ? violation.kind() : null);
        assertEquals("synths", e.table());
        assertEquals("id=aaa111", e.key());
        assertTrue(e.getMessage().startsWith("synths[id=aaa111]: "), e::getMessage);
        assertFalse(everything(e).contains(PLANTED), () -> everything(e));
    }

    @ParameterizedTest
    @CsvSource({"no such table: synths", "no such column: nome", "table x has no such column: y"})
    void aMissingTableOrColumnIsAnotherSchema(String message) {
        DatabaseException e =
                translate(new SQLiteException(message, SQLiteErrorCode.SQLITE_ERROR), DatabaseKind.SQLITE);
        assertEquals("SchemaMismatchException", e.getClass().getSimpleName());
    }

    @Test
    void theTwoReasonsThatNoWriteCanHappenSayWhatToDo() {
        for (DatabaseException e : new DatabaseException[] {
            translate(sqlite(SQLiteErrorCode.SQLITE_FULL), DatabaseKind.SQLITE),
            translate(postgres("53100"), DatabaseKind.POSTGRESQL)
        }) {
            assertTrue(e.getMessage().contains("no space left"), e::getMessage);
        }
        for (DatabaseException e : new DatabaseException[] {
            translate(sqlite(SQLiteErrorCode.SQLITE_READONLY), DatabaseKind.SQLITE),
            translate(postgres("25006"), DatabaseKind.POSTGRESQL)
        }) {
            assertTrue(e.getMessage().contains("read-only"), e::getMessage);
        }
    }

    @Test
    void aConnectionClosedUnderTheDriverIsLost() {
        assertTrue(ErrorTranslator.connectionLost(new SQLException("database connection closed"), DatabaseKind.SQLITE));
        assertFalse(ErrorTranslator.connectionLost(new SQLException("something else"), DatabaseKind.SQLITE));
    }

    @Test
    void aViolationFoundByTheCommitNamesNoTable() {
        DatabaseException e = ErrorTranslator.translate(postgres("23503"), DatabaseKind.POSTGRESQL, null, null);
        assertNull(e.table());
        assertTrue(e.getMessage().startsWith("a referenced row does not exist"), e::getMessage);
    }

    /** The server's message stays where its class cannot hold values; a batch may repeat its statement in any class. */
    @Test
    void keepsSafeMessagesAndNoBatch() {
        assertTrue(everything(translate(postgres("40001"), DatabaseKind.POSTGRESQL))
                .contains("ERROR about x"));
        assertFalse(everything(translate(postgres("23505"), DatabaseKind.POSTGRESQL))
                .contains("ERROR about x"));
        SQLException batch = new BatchUpdateException(
                "Batch entry 0 INSERT … ('" + PLANTED + "') was aborted", "40001", 0, new int[0], postgres("40001"));
        assertFalse(everything(translate(batch, DatabaseKind.POSTGRESQL)).contains(PLANTED));
    }

    static Stream<Arguments> connecting() {
        return Stream.of(
                Arguments.of(postgres("28P01"), "user or password is wrong"),
                Arguments.of(postgres("28000"), "user or password is wrong"),
                Arguments.of(postgres("3D000"), "there is no such database on the server"),
                Arguments.of(unreachable(new UnknownHostException("h")), "the host name is unknown"),
                Arguments.of(unreachable(new ConnectException("refused")), "no server answers at that host and port"),
                Arguments.of(
                        unreachable(new SSLException("no")), "TLS could not be agreed on; check synthlab.tls-mode"),
                Arguments.of(postgres("53300"), "the database did not accept the connection (SQLSTATE 53300)"),
                Arguments.of(new SQLException("x", null, 26), "the database did not accept the connection (code 26)"));
    }

    private static SQLException unreachable(Exception cause) {
        return new PSQLException("The connection attempt failed.", PSQLState.CONNECTION_UNABLE_TO_CONNECT, cause);
    }

    @ParameterizedTest
    @MethodSource("connecting")
    void saysWhyAConnectionCannotBeMade(SQLException original, String reason) {
        ConnectionLostException e = ErrorTranslator.connecting("jdbc:postgresql://h/db (user alice)", original);
        assertTrue(
                e.getMessage().startsWith("cannot connect to jdbc:postgresql://h/db (user alice): " + reason),
                e::getMessage);
        assertFalse(everything(e).contains(PLANTED));
    }
}
