package io.synthlab.persistence.cli.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.RepositoryFactory;
import io.synthlab.persistence.cli.HostConnections;
import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.experiment.Experiment;
import io.synthlab.persistence.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The README's samples about transactions of the host, run; and sources of connections that lead astray. */
class HostTransactionIT {
    private static final Experiment EXPERIMENT = Experiment.of("One-tap checkout", "Fewer steps raise success");

    /** Binds one connection to the thread, as frameworks do between the begin and the end of their transaction. */
    static final class DataSourceUtils {
        private static final ThreadLocal<Connection> BOUND = new ThreadLocal<>();

        private DataSourceUtils() {}

        static Connection getConnection(DataSource dataSource) {
            return BOUND.get();
        }

        static void releaseConnection(Connection connection, DataSource dataSource) {
            // Bound: closed by whoever ends the transaction.
        }

        static void inTransaction(DataSource dataSource, Runnable work) throws SQLException {
            try (Connection connection = dataSource.getConnection()) {
                connection.setAutoCommit(false);
                BOUND.set(connection);
                work.run();
                connection.commit();
            } finally {
                BOUND.remove();
            }
        }
    }

    private static void insertOrder(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO orders (id) VALUES (1)");
        }
    }

    private static void plain(DataSource dataSource, RepositoryFactory repositories, Experiment experiment)
            throws SQLException {
        // sample plain
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            insertOrder(connection); // the host's own statements
            repositories.join(connection).useTransaction(tx -> tx.experiments().create(experiment));
            connection.commit(); // keeps both; without it, nothing
        }
        // end of sample plain
    }

    private static void bound(DataSource dataSource, RepositoryFactory repositories, Experiment experiment) {
        // sample bound
        Connection connection = DataSourceUtils.getConnection(dataSource); // the one that @Transactional has begun
        try {
            repositories.join(connection).useTransaction(tx -> tx.experiments().create(experiment));
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
        // end of sample bound
    }

    /** New connections, of one database after the other. */
    private static DataSource source(TestDatabase... databases) {
        AtomicInteger turn = new AtomicInteger();
        return HostConnections.from(() -> databases[turn.getAndIncrement() % databases.length].connect());
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void the_samples_run(DatabaseKind kind) throws Exception {
        try (TestDatabase database = TestDatabase.migrated(kind)) {
            database.execute("CREATE TABLE orders (id integer)");
            try (RepositoryFactory repositories =
                    RepositoryFactory.open(database.config().build())) {
                plain(source(database), repositories, EXPERIMENT);
                Experiment second = Experiment.of("Second", "It is kept, too");
                DataSource dataSource = source(database);
                DataSourceUtils.inTransaction(dataSource, () -> bound(dataSource, repositories, second));
                assertTrue(repositories.experiments().findById(EXPERIMENT.id()).isPresent());
                assertTrue(repositories.experiments().findById(second.id()).isPresent());
            }
            assertEquals(1, database.queryLong("SELECT count(*) FROM orders"));
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void a_source_that_leads_to_two_databases_is_refused_at_open(DatabaseKind kind) {
        try (TestDatabase one = TestDatabase.migrated(kind);
                TestDatabase other = TestDatabase.migrated(kind)) {
            PersistenceConfig split =
                    PersistenceConfig.builder().dataSource(source(one, other)).build();
            ConfigurationException e = assertThrows(ConfigurationException.class, () -> RepositoryFactory.open(split));
            assertTrue(e.getMessage().startsWith("the data source leads to two databases"), e::getMessage);
            PersistenceConfig same =
                    PersistenceConfig.builder().dataSource(source(one)).build();
            try (RepositoryFactory repositories = RepositoryFactory.open(same)) {
                assertFalse(repositories.isActive());
            }
        }
    }

    @Test
    void the_samples_are_those_of_the_readme() throws Exception {
        for (String name : List.of("plain", "bound")) {
            ReadmeIT.requireSample(HostTransactionIT.class, name);
        }
    }
}
