package io.synthlab.persistence.internal.error;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.error.ConflictException;
import io.synthlab.persistence.error.ConnectionLostException;
import io.synthlab.persistence.error.ConstraintViolationException;
import io.synthlab.persistence.error.DatabaseException;
import io.synthlab.persistence.error.DatabaseTimeoutException;
import io.synthlab.persistence.error.SchemaMismatchException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Turns a driver's exception into ours: the same cause gives the same error on both databases. */
public final class ErrorTranslator {
    /** What went wrong, told apart by the codes of either database. */
    enum Failure {
        UNIQUE,
        FOREIGN_KEY,
        CHECK,
        NOT_NULL,
        CONFLICT,
        TIMEOUT,
        CONNECTION,
        SCHEMA,
        READ_ONLY,
        SPACE,
        OTHER
    }

    /** Result codes READONLY and CANTOPEN. */
    private static final Set<Integer> SQLITE_CANNOT_WRITE = Set.of(8, 14);

    private ErrorTranslator() {}

    /**
     * Translates the failure of a statement.
     *
     * @param e what the driver threw; not kept as it is, since it may repeat stored text
     * @param kind which database
     * @param table table the statement was about, or {@code null}
     * @param key key of the row, or {@code null}
     * @return the error to throw
     */
    public static DatabaseException translate(
            SQLException e, DatabaseKind kind, @Nullable String table, @Nullable String key) {
        SanitizedCause cause = SanitizedCause.of(e);
        return switch (failure(e, kind)) {
            case UNIQUE -> violation(ConstraintViolationException.Kind.UNIQUE, table, key, cause);
            case FOREIGN_KEY -> violation(ConstraintViolationException.Kind.FOREIGN_KEY, table, key, cause);
            case CHECK -> violation(ConstraintViolationException.Kind.CHECK, table, key, cause);
            case NOT_NULL -> violation(ConstraintViolationException.Kind.NOT_NULL, table, key, cause);
            case CONFLICT -> new ConflictException(table, key, conflict(kind), cause);
            case TIMEOUT ->
                new DatabaseTimeoutException(
                        table,
                        key,
                        "the statement took longer than allowed and was cancelled; allow more time or do less",
                        cause);
            case CONNECTION ->
                new ConnectionLostException(
                        table,
                        key,
                        "the connection to " + kind.displayName() + " was lost; nothing of this unit of work was kept",
                        cause);
            case SCHEMA ->
                new SchemaMismatchException(
                        table,
                        key,
                        "a table or column is missing; compare the schema with: synthlab-db schema status",
                        cause);
            case READ_ONLY -> new DatabaseException(table, key, readOnly(kind), cause);
            case SPACE ->
                new DatabaseException(
                        table,
                        key,
                        "the database has no space left to write; free space, nothing of this unit was kept",
                        cause);
            case OTHER ->
                new DatabaseException(
                        table, key, "the database refused the statement (" + state(e) + "); see the cause", cause);
        };
    }

    /**
     * Translates the failure to connect.
     *
     * @param target where to, without password
     * @param e what the driver threw
     * @return the error to throw
     */
    public static ConnectionLostException connecting(String target, SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        String reason;
        if (state.startsWith("28")) {
            reason = "user or password is wrong, or the server's access rules refuse this user";
        } else if (state.equals("3D000")) {
            reason = "there is no such database on the server";
        } else if (state.isEmpty() && SQLITE_CANNOT_WRITE.contains(e.getErrorCode())) {
            reason = "SQLite cannot open or write it; it needs the right to write the file and its directory";
        } else if (hasCause(e, UnknownHostException.class)) {
            reason = "the host name is unknown; correct it or mend name resolution";
        } else if (hasCause(e, ConnectException.class)) {
            reason = "no server answers at that host and port; start it or correct host and port";
        } else if (hasCause(e, SSLException.class)) {
            reason = "TLS could not be agreed on; check synthlab.tls-mode and the certificates";
        } else {
            reason = "the database did not accept the connection (" + state(e) + ")";
        }
        return new ConnectionLostException(
                null, null, "cannot connect to " + target + ": " + reason, SanitizedCause.of(e));
    }

    /**
     * Returns whether a failure means that the connection is gone.
     *
     * @param e what the driver threw
     * @param kind which database
     * @return whether the connection is of no more use
     */
    public static boolean connectionLost(SQLException e, DatabaseKind kind) {
        return failure(e, kind) == Failure.CONNECTION;
    }

    private static Failure failure(SQLException e, DatabaseKind kind) {
        return kind == DatabaseKind.SQLITE ? SqliteErrors.failure(e) : PostgresErrors.failure(e);
    }

    private static ConstraintViolationException violation(
            ConstraintViolationException.Kind kind,
            @Nullable String table,
            @Nullable String key,
            SanitizedCause cause) {
        return new ConstraintViolationException(kind, table, key, cause);
    }

    private static String conflict(DatabaseKind kind) {
        return kind == DatabaseKind.SQLITE
                ? "the write lock of the SQLite file is held by a connection outside of this factory, maybe another process; run the unit"
                        + " again when it has ended, or raise synthlab.sqlite-busy-timeout"
                : "another transaction changed the same rows; run the unit of work again";
    }

    private static String readOnly(DatabaseKind kind) {
        return kind == DatabaseKind.SQLITE
                ? "the file, its directory or this unit of work is read-only; write through a writing unit, and let this"
                        + " program write both"
                : "the database or this unit of work is read-only; write through a writing unit";
    }

    private static String state(SQLException e) {
        return e.getSQLState() == null ? "code " + e.getErrorCode() : "SQLSTATE " + e.getSQLState();
    }

    private static boolean hasCause(Throwable e, Class<? extends Throwable> type) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (type.isInstance(at)) {
                return true;
            }
        }
        return false;
    }
}
