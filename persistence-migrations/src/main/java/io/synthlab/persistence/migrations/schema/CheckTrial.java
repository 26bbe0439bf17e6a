package io.synthlab.persistence.migrations.schema;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.migrations.catalog.SchemaCatalog;
import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.catalog.Table.Check;
import io.synthlab.persistence.migrations.schema.Difference.Change;
import io.synthlab.persistence.migrations.schema.Fact.Key;
import io.synthlab.persistence.migrations.schema.Fact.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Finds out which checks of the data dictionary a SQLite file has, by trying values on an empty copy of its tables.
 */
final class CheckTrial {
    private final Connection copy;
    private final List<Difference> differences = new ArrayList<>();

    private CheckTrial(Connection copy) {
        this.copy = copy;
    }

    /**
     * Lists checks that are missing or refuse what they should not.
     *
     * @param copy what to try them on
     * @param found its tables; those that are missing are left out
     */
    static List<Difference> run(EmptyCopy copy, Facts found) throws SQLException {
        CheckTrial trial = new CheckTrial(copy.connection());
        for (Table table : SchemaCatalog.tables()) {
            if (found.hasTable(table.name())) {
                trial.tryTable(table);
            }
        }
        return trial.differences;
    }

    private void tryTable(Table table) throws SQLException {
        SampleRow sample = SampleRow.of(table);
        if (!accepts(sample)) {
            add(Change.SURPLUS, table, "", "", "it refuses a row that is valid in version 15");
            return;
        }
        for (Check check : table.checks()) {
            tryCheck(sample, check);
        }
    }

    private void tryCheck(SampleRow sample, Check check) throws SQLException {
        CheckProbes probes = CheckProbes.of(check);
        for (Object value : probes.accepted()) {
            if (!accepts(sample.with(check.column(), value))) {
                add(Change.DIFFERENT, sample.table(), check.column(), check.predicate(), "stricter");
                return;
            }
        }
        for (Object value : probes.refused()) {
            if (accepts(sample.with(check.column(), value))) {
                add(Change.MISSING, sample.table(), check.column(), check.predicate(), "");
                return;
            }
        }
    }

    private void add(Change change, Table table, String column, String expected, String found) {
        differences.add(new Difference(change, new Key(Kind.CHECK, table.name(), column), expected, found));
    }

    private boolean accepts(SampleRow row) throws SQLException {
        copy.setAutoCommit(false);
        try {
            row.insert(copy, DatabaseKind.SQLITE);
            return true;
        } catch (SQLiteException e) {
            if ((e.getResultCode().code & 0xff) == SQLiteErrorCode.SQLITE_CONSTRAINT.code) {
                return false;
            }
            throw e;
        } finally {
            copy.rollback();
            copy.setAutoCommit(true);
        }
    }
}
