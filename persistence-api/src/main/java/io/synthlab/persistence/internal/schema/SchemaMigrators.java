package io.synthlab.persistence.internal.schema;

import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.spi.SchemaMigrator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Finds the schema migrator of the class path. */
public final class SchemaMigrators {
    private static final String ADD = "add io.synthlab:persistence-migrations";

    private SchemaMigrators() {}

    /**
     * Returns the only one that the application sees.
     *
     * @return the migrator
     * @throws ConfigurationException if there is none, or more than one
     */
    public static SchemaMigrator only() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return only(context == null ? SchemaMigrators.class.getClassLoader() : context);
    }

    /**
     * Returns the only migrator there is.
     *
     * @param loader where to look
     * @return the migrator
     * @throws ConfigurationException if there is none, or more than one
     */
    public static SchemaMigrator only(ClassLoader loader) {
        List<SchemaMigrator> found = all(loader);
        if (found.size() == 1) {
            return found.get(0);
        }
        throw new ConfigurationException(
                found.isEmpty()
                        ? "no SchemaMigrator on the class path; " + ADD
                        : "more than one SchemaMigrator on the class path: "
                                + found.stream()
                                        .map(migrator -> migrator.getClass().getName())
                                        .collect(Collectors.joining(", "))
                                + "; keep one");
    }

    private static List<SchemaMigrator> all(ClassLoader loader) {
        try {
            return ServiceLoader.load(SchemaMigrator.class, loader).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();
        } catch (ServiceConfigurationError e) {
            throw new ConfigurationException("a SchemaMigrator on the class path cannot be loaded; see the cause", e);
        }
    }
}
