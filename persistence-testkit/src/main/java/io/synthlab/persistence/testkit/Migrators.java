package io.synthlab.persistence.testkit;

import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.spi.SchemaMigrator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Finds the schema migrator of the class path. */
final class Migrators {
    private Migrators() {}

    /**
     * Returns the only migrator there is.
     *
     * @param loader where to look
     * @throws ConfigurationException if there is none, or more than one
     */
    static SchemaMigrator only(ClassLoader loader) {
        List<SchemaMigrator> found = ServiceLoader.load(SchemaMigrator.class, loader).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        throw new ConfigurationException(
                found.isEmpty()
                        ? "no SchemaMigrator on the class path; add io.synthlab:persistence-migrations to the test scope"
                        : "more than one SchemaMigrator on the class path: "
                                + found.stream()
                                        .map(migrator -> migrator.getClass().getName())
                                        .collect(Collectors.joining(", "))
                                + "; keep one");
    }
}
