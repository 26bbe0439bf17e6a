package io.synthlab.persistence.migrations.schema;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.migrations.catalog.SchemaCatalog;
import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.catalog.Table.Index;
import io.synthlab.persistence.migrations.catalog.TableSql;
import io.synthlab.persistence.migrations.schema.Difference.Change;
import io.synthlab.persistence.migrations.schema.Fact.Kind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Gives the tables of a file the definitions of version 15. Rows stay, and so do tables, columns and indexes of others; a
 * unique key of others that would refuse rows of this library goes.
 */
final class Repair {
    private static final TableSql SQL = new TableSql(DatabaseKind.SQLITE);

    private final EmptyCopy copy;
    private final List<String> repaired = new ArrayList<>();
    private final List<String> statements = new ArrayList<>();
    private final Set<String> rebuilt = new LinkedHashSet<>();

    private Repair(EmptyCopy copy) {
        this.copy = copy;
    }

    /**
     * Repairs an empty copy and notes how.
     *
     * @param copy what to repair; it is as version 15 afterwards where it can be
     * @return what has to be done to the file
     */
    static Repair of(EmptyCopy copy) throws SQLException {
        Repair repair = new Repair(copy);
        // Twice: checks can be tried only on tables that are whole.
        repair.mend(Comparison.of(copy));
        repair.mend(Comparison.of(copy));
        return repair;
    }

    /** Repairs nothing. */
    static Repair none(EmptyCopy copy) {
        return new Repair(copy);
    }

    /** Says what is repaired, one difference each. */
    List<String> repaired() {
        return repaired;
    }

    /** Lists what has to be done, in order. */
    List<String> statements() {
        return statements;
    }

    /** Lists tables that are built anew, whose rows have to satisfy all rules. */
    Set<String> rebuiltTables() {
        return rebuilt;
    }

    private void mend(Comparison found) throws SQLException {
        List<Difference> wrong = found.differences().stream()
                .filter(difference -> matters(difference, found.tolerance()))
                .toList();
        wrong.forEach(difference -> repaired.add(difference.describe()));
        Set<String> tables = wrong.stream()
                .filter(difference -> difference.key().kind() != Kind.INDEX)
                .map(difference -> difference.key().table())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (String table : tables) {
            rebuild(SchemaCatalog.table(table), found);
        }
        for (Difference difference : wrong) {
            if (!tables.contains(difference.key().table())) {
                mendIndex(difference);
            }
        }
    }

    /** Returns whether something is not as in version 15, other than by more columns and indexes than needed. */
    private static boolean matters(Difference difference, Tolerance tolerance) {
        if (!tolerance.allows(difference)) {
            return true;
        }
        return switch (difference.key().kind()) {
            case DEFAULT, CHECK -> tolerance.isWorthTelling(difference);
            case INDEX -> difference.change() != Change.SURPLUS;
            default -> false;
        };
    }

    private void mendIndex(Difference difference) throws SQLException {
        String name = difference.key().name();
        if (difference.change() == Change.DIFFERENT) {
            run(SqliteCompanions.dropIndex(name));
        }
        Table table = SchemaCatalog.table(difference.key().table());
        run(SQL.createIndex(
                table,
                table.indexes().stream()
                        .filter(index -> index.name().equals(name))
                        .findFirst()
                        .orElseThrow()));
    }

    private void rebuild(Table table, Comparison found) throws SQLException {
        RepairedTable repairedTable = RepairedTable.of(copy.connection(), table, found);
        for (String index : repairedTable.uniqueIndexes()) {
            run(SqliteCompanions.dropIndex(index));
        }
        for (String sql : repairedTable.statements()) {
            run(sql);
        }
        for (Index index : table.indexes()) {
            if (index.presence() != Table.Presence.LIFTED) {
                run(SQL.createIndex(table, index));
            }
        }
        rebuilt.add(table.name());
    }

    private void run(String sql) throws SQLException {
        copy.execute(List.of(sql));
        statements.add(sql);
    }
}
