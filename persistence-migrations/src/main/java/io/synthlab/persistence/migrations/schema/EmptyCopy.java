package io.synthlab.persistence.migrations.schema;

import io.synthlab.persistence.migrations.catalog.SchemaCatalog;
import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.query.Rows;
import io.synthlab.persistence.migrations.query.Statements;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The definitions of a SQLite file without its rows, in memory: what is to happen to the file is tried here first. */
final class EmptyCopy implements AutoCloseable {
    private static final String DEFINITIONS = "SELECT tbl_name, sql FROM sqlite_master"
            + " WHERE type IN ('table', 'index') AND sql IS NOT NULL ORDER BY type DESC, name";

    private final Connection memory;

    private EmptyCopy(Connection memory) {
        this.memory = memory;
    }

    /** Copies the definitions of our tables and their indexes. */
    static EmptyCopy of(Connection file) throws SQLException {
        Set<String> ours = SchemaCatalog.tables().stream().map(Table::name).collect(Collectors.toSet());
        List<Definition> definitions =
                Rows.list(file, DEFINITIONS, row -> new Definition(row.getString(1), row.getString(2)));
        EmptyCopy copy = new EmptyCopy(DriverManager.getConnection("jdbc:sqlite::memory:"));
        try {
            copy.execute(definitions.stream()
                    .filter(definition -> ours.contains(definition.table()))
                    .map(Definition::sql)
                    .toList());
            return copy;
        } catch (SQLException e) {
            copy.close();
            throw e;
        }
    }

    private record Definition(String table, String sql) {}

    Connection connection() {
        return memory;
    }

    void execute(Collection<String> statements) throws SQLException {
        Statements.run(memory, statements);
    }

    @Override
    public void close() throws SQLException {
        memory.close();
    }
}
