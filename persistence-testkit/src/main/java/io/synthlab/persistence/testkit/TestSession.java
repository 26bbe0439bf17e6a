package io.synthlab.persistence.testkit;

import io.synthlab.persistence.RepositoryFactory;
import org.jspecify.annotations.Nullable;

/** What one test has: a database with its clock, and a factory from the moment it is asked for. */
final class TestSession implements AutoCloseable {
    private final TestDatabase database;
    private @Nullable RepositoryFactory repositories;

    TestSession(SynthLabDatabase wanted) {
        database = TestDatabase.of(wanted, new TestClock());
    }

    TestDatabase database() {
        return database;
    }

    synchronized RepositoryFactory repositories() {
        if (repositories == null) {
            repositories = RepositoryFactory.open(database.config().build());
        }
        return repositories;
    }

    /**
     * Closes everything. May be called more than once.
     *
     * @throws IllegalStateException if the test left a unit of work or a connection open; all is closed all the same
     */
    @Override
    @SuppressWarnings("try") // named only to be closed
    public synchronized void close() {
        RepositoryFactory open = repositories;
        repositories = null;
        try (TestDatabase last = database;
                RepositoryFactory first = open) {
            // Asked while the pool is open: closing it would end the transaction and hide the fault.
            if (open != null && !database.isQuiet()) {
                throw new IllegalStateException("a unit of work was left open on another thread, or its connection did"
                        + " not come back to the pool; end every unit before the test ends");
            }
        }
    }
}
