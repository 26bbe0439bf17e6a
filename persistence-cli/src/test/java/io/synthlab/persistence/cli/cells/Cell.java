package io.synthlab.persistence.cli.cells;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.RepositoryFactory;
import io.synthlab.persistence.testkit.TestClock;
import java.util.function.Consumer;

/**
 * One implementation on one database.
 *
 * @param provider the implementation
 * @param database the database
 * @param config leads to the database
 */
record Cell(String provider, DatabaseKind database, PersistenceConfig.Builder config) {
    /** Plays a script from the same moment in each cell. */
    Script play(Consumer<Script> calls) {
        TestClock clock = new TestClock();
        try (RepositoryFactory repositories =
                RepositoryFactory.open(config.clock(clock).provider(provider).build())) {
            Script script = new Script(repositories);
            calls.accept(script);
            return script;
        }
    }

    @Override
    public String toString() {
        return provider + " on " + database;
    }
}
