package io.synthlab.persistence.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.DatabaseUrl;
import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.RepositoryFactory;
import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.error.SchemaMismatchException;
import io.synthlab.persistence.migrations.RollbackOptions;
import io.synthlab.persistence.migrations.Schema;
import io.synthlab.persistence.testkit.TestDatabase;
import io.synthlab.persistence.testkit.legacy.LegacyDatabase;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A host says by a setting what opening does about the schema. */
class SchemaSettingIT {
    private static final int HOSTS = 4;

    @TempDir
    private Path directory;

    private static PersistenceConfig config(TestDatabase database, String action) {
        return database.config().set("synthlab.schema", action).build();
    }

    private static TestDatabase empty(DatabaseKind kind) {
        TestDatabase database = TestDatabase.migrated(kind);
        Schema.of(database.config().build())
                .rollback(RollbackOptions.to(RollbackOptions.NOTHING).acceptingLoss());
        return database;
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void migrate_fills_an_empty_database_and_then_does_nothing(DatabaseKind kind) {
        try (TestDatabase database = empty(kind)) {
            PersistenceConfig config = config(database, "migrate");
            try (RepositoryFactory repositories = RepositoryFactory.open(config)) {
                assertEquals(
                        0,
                        repositories.experiments().list(PageRequest.of(10, 0)).total());
                assertTrue(Schema.of(config).status().isCurrent());
            }
            RepositoryFactory.open(config).close();
            RepositoryFactory.open(config(database, "check")).close();
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void hosts_that_open_at_once_all_open(DatabaseKind kind) throws Exception {
        try (TestDatabase database = empty(kind)) {
            ExecutorService threads = Executors.newFixedThreadPool(HOSTS);
            Callable<Boolean> open = () -> {
                try (RepositoryFactory repositories = RepositoryFactory.open(config(database, "migrate"))) {
                    return repositories.health().answers();
                }
            };
            for (Future<Boolean> opened :
                    threads.invokeAll(Stream.generate(() -> open).limit(HOSTS).toList())) {
                assertTrue(opened.get());
            }
            threads.shutdown();
        }
    }

    @Test
    void migrate_makes_a_file_that_is_missing() {
        Path file = directory.resolve("new.db");
        PersistenceConfig.Builder builder = PersistenceConfig.builder()
                .databaseUrl(DatabaseUrl.sqlite(file.toString()).jdbcUrl());
        assertThrows(
                RuntimeException.class,
                () -> RepositoryFactory.open(
                        builder.set("synthlab.schema", "check").build()));
        assertFalse(Files.exists(file));
        RepositoryFactory.open(builder.set("synthlab.schema", "migrate").build())
                .close();
        assertTrue(Files.exists(file));
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void check_refuses_what_differs_and_changes_nothing(DatabaseKind kind) {
        try (TestDatabase database = TestDatabase.migrated(kind)) {
            database.execute("DROP INDEX idx_synths_nome");
            RepositoryFactory.open(config(database, "none")).close();
            SchemaMismatchException error = assertThrows(
                    SchemaMismatchException.class, () -> RepositoryFactory.open(config(database, "check")));
            assertTrue(error.getMessage().contains("index idx_synths_nome on synths is missing"), error::getMessage);
            assertTrue(error.getMessage().contains("nothing was changed"), error::getMessage);
            List<String> still = Schema.of(database.config().build()).check().differences();
            assertEquals(1, still.size(), still::toString);
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void check_refuses_a_database_that_waits_for_a_version(DatabaseKind kind) {
        try (TestDatabase database = TestDatabase.migrated(kind)) {
            Schema.of(database.config().build()).rollback(RollbackOptions.to("1"));
            SchemaMismatchException error = assertThrows(
                    SchemaMismatchException.class, () -> RepositoryFactory.open(config(database, "check")));
            assertTrue(error.getMessage().contains("versions are missing: 2"), error::getMessage);
            RepositoryFactory.open(config(database, "migrate")).close();
        }
    }

    @Test
    void migrate_does_not_take_over_a_file_of_the_original() {
        Path file = directory.resolve("legacy.db");
        LegacyDatabase.create(file, LegacyDatabase.options().withScale(0.001));
        PersistenceConfig config = PersistenceConfig.builder()
                .databaseUrl(DatabaseUrl.sqlite(file.toString()).jdbcUrl())
                .set("synthlab.schema", "migrate")
                .build();
        SchemaMismatchException error =
                assertThrows(SchemaMismatchException.class, () -> RepositoryFactory.open(config));
        assertTrue(error.getMessage().contains("schema baseline"), error::getMessage);
    }

    @Test
    void without_a_migrator_the_setting_is_refused() throws Exception {
        try (TestDatabase database = TestDatabase.migrated(DatabaseKind.SQLITE)) {
            ClassLoader before = Thread.currentThread().getContextClassLoader();
            Thread.currentThread().setContextClassLoader(new WithoutMigrators(before));
            try {
                ConfigurationException error = assertThrows(
                        ConfigurationException.class, () -> RepositoryFactory.open(config(database, "migrate")));
                assertEquals(
                        "synthlab.schema is migrate, but there is no SchemaMigrator on the class path; add"
                                + " io.synthlab:persistence-migrations",
                        error.getMessage());
                RepositoryFactory.open(config(database, "none")).close();
            } finally {
                Thread.currentThread().setContextClassLoader(before);
            }
        }
    }

    /** A class path without the migrations module. */
    private static final class WithoutMigrators extends ClassLoader {
        WithoutMigrators(ClassLoader parent) {
            super(parent);
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return name.endsWith("spi.SchemaMigrator") ? Collections.emptyEnumeration() : super.getResources(name);
        }
    }
}
