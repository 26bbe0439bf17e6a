package io.synthlab.persistence.internal.factory;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.Repositories;
import io.synthlab.persistence.Switches;
import io.synthlab.persistence.compare.Comparisons;
import io.synthlab.persistence.internal.compare.Comparer;
import io.synthlab.persistence.internal.connect.ConnectionSource;
import io.synthlab.persistence.internal.connect.ConnectionSources;
import io.synthlab.persistence.internal.factory.SchemaGuard.Found;
import io.synthlab.persistence.internal.observe.Listeners;
import io.synthlab.persistence.internal.transaction.Answer;
import io.synthlab.persistence.internal.transaction.Binding;
import io.synthlab.persistence.internal.transaction.Bindings;
import io.synthlab.persistence.internal.transaction.CallWatch;
import io.synthlab.persistence.internal.transaction.RepositoryCall;
import io.synthlab.persistence.internal.transaction.RepositoryFronts;
import io.synthlab.persistence.internal.transaction.UnitManager;
import io.synthlab.persistence.observe.CallEvent;
import io.synthlab.persistence.observe.ConnectionEvent;
import io.synthlab.persistence.observe.Health;
import io.synthlab.persistence.observe.PoolFigures;
import io.synthlab.persistence.spi.DatabaseContext;
import io.synthlab.persistence.spi.UnitOfWork;
import io.synthlab.persistence.transaction.Transactions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Everything behind a factory, put together in the order in which it can fail. */
public final class OpenDatabase implements DatabaseContext, CallWatch, AutoCloseable {
    private final PersistenceConfig config;
    private final DatabaseKind kind;
    private final ConnectionSource connections;
    private final Listeners listeners = new Listeners();
    private final UnitManager units;
    private final SwitchBoard switches;
    private final Comparer comparer;
    private final RepositoryFronts fronts;
    private final AtomicBoolean closed = new AtomicBoolean();

    private OpenDatabase(
            PersistenceConfig config, Found found, ConnectionSource connections, ProviderRegistry registry) {
        this.config = config;
        this.kind = found.kind();
        this.connections = connections;
        config.listeners().forEach(listeners::add);
        this.units = new UnitManager(kind, found.identity(), connections, this::bindings, this);
        this.switches = new SwitchBoard(registry, config, this, listeners);
        this.comparer = new Comparer(config.comparing(), kind, units, config.clock(), listeners, switches::stepBack);
        this.fronts = new RepositoryFronts(units::call);
    }

    /**
     * Opens a database.
     *
     * @param config configuration
     * @return the open database
     * @throws io.synthlab.persistence.error.SynthLabException if a setting, the connection or the schema is wrong;
     *     nothing stays open then
     */
    public static OpenDatabase open(PersistenceConfig config) {
        ProviderRegistry registry = ProviderRegistry.discover();
        SchemaPreparation.run(config);
        ConnectionSource connections = ConnectionSources.open(config);
        try {
            return new OpenDatabase(config, SchemaGuard.check(connections, config), connections, registry);
        } catch (RuntimeException | Error e) {
            connections.close();
            throw e;
        }
    }

    private Bindings bindings() {
        return switches.bindings();
    }

    /** Returns the fronts of the repositories. */
    public Repositories repositories() {
        return fronts;
    }

    /** Returns the units of work. */
    public Transactions transactions() {
        return units;
    }

    /** Returns the switches. */
    public Switches switches() {
        return switches;
    }

    /** Returns what comparing has found. */
    public Comparisons comparisons() {
        return comparer.comparisons();
    }

    /** Returns who listens. */
    public Listeners listeners() {
        return listeners;
    }

    /** Returns how the pools stand; empty when they are closed or the host's. */
    public List<PoolFigures> pools() {
        return closed.get() ? List.of() : connections.figures();
    }

    /** Asks the database how it is. */
    public Health health() {
        HealthCheck check = new HealthCheck(config, kind);
        return closed.get() ? check.closed(switches.current()) : check.of(pools(), switches.current());
    }

    @Override
    public void ended(RepositoryCall call, Answer answer, Duration latency) {
        comparer.offer(call, answer);
        if (!listeners.isEmpty()) {
            Binding served = call.binding();
            String provider = (served == null ? bindings().of(call.repository()) : served).provider();
            listeners.called(
                    new CallEvent(call.repository(), call.method(), call.writes(), provider, latency, answer.error()));
        }
    }

    @Override
    public void connected(boolean readOnly, Duration waited, boolean obtained) {
        if (!listeners.isEmpty()) {
            listeners.connected(new ConnectionEvent(readOnly, waited, obtained));
        }
    }

    @Override
    public DatabaseKind kind() {
        return kind;
    }

    @Override
    public UnitOfWork unit() {
        return units.currentUnit();
    }

    @Override
    public Clock clock() {
        return config.clock();
    }

    @Override
    public ZoneId naiveZone() {
        return config.naiveZone();
    }

    @Override
    public Path avatarDirectory() {
        return config.avatarDirectory();
    }

    @Override
    public void close() {
        units.requireNone(); // refuses inside of a unit, before anything is closed
        switches.endFollowing();
        comparer.close();
        units.close();
        if (closed.compareAndSet(false, true)) {
            switches.close();
        }
    }
}
