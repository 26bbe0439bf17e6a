package io.synthlab.persistence.internal.config;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.DatabaseUrl;
import io.synthlab.persistence.error.ConfigurationException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the URL forms of {@link DatabaseUrl}. Messages never repeat more of the text than its scheme. */
public final class DatabaseUrlParser {
    private static final String POSTGRES_JDBC = "jdbc:postgresql:";
    private static final int MAX_PORT = 65_535;
    private static final String FORMS = "use postgresql://user:password@host:5432/name, sqlite:///relative/path, "
            + "sqlite:////absolute/path, jdbc:postgresql://host/name or jdbc:sqlite:path";

    private DatabaseUrlParser() {}

    /**
     * Reads a URL.
     *
     * @param url text in one of the forms
     * @return the parts
     * @throws ConfigurationException if the text is in none of the forms
     */
    public static DatabaseUrl parse(String url) {
        String text = url.strip();
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith(DatabaseUrl.SQLITE_PREFIX)) {
            return sqlite(text.substring(DatabaseUrl.SQLITE_PREFIX.length()));
        }
        if (lower.startsWith("sqlite:///")) {
            return sqlite(text.substring("sqlite:///".length()));
        }
        if (lower.startsWith(POSTGRES_JDBC)) {
            return postgres("postgresql:" + text.substring(POSTGRES_JDBC.length()));
        }
        if (lower.startsWith("postgresql://")
                || lower.startsWith("postgres://")
                || lower.startsWith("postgresql+psycopg2://")) {
            return postgres("postgresql" + text.substring(text.indexOf("://")));
        }
        int colon = text.indexOf(':');
        String scheme = colon > 0 && colon < 24 ? "scheme \"" + text.substring(0, colon) + "\"" : "no scheme";
        throw new ConfigurationException("database URL has " + scheme + ", which is not supported; " + FORMS);
    }

    private static DatabaseUrl sqlite(String path) {
        if (path.isBlank() || path.startsWith(":memory:")) {
            throw new ConfigurationException("SQLite URL names no file; " + FORMS);
        }
        if (path.indexOf('?') >= 0) {
            // The driver would take an unknown parameter for a part of the file name and open a new, empty file.
            throw new ConfigurationException("SQLite URL must not have parameters; use the settings instead");
        }
        return DatabaseUrl.sqlite(path);
    }

    private static DatabaseUrl postgres(String text) {
        URI uri = uri(text);
        if (uri.isOpaque() || uri.getRawAuthority() == null) {
            throw new ConfigurationException("PostgreSQL URL must name a host, as in postgresql://host:5432/name");
        }
        String database = uri.getRawPath();
        if (database == null || database.length() < 2) {
            throw new ConfigurationException(
                    "PostgreSQL URL must end in a database name, as in postgresql://host/name");
        }
        if (database.indexOf('@') >= 0 || uri.getRawFragment() != null) {
            // A slash or a number sign in a password ends the host too early: its rest would be taken for a name.
            throw new ConfigurationException(
                    "PostgreSQL URL is ambiguous; percent-encode / and # in user and password as %2F and %23");
        }
        String authority = uri.getRawAuthority();
        int at = authority.lastIndexOf('@');
        String hosts = authority.substring(at + 1);
        requirePorts(hosts);
        Credentials credentials = Credentials.of(at < 0 ? null : authority.substring(0, at));
        List<String> parameters = new ArrayList<>();
        credentials = credentials.takeFrom(uri.getRawQuery(), parameters);
        String query = parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
        String jdbcUrl = POSTGRES_JDBC + "//" + hosts + database + query;
        return new DatabaseUrl(DatabaseKind.POSTGRESQL, jdbcUrl, credentials.user(), credentials.password());
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new ConfigurationException("PostgreSQL URL is malformed at position " + e.getIndex()
                    + "; percent-encode special characters in user and password");
        }
    }

    private static void requirePorts(String hosts) {
        for (String host : hosts.split(",", -1)) {
            int colon = host.lastIndexOf(':');
            if (colon < 0 || host.endsWith("]")) {
                continue;
            }
            String port = host.substring(colon + 1);
            boolean valid =
                    port.matches("[0-9]{1,5}") && Integer.parseInt(port) >= 1 && Integer.parseInt(port) <= MAX_PORT;
            if (!valid) {
                throw new ConfigurationException("port of host " + host.substring(0, colon) + " must be 1-" + MAX_PORT);
            }
        }
    }

    private record Credentials(
            @Nullable String user, @Nullable String password) {
        static Credentials of(@Nullable String userInfo) {
            if (userInfo == null) {
                return new Credentials(null, null);
            }
            int colon = userInfo.indexOf(':');
            return colon < 0
                    ? new Credentials(decode(userInfo), null)
                    : new Credentials(decode(userInfo.substring(0, colon)), decode(userInfo.substring(colon + 1)));
        }

        /** Moves user and password out of the parameters, so that they can never show up in a message. */
        Credentials takeFrom(@Nullable String query, List<String> others) {
            Credentials found = this;
            for (String parameter : query == null ? new String[0] : query.split("&")) {
                int equals = parameter.indexOf('=');
                String value = equals < 0 ? "" : parameter.substring(equals + 1);
                switch (equals < 0 ? parameter : parameter.substring(0, equals)) {
                    case "user" -> found = new Credentials(decode(value), found.password);
                    case "password" -> found = new Credentials(found.user, decode(value));
                    default -> others.add(parameter);
                }
            }
            return found;
        }

        private static String decode(String text) {
            // '+' is a plus sign in user names and passwords, not a blank as in a form.
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        }
    }
}
