package io.synthlab.persistence.cli.faults;

import io.synthlab.persistence.spi.RepositoryProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.function.Supplier;

/** Registers a provider of the tests beside those on the class path, for a while and on one thread. */
public final class AddedProvider {
    private AddedProvider() {}

    /**
     * Runs something that looks for providers.
     *
     * @param provider what is found beside the others
     * @param directory where to write its registration
     * @param action what to run
     */
    public static <T> T with(Class<? extends RepositoryProvider> provider, Path directory, Supplier<T> action) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(registering(provider, directory, before));
        try {
            return action.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static ClassLoader registering(
            Class<? extends RepositoryProvider> provider, Path directory, ClassLoader parent) {
        String name = "META-INF/services/" + RepositoryProvider.class.getName();
        URL registration = registration(provider, directory);
        return new ClassLoader(parent) {
            @Override
            protected Enumeration<URL> findResources(String resource) {
                return Collections.enumeration(resource.equals(name) ? List.of(registration) : List.of());
            }
        };
    }

    private static URL registration(Class<?> provider, Path directory) {
        try {
            return Files.writeString(directory.resolve("provider"), provider.getName())
                    .toUri()
                    .toURL();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
