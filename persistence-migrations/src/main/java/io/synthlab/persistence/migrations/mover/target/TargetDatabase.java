package io.synthlab.persistence.migrations.mover.target;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.error.CommitOutcomeUnknownException;
import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.error.DatabaseException;
import io.synthlab.persistence.internal.connect.DriverConnections;
import io.synthlab.persistence.internal.error.ErrorTranslator;
import io.synthlab.persistence.migrations.catalog.SchemaCatalog;
import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.mover.report.CopiedTable;
import io.synthlab.persistence.migrations.mover.report.MoveRefusedException;
import io.synthlab.persistence.migrations.mover.report.Problem;
import io.synthlab.persistence.migrations.mover.report.ProgressMeter;
import io.synthlab.persistence.migrations.mover.report.Rule;
import io.synthlab.persistence.migrations.mover.source.SourceDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The PostgreSQL database that rows move to: one connection, one transaction from open to {@link #commit()}.
 *
 * <p>Closing without a commit undoes everything. Used by one thread.
 */
public final class TargetDatabase implements AutoCloseable {
    /** Key of the lock that keeps two movers apart: "synthmov" in ASCII. */
    private static final long LOCK = 0x73796e74686d6f76L;
    /** Row every initialisation makes (data dictionary, section 8), as long as nobody has changed it. */
    private static final String UNTOUCHED_DEFAULT_GROUP = "id = 'grp_00000001' AND name = 'Default'"
            + " AND description = 'Grupo padrão para synths sem grupo específico'";

    private static final String LOCK_TIMEOUT = "10s";

    private final Connection connection;
    private boolean committed;

    private TargetDatabase(Connection connection) {
        this.connection = connection;
    }

    /**
     * Begins a transaction that reads one unchanging state.
     *
     * @param config which database
     * @return the database, which the caller closes
     * @throws DatabaseException if it cannot be reached
     * @throws ConfigurationException if it is no PostgreSQL
     */
    public static TargetDatabase read(PersistenceConfig config) {
        return begin(config, "ISOLATION LEVEL REPEATABLE READ, READ ONLY");
    }

    /**
     * Begins a transaction that takes rows.
     *
     * @param config which database, at the expected version
     * @return the database, which the caller closes
     * @throws DatabaseException if it cannot be reached
     * @throws ConfigurationException if it is no PostgreSQL
     */
    public static TargetDatabase write(PersistenceConfig config) {
        return begin(config, "ISOLATION LEVEL READ COMMITTED, READ WRITE");
    }

    private static TargetDatabase begin(PersistenceConfig config, String mode) {
        Connection connection = DriverConnections.open(config, false);
        TargetDatabase target = new TargetDatabase(connection);
        try {
            String product = connection.getMetaData().getDatabaseProductName();
            if (!product.equals(DatabaseKind.POSTGRESQL.displayName())) {
                throw new ConfigurationException("the target must be PostgreSQL but is " + product);
            }
            connection.setAutoCommit(false);
            // A move takes as long as it takes, whatever the database sets for its users.
            target.execute(
                    "SET TRANSACTION " + mode,
                    "SET LOCAL statement_timeout = 0",
                    "SET LOCAL idle_in_transaction_session_timeout = 0");
            return target;
        } catch (SQLException e) {
            throw closing(target, target.failed(e));
        } catch (RuntimeException e) {
            throw closing(target, e);
        }
    }

    /**
     * Keeps other movers and writers out, and makes sure that there is nothing but maybe an untouched default group,
     * which goes. Readers go on.
     *
     * @throws MoveRefusedException if another mover is at work or there are rows
     * @throws io.synthlab.persistence.error.DatabaseTimeoutException if a writer does not finish soon
     */
    public void claim() {
        if (!holds("SELECT pg_try_advisory_xact_lock(" + LOCK + ")")) {
            throw new MoveRefusedException(
                    Problem.ofDatabase(Rule.TARGET, "another move to this target is running"),
                    "wait until it has ended");
        }
        List<String> names = SchemaCatalog.tables().stream().map(Table::name).toList();
        execute(
                "SET LOCAL lock_timeout = '" + LOCK_TIMEOUT + "'",
                "LOCK TABLE " + TargetCursor.quoted(names) + " IN SHARE ROW EXCLUSIVE MODE",
                "DELETE FROM synth_groups WHERE " + UNTOUCHED_DEFAULT_GROUP
                        + " AND NOT EXISTS (SELECT 1 FROM synths WHERE synth_group_id = synth_groups.id)");
        requireEmpty();
    }

    private void requireEmpty() {
        List<Problem> problems = SchemaCatalog.tables().stream()
                .filter(table -> holds("SELECT EXISTS (SELECT 1 FROM " + TargetCursor.quoted(table.name()) + ")"))
                .map(table -> Problem.ofTable(table.name(), null, Rule.TARGET, "the target has rows in this table"))
                .toList();
        if (!problems.isEmpty()) {
            throw new MoveRefusedException(
                    problems, 0, "name an empty database, or remove these rows if nobody needs them", null);
        }
    }

    /**
     * Writes all rows of a table; they count with the {@linkplain #commit() commit}.
     *
     * @param source where they come from, screened
     * @param table which table
     * @param meter counts them
     * @return how many there were
     * @throws MoveRefusedException if the server refuses a row
     * @throws DatabaseException if the server fails
     */
    public CopiedTable load(SourceDatabase source, Table table, ProgressMeter meter) {
        TableLoader loader = new TableLoader(table, meter);
        try {
            loader.load(source, connection);
        } catch (SQLException e) {
            throw CopyRefusal.of(e, table, source);
        }
        return new CopiedTable(table.name(), meter.rows(), meter.bytes(), loader.filledKeys());
    }

    /**
     * Reads all rows of a table.
     *
     * @param table which table
     * @param order columns whose bytes order them
     * @return a cursor before the first row, which the caller closes
     * @throws DatabaseException if the server fails
     */
    public TargetCursor rows(Table table, List<String> order) {
        return TargetCursor.open(connection, table, order);
    }

    /**
     * Makes everything visible at once.
     *
     * @throws CommitOutcomeUnknownException if the connection is lost meanwhile
     * @throws DatabaseException if the server refuses; then nothing was kept
     */
    public void commit() {
        try {
            connection.commit();
            committed = true;
        } catch (SQLException e) {
            DatabaseException failure = failed(e);
            throw ErrorTranslator.connectionLost(e, DatabaseKind.POSTGRESQL)
                    ? new CommitOutcomeUnknownException(
                            null,
                            null,
                            "the connection was lost while the move was committed; see whether the tables have rows",
                            failure.getCause())
                    : failure;
        }
    }

    /** Undoes what was not committed and returns the connection. */
    @Override
    public void close() {
        try (connection) {
            if (!committed && !connection.isClosed() && !connection.getAutoCommit()) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private boolean holds(String question) {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(question)) {
            return result.next() && result.getBoolean(1);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private void execute(String... commands) {
        try (Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private DatabaseException failed(SQLException e) {
        return ErrorTranslator.translate(e, DatabaseKind.POSTGRESQL, null, null);
    }

    private static RuntimeException closing(TargetDatabase target, RuntimeException failure) {
        try {
            target.close();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }
}
