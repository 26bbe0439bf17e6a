package io.synthlab.persistence.internal.factory;

import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.RepositoryName;
import io.synthlab.persistence.Switches;
import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.internal.transaction.Bindings;
import io.synthlab.persistence.spi.DatabaseContext;
import io.synthlab.persistence.spi.ProviderSession;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds which implementation is on for each repository; one immutable state replaces another. */
final class SwitchBoard implements Switches, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SwitchBoard.class);

    private final ProviderRegistry registry;
    private final Map<String, ProviderSession> sessions = new TreeMap<>();
    private volatile State state;

    /** One implementation of one repository. */
    private record Binding(String provider, Object repository) {}

    /** What is on at one moment. */
    private record State(Map<RepositoryName, Binding> bindings) implements Bindings {
        @Override
        public Object repository(RepositoryName name) {
            return Objects.requireNonNull(bindings.get(name)).repository();
        }
    }

    SwitchBoard(ProviderRegistry registry, PersistenceConfig config, DatabaseContext database) {
        this.registry = registry;
        Map<RepositoryName, String> wanted = wanted(registry, config);
        wanted.values().forEach(registry::get); // complain about unknown names before anything is opened
        try {
            registry.names()
                    .forEach(name -> sessions.put(name, registry.get(name).connect(database)));
            Map<RepositoryName, Binding> bindings = new EnumMap<>(RepositoryName.class);
            wanted.forEach((name, provider) -> bindings.put(name, bind(name, provider)));
            state = new State(bindings);
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
        LOG.info("repositories are served by {}", current());
    }

    private static Map<RepositoryName, String> wanted(ProviderRegistry registry, PersistenceConfig config) {
        String fallback = config.defaultProvider().orElseGet(registry::defaultName);
        registry.get(fallback);
        Map<RepositoryName, String> wanted = new EnumMap<>(RepositoryName.class);
        for (RepositoryName name : RepositoryName.values()) {
            wanted.put(name, config.providers().getOrDefault(name, fallback));
        }
        return wanted;
    }

    private Binding bind(RepositoryName name, String provider) {
        registry.get(provider);
        Object repository = Objects.requireNonNull(sessions.get(provider))
                .repository(name.type())
                .orElseThrow(() -> new ConfigurationException("provider \"" + provider + "\" does not implement "
                        + name.type().getSimpleName() + ". Found: " + registry.names() + "; switch " + name
                        + " to another provider"));
        return new Binding(provider, repository);
    }

    /** Returns what is on now. */
    Bindings bindings() {
        return state;
    }

    @Override
    public void use(RepositoryName repository, String provider) {
        Binding binding = bind(repository, provider);
        change(bindings -> {
            bindings.put(repository, binding);
            return bindings;
        });
        LOG.info("{} is served by {} from now on", repository, provider);
    }

    @Override
    public void useForAll(String provider) {
        Map<RepositoryName, Binding> all = new EnumMap<>(RepositoryName.class);
        for (RepositoryName name : RepositoryName.values()) {
            all.put(name, bind(name, provider));
        }
        change(bindings -> all);
        LOG.info("every repository is served by {} from now on", provider);
    }

    private synchronized void change(UnaryOperator<Map<RepositoryName, Binding>> change) {
        state = new State(change.apply(new EnumMap<>(state.bindings())));
    }

    @Override
    public String current(RepositoryName repository) {
        return Objects.requireNonNull(state.bindings().get(repository)).provider();
    }

    @Override
    public Map<RepositoryName, String> current() {
        Map<RepositoryName, String> names = new EnumMap<>(RepositoryName.class);
        state.bindings().forEach((name, binding) -> names.put(name, binding.provider()));
        return Collections.unmodifiableMap(names);
    }

    @Override
    public List<String> providers() {
        return registry.names();
    }

    @Override
    public void close() {
        for (Map.Entry<String, ProviderSession> session : sessions.entrySet()) {
            try {
                session.getValue().close();
            } catch (RuntimeException e) {
                LOG.warn("closing provider {} failed", session.getKey(), e);
            }
        }
    }
}
