package io.synthlab.persistence.migrations.schema;

import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.error.DatabaseException;
import io.synthlab.persistence.error.SchemaMismatchException;
import io.synthlab.persistence.internal.schema.SchemaHistory;
import io.synthlab.persistence.migrations.RollbackOptions;
import io.synthlab.persistence.migrations.RollbackPlan;
import io.synthlab.persistence.migrations.RollbackPlan.Loss;
import io.synthlab.persistence.migrations.SchemaStatus;
import io.synthlab.persistence.migrations.SchemaVersion;
import io.synthlab.persistence.migrations.query.Statements;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Undoes versions, newest first, each with its entry of the history in one transaction. */
public final class Rollback {
    private static final String FORGET = "DELETE FROM " + SchemaHistory.TABLE + " WHERE version = '%s'";
    private static final Logger LOG = LoggerFactory.getLogger(Rollback.class);

    private Rollback() {}

    /**
     * Finds out what a rollback would do, and changes nothing.
     *
     * @param target which database
     * @param options how far
     * @return what it would do
     */
    public static RollbackPlan plan(Target target, RollbackOptions options) {
        try (SchemaConnection connection = SchemaConnection.toPlanRollback(target)) {
            return plan(connection, options);
        }
    }

    /**
     * Rolls back.
     *
     * @param target which database
     * @param options how far, and whether rows may be destroyed
     * @return what was done
     */
    public static RollbackPlan run(Target target, RollbackOptions options) {
        RollbackPlan announced = plan(target, options);
        requireAcceptance(target, announced.losses(), options); // of all versions, before the first is undone
        for (SchemaVersion version : announced.versions()) {
            try (SchemaConnection connection = SchemaConnection.toRollBack(target)) {
                // Others may have written or rolled back while this one waited for the lock.
                List<SchemaVersion> undoable = undoable(connection);
                if (!undoable.isEmpty() && undoable.get(0).version().equals(version.version())) {
                    requireAcceptance(target, UndoScript.of(version, connection).losses(), options);
                    undo(connection, version);
                }
            }
        }
        return announced;
    }

    private static RollbackPlan plan(SchemaConnection connection, RollbackOptions options) {
        List<SchemaVersion> undone = chosen(undoable(connection), options);
        requireAllowed(undone);
        List<Loss> losses = new ArrayList<>();
        List<String> statements = new ArrayList<>();
        for (SchemaVersion version : undone) {
            UndoScript script = UndoScript.of(version, connection);
            losses.addAll(script.losses());
            statements.addAll(script.statements());
        }
        return new RollbackPlan(undone, losses, statements);
    }

    /** Lists the versions that are there, newest first. */
    private static List<SchemaVersion> undoable(SchemaConnection connection) {
        SchemaStatus status = Inspection.of(connection);
        boolean sound = status.state() == SchemaStatus.State.CURRENT
                || status.state() == SchemaStatus.State.PENDING
                || status.state() == SchemaStatus.State.EMPTY;
        if (!sound) {
            throw new SchemaMismatchException(
                    null,
                    null,
                    connection.target().display() + " cannot be rolled back: " + status.message()
                            + status.remedy().map(remedy -> "; " + remedy).orElse(""),
                    null);
        }
        List<SchemaVersion> newestFirst = new ArrayList<>(status.installed());
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    private static List<SchemaVersion> chosen(List<SchemaVersion> undoable, RollbackOptions options) {
        if (options.target().isEmpty()) {
            if (options.steps() > undoable.size()) {
                throw new ConfigurationException("cannot undo " + options.steps() + " versions, "
                        + (undoable.isEmpty() ? "none is there" : "there are " + undoable.size()));
            }
            return undoable.subList(0, options.steps());
        }
        String target = options.target().get();
        List<String> numbers =
                undoable.stream().map(SchemaVersion::version).collect(Collectors.toCollection(ArrayList::new));
        numbers.add(RollbackOptions.NOTHING);
        int stays = numbers.indexOf(target);
        if (stays < 0) {
            throw new ConfigurationException(
                    "cannot roll back to version " + target + ", which is not there; choose one of " + numbers);
        }
        return undoable.subList(0, stays);
    }

    private static void requireAllowed(List<SchemaVersion> undone) {
        undone.stream()
                .filter(version -> version.state() == SchemaVersion.State.BASELINE)
                .findFirst()
                .ifPresent(version -> {
                    throw new SchemaMismatchException(
                            null,
                            null,
                            "version " + version.version() + " was there when the file was taken over, and undoing it"
                                    + " would drop the tables of the original; restore the backup of the take-over instead",
                            null);
                });
    }

    private static void requireAcceptance(Target target, List<Loss> losses, RollbackOptions options) {
        if (!losses.isEmpty() && !options.lossAccepted()) {
            String lost =
                    losses.stream().map(loss -> loss.what() + " " + loss.rows()).collect(Collectors.joining(", "));
            throw new SchemaMismatchException(
                    null,
                    null,
                    target.display() + " was not rolled back: that would destroy rows (" + lost
                            + "); save them, or accept the loss (--yes)",
                    null);
        }
    }

    private static void undo(SchemaConnection connection, SchemaVersion version) {
        DanglingReferences before = DanglingReferences.count(connection);
        execute(connection, version);
        List<SchemaVersion> left = new Versions(connection).installed();
        if (left.isEmpty()) {
            requireNothingLeft(connection, version);
            execute(connection, version, List.of("DROP TABLE " + SchemaHistory.TABLE));
        } else {
            Drift.of(connection, left).requireNone("undoing version " + version.version());
        }
        DanglingReferences.count(connection).requireNoMoreThan(before);
        connection.commit();
        LOG.info("Undid schema version {}, {}", version.version(), version.description());
    }

    private static void execute(SchemaConnection connection, SchemaVersion version) {
        List<String> statements =
                new ArrayList<>(UndoScript.of(version, connection).statements());
        statements.add(FORGET.formatted(version.version()));
        SqliteCompanions.around(
                connection,
                statements,
                connection.target().scripts().tables(version.version(), connection.kind()),
                () -> execute(connection, version, statements));
    }

    private static void execute(SchemaConnection connection, SchemaVersion version, List<String> statements) {
        try {
            Statements.run(connection.jdbc(), statements);
        } catch (SQLException e) {
            throw new DatabaseException(
                    null,
                    null,
                    "version " + version.version() + " could not be undone and nothing was changed: "
                            + FlywayErrors.describe(e, connection.kind()),
                    connection.translate(e).getCause());
        }
    }

    private static void requireNothingLeft(SchemaConnection connection, SchemaVersion version) {
        List<String> left = TableNames.read(connection).ours();
        if (!left.isEmpty()) {
            throw new DatabaseException(
                    null,
                    null,
                    "undoing version " + version.version() + " would leave tables behind (" + String.join(", ", left)
                            + "); nothing was changed",
                    null);
        }
    }
}
