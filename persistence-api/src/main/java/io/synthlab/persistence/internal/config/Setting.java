package io.synthlab.persistence.internal.config;

import java.util.Locale;
import java.util.Optional;

/** Every setting there is, except the one provider per repository ({@link Settings#PROVIDER_PREFIX}). */
public enum Setting {
    /** Database URL; wins over {@link #DB_PATH}. */
    DATABASE_URL("database-url", "DATABASE_URL", "", "where the database is; see the URL forms", true),
    /** Path of a SQLite file, as the original application has it. */
    DB_PATH("db-path", "SYNTHLAB_DB_PATH", "", "path of a SQLite file; used when there is no URL", false),
    /** User, when the URL has none. */
    DATABASE_USER("database-user", "SYNTHLAB_DATABASE_USER", "", "user, when the URL has none", false),
    /** Password, when the URL has none. */
    DATABASE_PASSWORD("database-password", "SYNTHLAB_DATABASE_PASSWORD", "", "password, when the URL has none", true),
    /** What happens to the schema when a factory is opened. */
    SCHEMA("schema", "SYNTHLAB_SCHEMA", "none", "what opening does about the schema: migrate, check or none", false),
    /** Implementation that serves every repository without a setting of its own. */
    PROVIDER("provider", "SYNTHLAB_PROVIDER", "", "implementation of every repository: legacy-jdbc or jpa", false),
    /** Properties file that a fleet of processes follows. */
    SWITCHES_FILE("switches-file", "SYNTHLAB_SWITCHES_FILE", "", "properties file with switches to follow", false),
    /** How often the switches file is looked at. */
    SWITCHES_POLL(
            "switches-poll", "SYNTHLAB_SWITCHES_POLL", "1s", "how often the switches file is read, 250ms-10m", false),
    /** Share of reading calls that is compared. */
    COMPARING_RATIO(
            "comparing-ratio", "SYNTHLAB_COMPARING_RATIO", "1", "share of reading calls that is compared, 0-1", false),
    /** Comparisons at the same time. */
    COMPARING_THREADS(
            "comparing-threads", "SYNTHLAB_COMPARING_THREADS", "2", "comparisons at the same time, 1-64", false),
    /** Comparisons that may wait. */
    COMPARING_QUEUE(
            "comparing-queue",
            "SYNTHLAB_COMPARING_QUEUE",
            "100",
            "comparisons that may wait, 1-10000; more are skipped and counted",
            false),
    /** Longest time of asking the checked implementation. */
    COMPARING_TIMEOUT(
            "comparing-timeout",
            "SYNTHLAB_COMPARING_TIMEOUT",
            "5s",
            "longest time of asking the checked implementation, 250ms-10m",
            false),
    /** Differences after which a repository steps back by itself. */
    COMPARING_BUDGET(
            "comparing-budget",
            "SYNTHLAB_COMPARING_BUDGET",
            "",
            "differences a repository may have before it steps back, 0-1000000; empty: never",
            false),
    /** Differences that are kept. */
    COMPARING_KEPT("comparing-kept", "SYNTHLAB_COMPARING_KEPT", "100", "differences kept at most, 1-10000", false),
    /** Whether differences show stored text. */
    COMPARING_SHOW_TEXT(
            "comparing-show-text",
            "SYNTHLAB_COMPARING_SHOW_TEXT",
            "false",
            "whether differences show stored text: true or false",
            false),
    /** Connections of the PostgreSQL pool. */
    POOL_SIZE("pool-size", "SYNTHLAB_POOL_SIZE", "10", "connections to PostgreSQL at most, 1-500", false),
    /** Longest wait for a connection from the pool. */
    POOL_TIMEOUT("pool-timeout", "SYNTHLAB_POOL_TIMEOUT", "30s", "longest wait for a connection, 250ms-10m", false),
    /** Reading connections to SQLite. */
    SQLITE_READERS("sqlite-readers", "SYNTHLAB_SQLITE_READERS", "4", "reading connections to SQLite, 1-64", false),
    /** Longest wait for the SQLite write lock. */
    SQLITE_BUSY_TIMEOUT(
            "sqlite-busy-timeout",
            "SYNTHLAB_SQLITE_BUSY_TIMEOUT",
            "10s",
            "longest wait for the write lock of SQLite, 250ms-10m",
            false),
    /** How PostgreSQL connections are encrypted. */
    TLS_MODE("tls-mode", "SYNTHLAB_TLS_MODE", "", "disable, allow, prefer, require, verify-ca or verify-full", false),
    /** Certificate of the authority that signed the server's. */
    TLS_ROOT_CERTIFICATE(
            "tls-root-certificate", "SYNTHLAB_TLS_ROOT_CERTIFICATE", "", "path of the authority's certificate", false),
    /** Client certificate. */
    TLS_CERTIFICATE("tls-certificate", "SYNTHLAB_TLS_CERTIFICATE", "", "path of the client certificate", false),
    /** Key of the client certificate. */
    TLS_KEY("tls-key", "SYNTHLAB_TLS_KEY", "", "path of the client certificate's key", false),
    /** Zone of stored timestamps that carry none. */
    NAIVE_ZONE("naive-zone", "SYNTHLAB_NAIVE_ZONE", "UTC", "zone of stored timestamps without one (form F2)", false),
    /** Where avatars are when a synth names no path. */
    AVATAR_DIRECTORY(
            "avatar-directory",
            "SYNTHLAB_AVATAR_DIRECTORY",
            "output/synths/avatar",
            "where avatar files are by default",
            false);

    private final String key;
    private final String environmentName;
    private final String defaultValue;
    private final String meaning;
    private final boolean secret;

    Setting(String name, String environmentName, String defaultValue, String meaning, boolean secret) {
        this.key = Settings.PREFIX + name;
        this.environmentName = environmentName;
        this.defaultValue = defaultValue;
        this.meaning = meaning;
        this.secret = secret;
    }

    /** Returns the name in files, system properties and the builder, for example {@code synthlab.pool-size}. */
    public String key() {
        return key;
    }

    /** Returns the name in the environment, for example {@code SYNTHLAB_POOL_SIZE}. */
    public String environmentName() {
        return environmentName;
    }

    /** Returns the value that holds when nothing is set; empty for none. */
    public String defaultValue() {
        return defaultValue;
    }

    /** Returns what the setting does, its unit and its range, in one line. */
    public String meaning() {
        return meaning;
    }

    /** Returns whether the value may hold a password and must never be shown. */
    public boolean secret() {
        return secret;
    }

    static Optional<Setting> byKey(String key) {
        for (Setting setting : values()) {
            if (setting.key.equals(key.toLowerCase(Locale.ROOT))) {
                return Optional.of(setting);
            }
        }
        return Optional.empty();
    }
}
