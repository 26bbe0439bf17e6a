package io.synthlab.persistence.benchmarks;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.RepositoryFactory;
import io.synthlab.persistence.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A database filled for one operation, and the three ways to it, each with a pool of its own. */
final class Workbench implements AutoCloseable {
    private final Task task;
    private final TestDatabase database;
    private final DirectJdbc direct;
    private final Map<Contender, RepositoryFactory> factories = new EnumMap<>(Contender.class);

    /**
     * Makes the database.
     *
     * @param kind which; SQLite is a file in the temporary directory with the library's own settings (WAL,
     *     synchronous=NORMAL), PostgreSQL is the test kit's server, which runs without fsync unless it is named by URL
     *     (see {@link io.synthlab.persistence.testkit.postgres.TestServers})
     * @param operation what it is for
     * @throws SQLException if it cannot be filled
     */
    Workbench(DatabaseKind kind, Operation operation) throws SQLException {
        this.task = operation.task();
        this.database = TestDatabase.migrated(kind);
        try (Connection connection = database.connect()) {
            task.seed(new Seed(kind, connection));
        }
        database.execute("ANALYZE");
        this.direct = new DirectJdbc(kind, database.config().build());
        factories.put(Contender.LEGACY_JDBC, open(Contender.LEGACY_JDBC));
        factories.put(Contender.JPA, open(Contender.JPA));
    }

    private RepositoryFactory open(Contender contender) {
        return RepositoryFactory.open(
                database.config().provider(contender.text()).build());
    }

    /**
     * Runs the operation once.
     *
     * @param contender how
     * @param number number of the call
     * @return its result
     * @throws SQLException if plain JDBC fails
     */
    Object call(Contender contender, int number) throws SQLException {
        RepositoryFactory factory = factories.get(contender);
        return factory == null ? task.direct(direct, number) : task.through(factory, number);
    }

    /** Undoes what calls have written. */
    void undo() {
        task.undo(database.kind()).forEach(database::execute);
    }

    /** Returns every row of the tables that the operation writes, in a fixed order. */
    List<List<Map<String, @Nullable Object>>> written() {
        return task.writes().stream()
                .map(table -> database.query("SELECT * FROM " + table + " ORDER BY 1, 2"))
                .toList();
    }

    @Override
    public void close() {
        factories.values().forEach(RepositoryFactory::close);
        direct.close();
        database.close();
    }
}
