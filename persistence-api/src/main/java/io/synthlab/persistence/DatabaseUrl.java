package io.synthlab.persistence;

import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.internal.config.DatabaseUrlParser;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is, read from one of the URL forms this library takes.
 *
 * <p>Forms: {@code postgresql://user:password@host:5432/name?sslmode=require}, the same with {@code postgres://} or
 * {@code postgresql+psycopg2://}; {@code sqlite:///relative/path} and {@code sqlite:////absolute/path};
 * {@code jdbc:postgresql:…} and {@code jdbc:sqlite:…}. {@link #toString()} never shows the password.
 *
 * @param kind which database
 * @param jdbcUrl URL for the driver, without user and password
 * @param user user name of the URL, or {@code null} if it has none
 * @param password password of the URL, or {@code null} if it has none; a secret
 */
public record DatabaseUrl(
        DatabaseKind kind,
        String jdbcUrl,
        @Nullable String user,
        @Nullable String password) {
    /** Driver prefix of SQLite URLs; what follows is the path of the file. */
    public static final String SQLITE_PREFIX = "jdbc:sqlite:";

    /** Checks that the required parts are there. */
    public DatabaseUrl {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(jdbcUrl, "jdbcUrl");
    }

    /**
     * Reads a URL.
     *
     * @param url text in one of the forms above
     * @return the parts
     * @throws ConfigurationException if the text is in none of the forms; the message does not repeat a password
     */
    public static DatabaseUrl parse(String url) {
        return DatabaseUrlParser.parse(url);
    }

    /**
     * Returns the URL of a SQLite file.
     *
     * @param path path of the file, relative to the working directory or absolute
     * @return the URL
     */
    public static DatabaseUrl sqlite(String path) {
        return new DatabaseUrl(DatabaseKind.SQLITE, SQLITE_PREFIX + path, null, null);
    }

    /** Returns the path of a SQLite file, or {@code null} for another database. */
    public @Nullable String sqlitePath() {
        return kind == DatabaseKind.SQLITE ? jdbcUrl.substring(SQLITE_PREFIX.length()) : null;
    }

    /** Returns the URL for the driver without its parameters, which may hold secrets. */
    public String location() {
        int query = jdbcUrl.indexOf('?');
        return query < 0 || kind == DatabaseKind.SQLITE ? jdbcUrl : jdbcUrl.substring(0, query);
    }

    /** Returns the URL for messages: user shown, password and URL parameters left out. */
    public String display() {
        return user == null ? location() : location() + " (user " + user + ")";
    }

    @Override
    public String toString() {
        return display();
    }
}
