package io.synthlab.persistence.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.DatabaseUrl;
import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.RepositoryName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of an address beside the settings of the environment. */
class DatabaseAddressTest {
    @RegisterExtension
    final SystemProperties settings = new SystemProperties();

    private static PersistenceConfig config(@Nullable String text) {
        try (DatabaseAddress address = DatabaseAddress.open(text)) {
            assertTrue(address.server().isEmpty());
            return address.config().build();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://u:p@h/x, u, p",
        "postgres://u:p@h:5433/x?sslmode=disable, u, p",
        "postgresql+psycopg2://u:p%40%3A%2F@h/x, u, p@:/",
        "jdbc:postgresql://h/x?user=u&password=p, u, p",
        "postgresql://u@h/x, u, env-password",
        "jdbc:postgresql://h/x?password=p, env-user, p",
        "postgresql://h/x, env-user, env-password",
        "jdbc:sqlite:some.db, , ",
        "sqlite:///some.db, , ",
    })
    void user_and_password_survive_and_the_environment_fills_what_is_open(
            String text, @Nullable String user, @Nullable String password) {
        settings.set("synthlab.database-url", "postgresql://other:secret@elsewhere/y");
        settings.set("synthlab.database-user", "env-user");
        settings.set("synthlab.database-password", "env-password");
        DatabaseUrl url = config(text).databaseUrl().orElseThrow();
        assertEquals(DatabaseUrl.parse(text).jdbcUrl(), url.jdbcUrl());
        assertEquals(user, url.user());
        assertEquals(password, url.password());
    }

    @Test
    void without_an_address_the_environment_decides() {
        settings.set("synthlab.database-url", "postgresql://other:secret@elsewhere/y");
        DatabaseUrl url = config(null).databaseUrl().orElseThrow();
        assertEquals("jdbc:postgresql://elsewhere/y", url.jdbcUrl());
        assertEquals("other", url.user());
        assertEquals("secret", url.password());
    }

    @Test
    void other_settings_come_from_the_environment() {
        settings.set("synthlab.pool-size", "3");
        settings.set("synthlab.provider.synths", "jpa");
        PersistenceConfig config = config("postgresql://u:p@h/x");
        assertEquals(3, config.poolSize());
        assertEquals("jpa", config.providers().get(RepositoryName.SYNTHS));
    }

    @Test
    void an_address_for_messages_shows_no_password() {
        try (DatabaseAddress address = DatabaseAddress.open("postgresql://u:geheim@h/x?sslpassword=geheim")) {
            assertEquals("jdbc:postgresql://h/x (user u)", address.url().toString());
        }
        assertTrue(DatabaseAddress.isForOneRun("embedded"));
        assertFalse(DatabaseAddress.isForOneRun("embedded:data"));
    }
}
