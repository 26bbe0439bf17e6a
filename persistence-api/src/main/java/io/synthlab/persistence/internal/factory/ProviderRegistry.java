package io.synthlab.persistence.internal.factory;

import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.spi.RepositoryProvider;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The implementations on the class path or module path, by name. */
final class ProviderRegistry {
    /** What serves when nothing is configured and more than one implementation is there. */
    static final String LEGACY = "legacy-jdbc";

    private static final String ADD =
            "add io.synthlab:persistence-legacy-jdbc or io.synthlab:persistence-jpa to the class path";

    private final Map<String, RepositoryProvider> providers = new TreeMap<>();

    private ProviderRegistry() {}

    static ProviderRegistry discover() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = context == null ? ProviderRegistry.class.getClassLoader() : context;
        return of(ServiceLoader.load(RepositoryProvider.class, loader));
    }

    static ProviderRegistry of(Iterable<RepositoryProvider> found) {
        ProviderRegistry registry = new ProviderRegistry();
        try {
            found.forEach(registry::add);
        } catch (ServiceConfigurationError e) {
            throw new ConfigurationException("a provider on the class path cannot be loaded; see the cause", e);
        }
        if (registry.providers.isEmpty()) {
            throw new ConfigurationException("no implementation of the repositories was found; " + ADD);
        }
        return registry;
    }

    private void add(RepositoryProvider provider) {
        RepositoryProvider other = providers.putIfAbsent(provider.name(), provider);
        if (other != null) {
            throw new ConfigurationException("provider \"" + provider.name() + "\" is on the class path twice: "
                    + other.getClass().getName() + " and " + provider.getClass().getName() + "; remove one of them");
        }
    }

    List<String> names() {
        return List.copyOf(providers.keySet());
    }

    RepositoryProvider get(String name) {
        RepositoryProvider provider = providers.get(name);
        if (provider == null) {
            throw new ConfigurationException("no provider \"" + name + "\". Found: " + names() + "; " + ADD);
        }
        return provider;
    }

    /** Returns what serves when nothing is configured. */
    String defaultName() {
        return providers.size() == 1 || !providers.containsKey(LEGACY) ? names().get(0) : LEGACY;
    }
}
