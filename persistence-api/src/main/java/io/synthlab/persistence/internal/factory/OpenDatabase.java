package io.synthlab.persistence.internal.factory;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.Repositories;
import io.synthlab.persistence.Switches;
import io.synthlab.persistence.internal.connect.ConnectionSource;
import io.synthlab.persistence.internal.connect.ConnectionSources;
import io.synthlab.persistence.internal.transaction.Bindings;
import io.synthlab.persistence.internal.transaction.RepositoryFronts;
import io.synthlab.persistence.internal.transaction.UnitManager;
import io.synthlab.persistence.spi.DatabaseContext;
import io.synthlab.persistence.spi.UnitOfWork;
import io.synthlab.persistence.transaction.Transactions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicBoolean;

/** Everything behind a factory, put together in the order in which it can fail. */
public final class OpenDatabase implements DatabaseContext, AutoCloseable {
    private final PersistenceConfig config;
    private final DatabaseKind kind;
    private final UnitManager units;
    private final SwitchBoard switches;
    private final RepositoryFronts fronts;
    private final AtomicBoolean closed = new AtomicBoolean();

    private OpenDatabase(
            PersistenceConfig config, DatabaseKind kind, ConnectionSource connections, ProviderRegistry registry) {
        this.config = config;
        this.kind = kind;
        this.units = new UnitManager(kind, connections, this::bindings);
        this.switches = new SwitchBoard(registry, config, this);
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
        ConnectionSource connections = ConnectionSources.open(config);
        try {
            DatabaseKind kind = SchemaGuard.check(connections, config);
            return new OpenDatabase(config, kind, connections, registry);
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
        units.close(); // refuses inside of a unit, before anything is closed
        if (closed.compareAndSet(false, true)) {
            switches.close();
        }
    }
}
