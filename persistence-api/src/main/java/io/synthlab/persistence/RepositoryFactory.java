package io.synthlab.persistence;

import io.synthlab.persistence.error.SchemaMismatchException;
import io.synthlab.persistence.error.SynthLabException;
import io.synthlab.persistence.error.TransactionException;
import io.synthlab.persistence.internal.factory.OpenDatabase;
import io.synthlab.persistence.transaction.TransactionOptions;
import io.synthlab.persistence.transaction.TransactionWork;
import io.synthlab.persistence.transaction.Transactions;

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
     * Opens a database: connects, checks the schema version, finds the implementations, and makes sure that the default
     * group exists.
     *
     * @param config configuration
     * @return the factory, which the caller closes
     * @throws SchemaMismatchException if the schema is not at the expected version; names the command that mends it
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
    public boolean isActive() {
        return database.transactions().isActive();
    }

    /** Returns which implementation serves each repository, to look at and to change. */
    public Switches switches() {
        return database.switches();
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
