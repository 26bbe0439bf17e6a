package io.synthlab.persistence.migrations.schema;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.error.SchemaMismatchException;
import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.catalog.Table.Index;
import io.synthlab.persistence.migrations.catalog.TableRebuild;
import io.synthlab.persistence.migrations.query.Names;
import io.synthlab.persistence.migrations.query.Rows;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Triggers, views and indexes of others on a SQLite file. A table that is built anew loses its triggers and indexes, and
 * cannot take its name while a view looks at it: they are put aside before a step and brought back after it.
 */
final class SqliteCompanions {
    private static final String OBJECTS =
            "SELECT type, name, sql FROM sqlite_master WHERE type IN ('trigger', 'view', 'index') AND sql IS NOT NULL";

    private final SchemaConnection connection;
    private final List<Companion> companions;
    private final List<Companion> working = new ArrayList<>();

    /** Something of others; a view that looks at what is gone stays as broken as it was. */
    private record Companion(String type, String name, String sql) {
        boolean isIndex() {
            return type.equals("index");
        }
    }

    private SqliteCompanions(SchemaConnection connection, List<Companion> companions) {
        this.connection = connection;
        this.companions = companions;
    }

    /** Does a step; what it would take from others is there again afterwards. */
    static void around(SchemaConnection connection, List<String> statements, Collection<Table> before, Runnable step) {
        boolean rebuilds =
                connection.kind() == DatabaseKind.SQLITE && statements.stream().anyMatch(TableRebuild::isLastStatement);
        if (!rebuilds) {
            step.run();
            return;
        }
        SqliteCompanions others = read(connection, before, statements);
        others.putAside();
        step.run();
        others.bringBack();
    }

    private static SqliteCompanions read(
            SchemaConnection connection, Collection<Table> before, List<String> statements) {
        Set<String> ours = before.stream()
                .flatMap(table -> table.indexes().stream())
                .map(Index::name)
                .collect(Collectors.toSet());
        return new SqliteCompanions(
                connection,
                list(connection).stream()
                        .filter(each -> !each.isIndex() || !ours.contains(each.name()))
                        .filter(each -> !statements.contains(drop(each)))
                        .toList());
    }

    private static List<Companion> list(SchemaConnection connection) {
        try {
            return Rows.list(
                    connection.jdbc(),
                    OBJECTS,
                    row -> new Companion(row.getString(1), row.getString(2), row.getString(3)));
        } catch (SQLException e) {
            throw connection.translate(e);
        }
    }

    private void putAside() {
        working.addAll(companions.stream()
                .filter(each -> each.type().equals("view") && works(each))
                .toList());
        companions.stream().filter(each -> !each.isIndex()).forEach(each -> execute(each, drop(each)));
    }

    private void bringBack() {
        Set<String> there = list(connection).stream().map(Companion::name).collect(Collectors.toSet());
        companions.stream().filter(each -> !there.contains(each.name())).forEach(each -> execute(each, each.sql()));
        working.forEach(view -> execute(view, look(view)));
    }

    static String dropIndex(String name) {
        return "DROP INDEX " + Names.quoted(name);
    }

    private static String drop(Companion each) {
        return each.isIndex() ? dropIndex(each.name()) : "DROP " + each.type() + " " + Names.quoted(each.name());
    }

    private static String look(Companion view) {
        return "SELECT * FROM " + Names.quoted(view.name()) + " LIMIT 0";
    }

    private boolean works(Companion view) {
        try (Statement statement = connection.jdbc().createStatement()) {
            statement.execute(look(view));
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private void execute(Companion companion, String sql) {
        try (Statement statement = connection.jdbc().createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new SchemaMismatchException(
                    null,
                    null,
                    companion.type() + " " + companion.name() + " of others does not go with the new tables and nothing"
                            + " was changed: " + FlywayErrors.describe(e, connection.kind())
                            + "; drop it, run this again and make it anew",
                    null);
        }
    }
}
