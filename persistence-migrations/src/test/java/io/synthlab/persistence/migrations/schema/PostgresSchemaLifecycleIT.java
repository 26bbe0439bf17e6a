package io.synthlab.persistence.migrations.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.DatabaseUrl;
import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.error.DatabaseException;
import io.synthlab.persistence.migrations.BaselineOptions;
import io.synthlab.persistence.migrations.RollbackOptions;
import io.synthlab.persistence.migrations.Schema;
import io.synthlab.persistence.migrations.SchemaStatus.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

@ParameterizedClass(name = "PostgreSQL {0}")
@ValueSource(ints = {14, 18})
class PostgresSchemaLifecycleIT extends SchemaLifecycleContract {
    @Parameter
    private int version;

    @Override
    TestDatabase emptyDatabase() {
        return TestDatabase.postgres(version);
    }

    @Override
    String legacyRemedy() {
        return "use an empty schema or database";
    }

    @Override
    String objects() {
        return """
                SELECT count(*) FROM pg_class c
                  LEFT JOIN pg_index x ON x.indexrelid = c.oid
                  LEFT JOIN pg_class t ON t.oid = x.indrelid
                 WHERE c.relnamespace = 'public'::regnamespace
                   AND coalesce(t.relname, c.relname) <> 'synthlab_schema_history'
                """;
    }

    @Test
    void a_host_with_its_own_tables_and_flyway_goes_on_as_before(@TempDir Path scripts) throws IOException {
        Files.writeString(scripts.resolve("V1__orders.sql"), "CREATE TABLE orders (id text);");
        assertEquals(1, host(scripts).migrate().migrationsExecuted);

        assertEquals(State.EMPTY, schema().status().state());
        assertEquals(2, schema().migrate().size());
        assertEquals(2, schema().status().installed().size());

        Files.writeString(scripts.resolve("V2__more.sql"), "ALTER TABLE orders ADD COLUMN total integer;");
        assertEquals(1, host(scripts).migrate().migrationsExecuted);
        assertTrue(schema().status().isCurrent());

        schema().rollback(RollbackOptions.to(RollbackOptions.NOTHING));
        assertEquals(State.EMPTY, schema().status().state(), "and the host's tables are where they were");
        assertEquals(0, host(scripts).migrate().migrationsExecuted);
    }

    @Test
    void a_user_without_the_right_to_create_tables_is_told_which_grant_is_missing() throws SQLException {
        String role = "reader_" + UUID.randomUUID().toString().replace("-", "");
        String password = UUID.randomUUID().toString();
        database()
                .execute(
                        "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
                        "CREATE ROLE " + role + " LOGIN PASSWORD '" + password + "'");
        try {
            PersistenceConfig config = PersistenceConfig.builder()
                    .databaseUrl(database().config().databaseUrl().orElseThrow().jdbcUrl())
                    .credentials(role, password)
                    .build();
            DatabaseException error = assertThrows(
                    DatabaseException.class, () -> Schema.of(config).migrate());
            assertTrue(error.getMessage().contains("GRANT CREATE ON SCHEMA \"public\""), error.getMessage());
            assertEquals(0, database().facts().values().size());
        } finally {
            database().execute("DROP ROLE " + role);
        }
    }

    @Test
    void a_user_without_a_schema_is_told_so() throws SQLException {
        database().execute("DROP SCHEMA public");
        ConfigurationException error = assertThrows(ConfigurationException.class, () -> schema().migrate());
        assertTrue(error.getMessage().contains("search_path"), error.getMessage());
    }

    @Test
    void the_schema_of_the_url_is_the_one_that_is_migrated() throws SQLException {
        database().execute("CREATE SCHEMA lab");
        DatabaseUrl url = database().config().databaseUrl().orElseThrow();
        Schema lab = Schema.of(PersistenceConfig.builder()
                .databaseUrl(url.jdbcUrl() + "?currentSchema=lab")
                .credentials(String.valueOf(url.user()), String.valueOf(url.password()))
                .build());
        assertEquals(2, lab.migrate().size());
        assertTrue(lab.status().isCurrent());
        assertEquals(State.EMPTY, schema().status().state());
    }

    @Test
    void a_host_data_source_is_used() {
        DatabaseUrl url = database().config().databaseUrl().orElseThrow();
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url.jdbcUrl());
        source.setUser(url.user());
        source.setPassword(url.password());
        Schema schema = Schema.of(PersistenceConfig.builder().dataSource(source).build());
        assertEquals(2, schema.migrate().size());
        assertTrue(schema().status().isCurrent());
    }

    @Test
    void there_is_nothing_to_take_over() {
        ConfigurationException error =
                assertThrows(ConfigurationException.class, () -> schema().baseline(BaselineOptions.defaults()));
        assertTrue(error.getMessage().contains("synthlab-db schema migrate"), error.getMessage());
    }
}
