package io.synthlab.persistence.migrations.schema;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.migrations.catalog.SchemaCatalog;
import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.catalog.Table.Check;
import io.synthlab.persistence.migrations.schema.Difference.Change;
import io.synthlab.persistence.migrations.schema.Fact.Key;
import io.synthlab.persistence.migrations.schema.Fact.Kind;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Finds out which checks of the data dictionary a SQLite file has, by trying values on an empty copy of its tables in
 * memory. The file itself is only read.
 */
final class CheckTrial {
    private static final String DEFINITIONS = "SELECT name, sql FROM sqlite_master WHERE type = 'table'";

    private final Connection copy;
    private final List<Difference> differences = new ArrayList<>();

    private CheckTrial(Connection copy) {
        this.copy = copy;
    }

    /** Lists checks that are missing or refuse what they should not. */
    static List<Difference> run(Connection file) throws SQLException {
        Map<String, String> definitions = new TreeMap<>();
        Rows.list(file, DEFINITIONS, row -> definitions.put(row.getString(1), row.getString(2)));
        try (Connection memory = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            CheckTrial trial = new CheckTrial(memory);
            for (Table table : SchemaCatalog.tables()) {
                String definition = definitions.get(table.name());
                if (definition != null) {
                    trial.create(definition);
                    trial.tryTable(table);
                }
            }
            return trial.differences;
        }
    }

    private void create(String definition) throws SQLException {
        try (var statement = copy.createStatement()) {
            statement.execute(definition);
        }
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
