package io.synthlab.persistence;

import io.synthlab.persistence.compare.ComparingOptions;
import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.internal.config.Setting;
import io.synthlab.persistence.internal.config.SettingParser;
import io.synthlab.persistence.internal.config.Settings;
import io.synthlab.persistence.observe.PersistenceListener;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Everything a {@link RepositoryFactory} has to know. Immutable; every value was checked when it was built.
 *
 * <p>Sources, a later one wins: defaults, {@code synthlab-persistence.properties} on the class path, environment,
 * system properties, builder. {@link #builder()} starts from the defaults alone, {@link #environment()} from all
 * sources. The README lists every key. {@link #toString()} shows no secret.
 */
public final class PersistenceConfig {
    private final @Nullable DatabaseUrl databaseUrl;
    private final @Nullable DataSource dataSource;
    private final Map<RepositoryName, String> providers;
    private final @Nullable String defaultProvider;
    private final SchemaAction schemaAction;
    private final @Nullable Path switchesFile;
    private final Duration switchesPoll;
    private final ComparingOptions comparing;
    private final List<PersistenceListener> listeners;
    private final int poolSize;
    private final Duration poolTimeout;
    private final int sqliteReaders;
    private final Duration sqliteBusyTimeout;
    private final Tls tls;
    private final ZoneId naiveZone;
    private final Path avatarDirectory;
    private final Clock clock;

    /**
     * How connections to PostgreSQL are encrypted; empty parts leave the driver's default.
     *
     * @param mode the driver's {@code sslmode}
     * @param rootCertificate path of the authority's certificate
     * @param certificate path of the client certificate
     * @param key path of the client certificate's key
     */
    public record Tls(
            Optional<String> mode, Optional<Path> rootCertificate, Optional<Path> certificate, Optional<Path> key) {}

    private PersistenceConfig(Builder builder) {
        SettingParser parser = new SettingParser(builder.settings);
        dataSource = builder.dataSource;
        databaseUrl = dataSource == null ? parser.databaseUrl() : null;
        providers = builder.settings.providers();
        defaultProvider = parser.text(Setting.PROVIDER).orElse(null);
        schemaAction = parser.choice(Setting.SCHEMA, SchemaAction.class);
        switchesFile = parser.path(Setting.SWITCHES_FILE).orElse(null);
        switchesPoll = parser.duration(Setting.SWITCHES_POLL);
        comparing = parser.comparing();
        listeners = List.copyOf(builder.listeners);
        poolSize = parser.integer(Setting.POOL_SIZE, 1, 500);
        poolTimeout = parser.duration(Setting.POOL_TIMEOUT);
        sqliteReaders = parser.integer(Setting.SQLITE_READERS, 1, 64);
        sqliteBusyTimeout = parser.duration(Setting.SQLITE_BUSY_TIMEOUT);
        tls = new Tls(
                parser.tlsMode(),
                parser.path(Setting.TLS_ROOT_CERTIFICATE),
                parser.path(Setting.TLS_CERTIFICATE),
                parser.path(Setting.TLS_KEY));
        naiveZone = parser.zone(Setting.NAIVE_ZONE);
        avatarDirectory = parser.requiredPath(Setting.AVATAR_DIRECTORY);
        clock = builder.clock;
    }

    /**
     * Reads every source: file, environment, system properties.
     *
     * @return the configuration
     * @throws ConfigurationException if a value is missing, unknown or out of range
     */
    public static PersistenceConfig fromEnvironment() {
        return environment().build();
    }

    /**
     * Returns a builder that holds what file, environment and system properties say; what is set on it wins.
     *
     * @return the builder
     * @throws ConfigurationException if the file cannot be read or has an unknown key
     */
    public static Builder environment() {
        Builder builder = new Builder();
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        builder.settings.readFile(context == null ? PersistenceConfig.class.getClassLoader() : context);
        builder.settings.readEnvironment(System.getenv());
        builder.settings.readSystemProperties(System.getProperties());
        return builder;
    }

    /** Returns a builder that holds the defaults only. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns where the database is, or empty if the host brings a {@link #dataSource()}. */
    public Optional<DatabaseUrl> databaseUrl() {
        return Optional.ofNullable(databaseUrl);
    }

    /** Returns the host's own data source, if it brings one. It is used and never closed. */
    public Optional<DataSource> dataSource() {
        return Optional.ofNullable(dataSource);
    }

    /** Returns the states set for single repositories, as {@link Switches#use} takes them. */
    public Map<RepositoryName, String> providers() {
        return providers;
    }

    /** Returns the state of every repository without one of its own, if set. */
    public Optional<String> defaultProvider() {
        return Optional.ofNullable(defaultProvider);
    }

    /** Returns what opening a factory does about the schema. */
    public SchemaAction schemaAction() {
        return schemaAction;
    }

    /** Returns the properties file that a fleet of processes follows, if there is one. */
    public Optional<Path> switchesFile() {
        return Optional.ofNullable(switchesFile);
    }

    /** Returns how often the switches file is read. */
    public Duration switchesPoll() {
        return switchesPoll;
    }

    /** Returns how repositories in comparing mode are compared. */
    public ComparingOptions comparing() {
        return comparing;
    }

    /** Returns the listeners that the factory has from its beginning. */
    public List<PersistenceListener> listeners() {
        return listeners;
    }

    /** Returns how many connections the PostgreSQL pool holds at most. */
    public int poolSize() {
        return poolSize;
    }

    /** Returns the longest wait for a connection from the pool. */
    public Duration poolTimeout() {
        return poolTimeout;
    }

    /** Returns how many connections read a SQLite file side by side; one more writes. */
    public int sqliteReaders() {
        return sqliteReaders;
    }

    /** Returns the longest wait for the write lock of a SQLite file. */
    public Duration sqliteBusyTimeout() {
        return sqliteBusyTimeout;
    }

    /** Returns how connections to PostgreSQL are encrypted. */
    public Tls tls() {
        return tls;
    }

    /** Returns the zone of stored timestamps that carry none (form F2); UTC unless set. */
    public ZoneId naiveZone() {
        return naiveZone;
    }

    /** Returns the directory of avatar files of synths that name no path. */
    public Path avatarDirectory() {
        return avatarDirectory;
    }

    /** Returns the clock every timestamp is taken from. */
    public Clock clock() {
        return clock;
    }

    @Override
    public String toString() {
        return "PersistenceConfig[database=" + (databaseUrl == null ? "own DataSource" : databaseUrl.display())
                + ", provider=" + (defaultProvider == null ? "default" : defaultProvider) + ", providers=" + providers
                + ", poolSize=" + poolSize + ", sqliteReaders=" + sqliteReaders + ", naiveZone=" + naiveZone + "]";
    }

    /** Collects settings; {@link #build()} checks them. Not safe for use by several threads. */
    public static final class Builder {
        private final Settings settings = new Settings();
        private @Nullable DataSource dataSource;
        private final List<PersistenceListener> listeners = new ArrayList<>();
        private Clock clock = Clock.systemUTC();

        private Builder() {}

        /**
         * Sets any key by its name in files, for example {@code synthlab.pool-size}.
         *
         * @param key the name
         * @param value the value, in the form files have it
         * @return this builder
         * @throws ConfigurationException if there is no such key; the nearest known one is named
         */
        public Builder set(String key, String value) {
            settings.put(Objects.requireNonNull(key, "key"), Objects.requireNonNull(value, "value"), "the builder");
            return this;
        }

        /**
         * Sets where the database is.
         *
         * @param url one of the forms of {@link DatabaseUrl}
         * @return this builder
         */
        public Builder databaseUrl(String url) {
            settings.put(Setting.DATABASE_URL, url);
            return this;
        }

        /**
         * Sets the user and password of the database.
         *
         * @param user user name
         * @param password password
         * @return this builder
         */
        public Builder credentials(String user, String password) {
            settings.put(Setting.DATABASE_USER, user);
            settings.put(Setting.DATABASE_PASSWORD, password);
            return this;
        }

        /**
         * Uses the host's own data source instead of a pool of ours. It must lead to one database, always the same.
         *
         * @param source the data source; never closed by this library
         * @return this builder
         */
        public Builder dataSource(DataSource source) {
            dataSource = Objects.requireNonNull(source, "source");
            return this;
        }

        /**
         * Sets the implementation of every repository without one of its own.
         *
         * @param provider for example {@code jpa}, or a state as {@link Switches#use} takes it
         * @return this builder
         */
        public Builder provider(String provider) {
            settings.put(Setting.PROVIDER, provider);
            return this;
        }

        /**
         * Sets the implementation of one repository.
         *
         * @param repository which
         * @param provider for example {@code jpa}, or a state as {@link Switches#use} takes it
         * @return this builder
         */
        public Builder provider(RepositoryName repository, String provider) {
            settings.put(repository, provider);
            return this;
        }

        /**
         * Adds a listener that hears of everything from the opening of the factory on.
         *
         * @param listener the listener
         * @return this builder
         */
        public Builder listener(PersistenceListener listener) {
            listeners.add(Objects.requireNonNull(listener, "listener"));
            return this;
        }

        /**
         * Sets the clock every timestamp is taken from.
         *
         * @param newClock the clock
         * @return this builder
         */
        public Builder clock(Clock newClock) {
            clock = Objects.requireNonNull(newClock, "newClock");
            return this;
        }

        /**
         * Checks everything and returns the configuration.
         *
         * @return the configuration
         * @throws ConfigurationException if no database is named or a value is out of range
         */
        public PersistenceConfig build() {
            return new PersistenceConfig(this);
        }
    }
}
