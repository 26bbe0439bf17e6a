package io.synthlab.persistence.spi;

import io.synthlab.persistence.PersistenceConfig;
import java.util.List;

/**
 * Brings a database to the schema version this library works with. Found by {@link java.util.ServiceLoader}, so that
 * tests and hosts reach it without naming the module that implements it.
 */
public interface SchemaMigrator {
    /**
     * Applies every version that is missing. Does nothing on a database that is up to date.
     *
     * @param config which database; a SQLite file that does not exist is created
     * @return how many versions were applied
     * @throws io.synthlab.persistence.error.DatabaseException if the database cannot be reached or a version fails;
     *     a failed version leaves nothing behind
     */
    int migrate(PersistenceConfig config);

    /**
     * Compares a database with what its schema version should be, and changes nothing.
     *
     * @param config which database
     * @return how it differs, one sentence each; empty if it is as it should be
     * @throws io.synthlab.persistence.error.DatabaseException if the database cannot be reached
     */
    List<String> check(PersistenceConfig config);
}
