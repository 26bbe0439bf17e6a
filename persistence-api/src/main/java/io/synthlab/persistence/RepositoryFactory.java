package io.synthlab.persistence;

import io.synthlab.persistence.compare.Comparisons;
import io.synthlab.persistence.error.SchemaMismatchException;
import io.synthlab.persistence.error.SynthLabException;
import io.synthlab.persistence.error.TransactionException;
import io.synthlab.persistence.internal.factory.OpenDatabase;
import io.synthlab.persistence.observe.Health;
import io.synthlab.persistence.observe.PersistenceListener;
import io.synthlab.persistence.observe.PoolFigures;
import io.synthlab.persistence.observe.Subscription;
import io.synthlab.persistence.transaction.TransactionOptions;
import io.synthlab.persistence.transaction.TransactionWork;
import io.synthlab.persistence.transaction.Transactions;
import java.sql.Connection;
import java.util.List;

/**
 * Entry point: the repositories of one database, each served by the implementation that is switched on for it.
 *
 * <pre>{@code
 * try (RepositoryFactory repositories = RepositoryFactory.open(PersistenceConfig.fromEnvironment())) {
 *     repositories.experiments().create(Experiment.of("One-tap checkout", "Fewer steps raise success"));
 *     repositories.switches().use(RepositoryName.EXPERIMENTS, "jpa");
 * }
 * }</pre>
 *
 * <p>Outside of a unit of work each call is one by itself. Two factories do not know each other. Safe for use by many
 * threads; open one per database and keep it.
 *
 * @since 0.1
 */
public final class RepositoryFactory implements Repositories, Transactions, AutoCloseable {
    private final OpenDatabase database;

    private RepositoryFactory(OpenDatabase database) {
        this.database = database;
    }

    /**
     * Opens a database: finds the implementations, migrates or checks the schema if {@code synthlab.schema} says so,
     * connects, checks the schema version, and makes sure that the default group exists.
     *
     * @param config configuration
     * @return the factory, which the caller closes
     * @throws SchemaMismatchException if the schema is not at the expected version, or rows are being moved into the
     *     database and the move is not finished; names the command that mends it
     * @throws SynthLabException if a setting is wrong, the database cannot be reached or a provider is missing
     */
    public static RepositoryFactory open(PersistenceConfig config) {
        return new RepositoryFactory(OpenDatabase.open(config));
    }

    @Override
    public <R> R repository(Class<R> type) {
        return database.repositories().repository(type);
    }

    @Override
    public <T, X extends Exception> T inTransaction(TransactionOptions options, TransactionWork<T, X> work) throws X {
        return database.transactions().inTransaction(options, work);
    }

    @Override
    public Transactions join(Connection connection) {
        return database.transactions().join(connection);
    }

    @Override
    public boolean isActive() {
        return database.transactions().isActive();
    }

    /** Returns which implementation serves each repository, to look at and to change. */
    public Switches switches() {
        return database.switches();
    }

    /** Returns what comparing implementations has found so far; empty while no switch asks for it. */
    public Comparisons comparisons() {
        return database.comparisons();
    }

    /**
     * Adds a listener that hears of everything from now on. {@link PersistenceConfig.Builder#listener} adds one that
     * hears of the opening, too.
     *
     * @param listener the listener
     * @return ends it
     */
    public Subscription addListener(PersistenceListener listener) {
        return database.listeners().add(listener);
    }

    /**
     * Returns how this factory and its database stand now. Asks the database on a connection of its own, so that the
     * answer comes although the pool may be used up; on PostgreSQL it comes within about ten seconds even if the server
     * is silent.
     *
     * @return the state; a database that cannot be reached is a state, no error
     */
    public Health health() {
        return database.health();
    }

    /** Returns how the connection pools stand now; empty if the host brings its own data source, or after closing. */
    public List<PoolFigures> pools() {
        return database.pools();
    }

    /** Returns which kind of database this is. */
    public DatabaseKind databaseKind() {
        return database.kind();
    }

    /**
     * Closes pools and implementations; calls after that are refused. Closing twice does nothing.
     *
     * @throws TransactionException if the calling thread is inside of a unit of work; nothing is closed then
     */
    @Override
    public void close() {
        database.close();
    }
}
