package io.synthlab.persistence.migrations.schema;

import io.synthlab.persistence.error.SchemaMismatchException;
import io.synthlab.persistence.migrations.catalog.SchemaCatalog;
import io.synthlab.persistence.migrations.query.Statements;
import io.synthlab.persistence.migrations.schema.RepairedTable.NotRepairable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/**
 * A SQLite file of the original, recognised by its columns, and what brings it to version 15: found out on an empty
 * copy of its definitions, so that a file that is refused was only read.
 *
 * @param recognised what it is, for people
 * @param lifting what is added
 * @param repaired differences that are repaired, one sentence each
 * @param repair how
 * @param tolerated differences to version 15 that stay as they are, one sentence each
 */
record LegacyFile(
        String recognised, Lifting lifting, List<String> repaired, List<String> repair, List<String> tolerated) {

    /**
     * Looks at a file.
     *
     * @param connection connection to it
     * @param mayRepair whether its tables may be repaired
     * @return what it is
     * @throws SchemaMismatchException if it cannot become version 15; says what was seen
     */
    static LegacyFile recognise(SchemaConnection connection, boolean mayRepair) {
        try {
            Facts found = SqliteFacts.read(connection.jdbc()).withoutChecks();
            Refusal refusal = new Refusal(connection.target());
            requireVersion7(found, refusal);
            Lifting lifting = Lifting.of(found);
            try (EmptyCopy copy = EmptyCopy.of(connection.jdbc())) {
                copy.execute(lifting.statements());
                Repair repair = mayRepair ? repair(copy, connection.jdbc(), found, refusal) : Repair.none(copy);
                Comparison comparison = Comparison.of(copy);
                requireAllowed(comparison, mayRepair, refusal);
                return new LegacyFile(
                        LegacySigns.describe(found),
                        lifting,
                        repair.repaired(),
                        repair.statements(),
                        tolerated(found, comparison));
            }
        } catch (SQLException e) {
            throw connection.translate(e);
        }
    }

    /**
     * Adds what is missing and repairs, in the transaction of the connection.
     *
     * @return the file as it is now: proof that it can be taken over, and what of others is in it
     */
    LegacyFile apply(SchemaConnection connection) {
        execute(connection, lifting.statements());
        SqliteCompanions.around(connection, repair, SchemaCatalog.firstVersion(), () -> execute(connection, repair));
        return recognise(connection, false);
    }

    private static void requireVersion7(Facts found, Refusal refusal) {
        if (SchemaCatalog.tables().stream().noneMatch(table -> found.hasTable(table.name()))) {
            throw refusal.because("it holds no table of the original", "name another file");
        }
        List<String> seen = LegacySigns.upToVersion6(found);
        if (!seen.isEmpty()) {
            boolean half = found.hasTable("analysis_runs");
            throw refusal.because(
                    (half ? "it is half-lifted, from version 6 or older" : "it is of version 6 or older") + ", seen: "
                            + String.join(", ", seen),
                    "the original cannot lift such a file and neither can this command; start with a new database");
        }
        List<String> missing = LegacySigns.missingSinceVersion7(found);
        if (!missing.isEmpty()) {
            throw refusal.because(
                    "it is not a file of the original, missing: " + String.join(", ", missing), "name another file");
        }
    }

    private static Repair repair(EmptyCopy copy, Connection file, Facts found, Refusal refusal) throws SQLException {
        try {
            Repair repair = Repair.of(copy);
            List<String> broken = BrokenRules.find(file, found, repair.rebuiltTables());
            if (!broken.isEmpty()) {
                throw refusal.because(
                        "rows break rules that its tables would get by --repair: " + Refusal.list(broken),
                        "correct these rows, or leave --repair out if the file is accepted without");
            }
            return repair;
        } catch (NotRepairable e) {
            throw refusal.because(
                    "it cannot be repaired: " + e.getMessage(), "mend this on a copy of the file and run it again");
        }
    }

    private static void requireAllowed(Comparison comparison, boolean mayRepair, Refusal refusal) {
        List<String> refused =
                comparison.refused().stream().map(Difference::describe).toList();
        if (!refused.isEmpty()) {
            throw refusal.because(
                    "it resembles version 15 but differs in what this library relies on: " + Refusal.list(refused),
                    mayRepair
                            ? "mend these on a copy of the file and run the command again"
                            : "repair these with --repair, or mend them on a copy, and run the command again");
        }
    }

    /** Tables of others are not on the copy. */
    private static List<String> tolerated(Facts found, Comparison comparison) {
        List<String> tables = found.differencesTo(comparison.tolerance().expected()).stream()
                .filter(difference -> difference.key().kind() == Fact.Kind.TABLE)
                .filter(difference -> difference.change() == Difference.Change.SURPLUS)
                .map(Difference::describe)
                .toList();
        return Stream.concat(tables.stream(), comparison.tolerated().stream()).toList();
    }

    private static void execute(SchemaConnection connection, List<String> statements) {
        try {
            Statements.run(connection.jdbc(), statements);
        } catch (SQLException e) {
            throw connection.translate(e);
        }
    }
}
