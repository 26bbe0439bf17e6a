package io.synthlab.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.error.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "sqlite:///output/synthlab.db, output/synthlab.db",
        "sqlite:////var/lib/synthlab.db, /var/lib/synthlab.db",
        "SQLite:///output/Synthlab.db, output/Synthlab.db",
        "jdbc:sqlite:output/synthlab.db, output/synthlab.db",
        "jdbc:sqlite:/var/lib/synthlab.db, /var/lib/synthlab.db",
        "JDBC:SQLITE:x.db, x.db",
        "'  sqlite:///with blank.db ', with blank.db",
        "sqlite:///100%25.db, 100%25.db", // a path is taken as it is
    })
    void readsSqlite(String url, String path) {
        DatabaseUrl read = DatabaseUrl.parse(url);
        assertEquals(DatabaseKind.SQLITE, read.kind());
        assertEquals(path, read.sqlitePath());
        assertEquals("jdbc:sqlite:" + path, read.jdbcUrl());
        assertEquals(read.jdbcUrl(), read.toString());
        assertEquals(DatabaseUrl.sqlite(path), read);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "postgresql://host/db, jdbc:postgresql://host/db, ,",
        "postgres://host/db, jdbc:postgresql://host/db, ,",
        "postgresql+psycopg2://host/db, jdbc:postgresql://host/db, ,",
        "PostgreSQL://Host/Db, jdbc:postgresql://Host/Db, ,",
        "jdbc:postgresql://host:5433/db, jdbc:postgresql://host:5433/db, ,",
        "postgresql://alice@host/db, jdbc:postgresql://host/db, alice,",
        "postgresql://alice:secret@host:1/db, jdbc:postgresql://host:1/db, alice, secret",
        "postgresql://alice:s%40c%2Fr%3At%25%23%3F+%20@host:65535/db, jdbc:postgresql://host:65535/db, alice, 's@c/r:t%#?+ '",
        "postgresql://al%C3%ADce:%E2%82%AC@host/db, jdbc:postgresql://host/db, alíce, €",
        "postgresql://alice:@host/db, jdbc:postgresql://host/db, alice, ''",
        "postgresql://alice:s@cret@host/db, jdbc:postgresql://host/db, alice, s@cret",
        "postgresql://alice:a:b@host/db, jdbc:postgresql://host/db, alice, a:b",
        "postgresql://[::1]/db, jdbc:postgresql://[::1]/db, ,",
        "postgresql://alice:secret@[2001:db8::1]:5432/db, jdbc:postgresql://[2001:db8::1]:5432/db, alice, secret",
        "postgresql://my_host-1.internal:5432/db, jdbc:postgresql://my_host-1.internal:5432/db, ,",
        "'postgresql://one:5432,two:5433/db', 'jdbc:postgresql://one:5432,two:5433/db', ,",
        "postgresql://host/db?sslmode=require&connectTimeout=3, jdbc:postgresql://host/db?sslmode=require&connectTimeout=3, ,",
        "postgresql://host/db?user=alice&sslmode=require&password=s%26, jdbc:postgresql://host/db?sslmode=require, alice, s&",
        "jdbc:postgresql://host/db?password=secret&user=alice, jdbc:postgresql://host/db, alice, secret",
        "postgresql://host/my%20db, jdbc:postgresql://host/my%20db, ,"
    })
    void readsPostgresql(String url, String jdbcUrl, String user, String password) {
        DatabaseUrl read = DatabaseUrl.parse(url);
        assertEquals(new DatabaseUrl(DatabaseKind.POSTGRESQL, jdbcUrl, user, password), read);
        assertNull(read.sqlitePath());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "mysql://host/db, 'database URL has scheme \"mysql\", which is not supported; use '",
        "postgresql+asyncpg://host/db, 'database URL has scheme \"postgresql+asyncpg\", which is not supported; use '",
        "jdbc:mysql://host/db, 'database URL has scheme \"jdbc\", which is not supported; use '",
        "sqlite://two-slashes.db, 'database URL has scheme \"sqlite\", which is not supported; use '",
        "/var/lib/synthlab.db, 'database URL has no scheme, which is not supported; use '",
        "sqlite:///, SQLite URL names no file; use",
        "jdbc:sqlite:, SQLite URL names no file; use",
        "jdbc:sqlite::memory:, SQLite URL names no file; use",
        "sqlite:///x.db?mode=ro, SQLite URL must not have parameters; use the settings instead",
        "jdbc:sqlite:x.db?query_only=true, SQLite URL must not have parameters; use the settings instead",
        "postgresql:///db, 'PostgreSQL URL must name a host, as in postgresql://host:5432/name'",
        "jdbc:postgresql:db, 'PostgreSQL URL must name a host, as in postgresql://host:5432/name'",
        "postgresql://host, 'PostgreSQL URL must end in a database name, as in postgresql://host/name'",
        "postgresql://host/, 'PostgreSQL URL must end in a database name, as in postgresql://host/name'",
        "postgresql://host:0/db, port of host host must be 1-65535",
        "postgresql://host:65536/db, port of host host must be 1-65535",
        "postgresql://host:x/db, port of host host must be 1-65535",
        "postgresql://host:/db, port of host host must be 1-65535",
        "postgresql://[::1]:99999/db, 'port of host [::1] must be 1-65535'",
        "'postgresql://one:1,two:0/db', port of host two must be 1-65535",
        "postgresql://ho st/db, PostgreSQL URL is malformed at position",
        "postgresql://a:%zz@host/db, PostgreSQL URL is malformed at position"
    })
    void refusesOtherForms(String url, String start) {
        String message = String.valueOf(assertThrows(ConfigurationException.class, () -> DatabaseUrl.parse(url))
                .getMessage());
        assertTrue(message.startsWith(start), message);
    }

    /** Whatever is wrong with a URL, a password in it is not repeated, and none is taken for something else. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://alice:planted secret@host/db",
                "postgresql://alice:planted%zz@host/db",
                "postgresql://alice:planted@host:99999/db",
                "postgresql://alice:planted@host",
                "postgresql://alice:planted/secret@host/db",
                "postgresql://alice:12/planted@host/db",
                "postgresql://alice:planted#secret@host/db",
                "postgresql://alice:planted?secret@host/db",
                "postgresql://alice@host/db?password=x#planted",
                "postgresql+psycopg://alice:planted@host/db",
                "mysql://alice:planted@host/db"
            })
    void errorsRepeatNoPassword(String url) {
        ConfigurationException e = assertThrows(ConfigurationException.class, () -> DatabaseUrl.parse(url));
        assertFalse(e.toString().contains("planted"), e::toString);
        assertNull(e.getCause());
    }

    @Test
    void messagesShowNeitherPasswordNorParameters() {
        DatabaseUrl url = DatabaseUrl.parse("postgresql://alice:planted@host/db?sslpassword=planted&sslmode=require");
        assertEquals("jdbc:postgresql://host/db (user alice)", url.toString());
        assertEquals("jdbc:postgresql://host/db", url.location());
    }
}
