package io.synthlab.persistence.internal.factory;

import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.RepositoryName;
import io.synthlab.persistence.Switches;
import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.internal.factory.SwitchFile.Content;
import io.synthlab.persistence.internal.observe.Listeners;
import io.synthlab.persistence.internal.transaction.Binding;
import io.synthlab.persistence.internal.transaction.Bindings;
import io.synthlab.persistence.observe.Subscription;
import io.synthlab.persistence.observe.SwitchChange;
import io.synthlab.persistence.observe.SwitchChange.Cause;
import io.synthlab.persistence.observe.SwitchListener;
import io.synthlab.persistence.spi.DatabaseContext;
import io.synthlab.persistence.spi.ProviderSession;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds what is on for each repository; one immutable state replaces another. */
final class SwitchBoard implements Switches, SwitchFollower.Board, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SwitchBoard.class);

    private final ProviderRegistry registry;
    private final Listeners listeners;
    private final Map<RepositoryName, String> configured;
    private final Map<String, ProviderSession> sessions = new TreeMap<>();
    private final @Nullable SwitchFollower follower;
    private volatile State state;

    /** What is on at one moment. */
    private record State(Map<RepositoryName, Binding> bindings) implements Bindings {
        @Override
        public Binding of(RepositoryName name) {
            return Objects.requireNonNull(bindings.get(name));
        }
    }

    SwitchBoard(ProviderRegistry registry, PersistenceConfig config, DatabaseContext database, Listeners listeners) {
        this.registry = registry;
        this.listeners = listeners;
        this.configured = configured(registry, config);
        follower = config.switchesFile()
                .map(path -> new SwitchFollower(new SwitchFile(path), this))
                .orElse(null);
        // Complains about unknown names before anything is opened.
        Map<RepositoryName, String> wanted = follower == null ? configured : wanted(follower.first());
        try {
            registry.names()
                    .forEach(name -> sessions.put(name, registry.get(name).connect(database)));
            state = new State(bind(wanted));
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
        if (follower != null) {
            follower.start(config.switchesPoll());
        }
        LOG.info("repositories are served by {}", current());
    }

    private static Map<RepositoryName, String> configured(ProviderRegistry registry, PersistenceConfig config) {
        String fallback = config.defaultProvider().orElseGet(registry::defaultName);
        requireKnown(registry, fallback);
        Map<RepositoryName, String> wanted = new EnumMap<>(RepositoryName.class);
        for (RepositoryName name : RepositoryName.values()) {
            String text = config.providers().getOrDefault(name, fallback);
            requireKnown(registry, text);
            wanted.put(name, text);
        }
        return wanted;
    }

    private static void requireKnown(ProviderRegistry registry, String text) {
        SwitchState wanted = SwitchState.parse(text);
        registry.get(wanted.serving());
        if (wanted.checked() != null) {
            registry.get(wanted.checked());
        }
    }

    private Map<RepositoryName, String> wanted(Content content) {
        Map<RepositoryName, String> wanted = new EnumMap<>(configured);
        wanted.replaceAll(
                (name, text) -> content.own().getOrDefault(name, Objects.requireNonNullElse(content.fallback(), text)));
        return wanted;
    }

    @Override
    public void check(Content content) {
        if (content.fallback() != null) {
            requireKnown(registry, content.fallback());
        }
        Map<RepositoryName, String> wanted = wanted(content);
        wanted.values().forEach(text -> requireKnown(registry, text));
        if (!sessions.isEmpty()) {
            bind(wanted);
        }
    }

    @Override
    public void follow(Content content, Cause cause) {
        apply(bind(wanted(content)), cause);
    }

    private Map<RepositoryName, Binding> bind(Map<RepositoryName, String> texts) {
        Map<RepositoryName, Binding> bindings = new EnumMap<>(RepositoryName.class);
        texts.forEach((name, text) -> bindings.put(name, bind(name, SwitchState.parse(text))));
        return bindings;
    }

    private Binding bind(RepositoryName name, SwitchState wanted) {
        Binding.Check check = wanted.checked() == null
                ? null
                : new Binding.Check(wanted.checked(), repository(name, wanted.checked()), new AtomicInteger());
        return new Binding(wanted.serving(), repository(name, wanted.serving()), check);
    }

    private Object repository(RepositoryName name, String provider) {
        registry.get(provider);
        return Objects.requireNonNull(sessions.get(provider))
                .repository(name.type())
                .orElseThrow(() -> new ConfigurationException("provider \"" + provider + "\" does not implement "
                        + name.type().getSimpleName() + ". Found: " + registry.names() + "; switch " + name
                        + " to another provider"));
    }

    /** Returns what is on now. */
    Bindings bindings() {
        return state;
    }

    @Override
    public void use(RepositoryName repository, String text) {
        String clean = SwitchState.parse(text).text();
        change(Map.of(repository, clean), content -> content.with(repository, clean), Cause.CALL);
    }

    @Override
    public void useForAll(String text) {
        String clean = SwitchState.parse(text).text();
        Map<RepositoryName, String> all = new EnumMap<>(RepositoryName.class);
        for (RepositoryName name : RepositoryName.values()) {
            all.put(name, clean);
        }
        change(all, content -> new Content(clean, Map.of()), Cause.CALL);
    }

    private void change(Map<RepositoryName, String> wanted, SwitchFile.Change change, Cause cause) {
        Map<RepositoryName, Binding> bindings = bind(wanted); // refused before the file is touched
        if (follower == null) {
            apply(bindings, cause);
        } else {
            follower.change(change, cause);
        }
    }

    /**
     * Gives a repository back to its serving implementation alone, if it still is in the state that led to this.
     *
     * @param name which repository
     * @param expected state with which the differences were found
     */
    void stepBack(RepositoryName name, Binding expected) {
        if (state.of(name) != expected) {
            return;
        }
        String serving = expected.provider();
        try {
            change(Map.of(name, serving), content -> content.with(name, serving), Cause.BUDGET);
        } catch (ConfigurationException e) {
            LOG.warn("the switches file cannot be told that {} steps back; this process does so alone", name, e);
            apply(bind(Map.of(name, serving)), Cause.BUDGET);
        }
    }

    private void apply(Map<RepositoryName, Binding> wanted, Cause cause) {
        List<SwitchChange> changes = new ArrayList<>();
        synchronized (this) {
            Map<RepositoryName, Binding> bindings = new EnumMap<>(state.bindings());
            wanted.forEach((name, binding) -> {
                String before = text(Objects.requireNonNull(bindings.get(name)));
                if (!before.equals(text(binding))) {
                    bindings.put(name, binding);
                    changes.add(new SwitchChange(name, before, text(binding), cause));
                }
            });
            state = new State(bindings);
        }
        Map<String, List<RepositoryName>> byState = new TreeMap<>();
        changes.forEach(change -> byState.computeIfAbsent(change.after(), text -> new ArrayList<>())
                .add(change.repository()));
        byState.forEach((text, names) -> LOG.info("switched to {} ({}): {}", text, cause, names));
        changes.forEach(listeners::switched);
    }

    private static String text(Binding binding) {
        Binding.Check check = binding.check();
        return new SwitchState(binding.provider(), check == null ? null : check.provider()).text();
    }

    @Override
    public String current(RepositoryName repository) {
        return text(state.of(repository));
    }

    @Override
    public String serving(RepositoryName repository) {
        return state.of(repository).provider();
    }

    @Override
    public Map<RepositoryName, String> current() {
        Map<RepositoryName, String> texts = new EnumMap<>(RepositoryName.class);
        state.bindings().forEach((name, binding) -> texts.put(name, text(binding)));
        return Collections.unmodifiableMap(texts);
    }

    @Override
    public List<String> providers() {
        return registry.names();
    }

    @Override
    public Subscription addListener(SwitchListener listener) {
        return listeners.add(listener);
    }

    /** Ends the following of the file; switching by calls goes on. */
    void endFollowing() {
        if (follower != null) {
            follower.close();
        }
    }

    @Override
    public void close() {
        endFollowing();
        for (Map.Entry<String, ProviderSession> session : sessions.entrySet()) {
            try {
                session.getValue().close();
            } catch (RuntimeException e) {
                LOG.warn("closing provider {} failed", session.getKey(), e);
            }
        }
    }
}
