package io.synthlab.persistence.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.RepositoryFactory;
import io.synthlab.persistence.RepositoryName;
import io.synthlab.persistence.testkit.postgres.TestServers;
import io.synthlab.persistence.transaction.TransactionOptions;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Test classes that the tests of the extension run; no build runs them by itself. */
final class Samples {
    /** Where the databases of finished samples were. */
    static final List<String> SEEN = new CopyOnWriteArrayList<>();

    private Samples() {}

    /** What every sample does; a second test on the same database would break the primary key. */
    private static void insertFirst(TestDatabase database) {
        SEEN.add(database.url().jdbcUrl());
        assertEquals(1, database.execute("INSERT INTO notes VALUES (?, ?)", 1, "first"));
        assertEquals(List.of(Map.of("id", 1, "note", "first")), database.query("SELECT id, note FROM notes"));
    }

    /** A server named by URL may have another version than the one asked for. */
    private static void assertVersion(int wanted, TestDatabase database) {
        assertEquals(
                TestServers.postgres(wanted).majorVersion(),
                database.queryLong("SELECT current_setting('server_version_num')::int / 10000"));
    }

    @SynthLabDatabase(kind = DatabaseKind.SQLITE)
    static class OnSqlite {
        private final TestDatabase fromConstructor;
        private TestDatabase fromBeforeEach;

        OnSqlite(TestDatabase database) {
            fromConstructor = database;
        }

        @BeforeEach
        void setUp(TestDatabase database) {
            fromBeforeEach = database;
        }

        @RepeatedTest(3)
        void own(TestDatabase database) {
            assertSame(fromConstructor, database);
            assertSame(fromBeforeEach, database);
            insertFirst(database);
        }

        @Test
        void clock(TestDatabase database, TestClock clock) {
            assertSame(clock, database.clock());
            assertSame(clock, database.config().build().clock());
        }

        @Nested
        class Inner {
            @Test
            void own(TestDatabase database) {
                assertEquals(DatabaseKind.SQLITE, database.kind());
                insertFirst(database);
            }
        }
    }

    static class Subclass extends OnSqlite {
        Subclass(TestDatabase database) {
            super(database);
        }
    }

    @SynthLabDatabase(kind = DatabaseKind.SQLITE, provider = "legacy-jdbc")
    @Retention(RetentionPolicy.RUNTIME)
    @interface OnLegacy {}

    @OnLegacy
    static class MetaAnnotated {
        @Test
        void provider(TestDatabase database) {
            assertEquals(
                    "legacy-jdbc", database.config().build().defaultProvider().orElseThrow());
        }
    }

    @SynthLabDatabase(kind = DatabaseKind.SQLITE, migrated = false)
    static class NotMigrated {
        @Test
        void absent(TestDatabase database) {
            assertFalse(Files.exists(Path.of(database.url().sqlitePath())));
        }
    }

    @SynthLabDatabase(kind = DatabaseKind.SQLITE)
    static class LeavesOwnConnection {
        @Test
        @SuppressWarnings("resource") // the fault this sample is about
        void leaves(TestDatabase database) {
            SEEN.add(database.url().jdbcUrl());
            database.connect();
        }
    }

    @SynthLabDatabase(kind = DatabaseKind.SQLITE)
    static class LeavesForeignConnection {
        static Connection left;

        @Test
        void leaves(TestDatabase database) throws SQLException {
            SEEN.add(database.url().jdbcUrl());
            left = DriverManager.getConnection(database.url().jdbcUrl());
            left.createStatement().execute("INSERT INTO notes VALUES (1, NULL)");
        }
    }

    @SynthLabDatabase(kind = DatabaseKind.SQLITE)
    static class TooEarly {
        @BeforeAll
        static void all(TestDatabase database) {
            throw new AssertionError("never reached with " + database);
        }

        @Test
        void any() {}
    }

    @SynthLabDatabase(kind = DatabaseKind.POSTGRESQL, postgres = SynthLabDatabase.OLDEST_POSTGRES)
    static class OnOldest {
        @RepeatedTest(3)
        void own(TestDatabase database) {
            assertVersion(SynthLabDatabase.OLDEST_POSTGRES, database);
            insertFirst(database);
        }
    }

    @SynthLabDatabase(kind = DatabaseKind.POSTGRESQL)
    static class OnNewest {
        @RepeatedTest(10)
        void own(TestDatabase database) {
            assertVersion(SynthLabDatabase.NEWEST_POSTGRES, database);
            insertFirst(database);
        }
    }

    @SynthLabDatabase(kind = DatabaseKind.POSTGRESQL, migrated = false)
    static class NotMigratedOnNewest {
        @Test
        void empty(TestDatabase database) {
            assertEquals(0, database.queryLong("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"));
        }
    }

    @SynthLabDatabase(kind = DatabaseKind.POSTGRESQL)
    static class LeavesSession {
        static Connection left;

        @Test
        void leaves(TestDatabase database) throws SQLException {
            SEEN.add(database.url().jdbcUrl());
            left = DriverManager.getConnection(
                    database.url().jdbcUrl(),
                    database.url().user(),
                    database.url().password());
        }
    }

    /** What a test does with a factory, on each kind of database. */
    abstract static class WithFactory {
        @Test
        void uses(RepositoryFactory repositories, TestDatabase database) {
            SEEN.add(database.url().jdbcUrl());
            assertEquals(database.kind(), repositories.databaseKind());
            assertEquals("finding", repositories.switches().current(RepositoryName.SYNTH_GROUPS));
            assertTrue(repositories.synthGroups().findById("any").isEmpty());
            assertEquals(1, database.queryLong("SELECT count(*) FROM synth_groups"));
        }
    }

    @SynthLabDatabase(kind = DatabaseKind.SQLITE, provider = "finding")
    static class WithFactoryOnSqlite extends WithFactory {}

    @SynthLabDatabase(kind = DatabaseKind.POSTGRESQL, provider = "finding")
    static class WithFactoryOnPostgres extends WithFactory {}

    @SynthLabDatabase(kind = DatabaseKind.SQLITE, provider = "absent")
    static class AbsentProvider {
        @Test
        void any(RepositoryFactory repositories) {
            throw new AssertionError("never reached with " + repositories);
        }
    }

    /** A test that ends before a unit of work on another thread does. */
    abstract static class LeavesUnit {
        static CountDownLatch end;
        static Thread other;

        @Test
        void leaves(RepositoryFactory repositories, TestDatabase database) throws InterruptedException {
            SEEN.add(database.url().jdbcUrl());
            CountDownLatch begun = new CountDownLatch(1);
            end = new CountDownLatch(1);
            // A task keeps its failure to itself: its connection is gone when it ends.
            other = new Thread(new FutureTask<>(() -> repositories.inTransaction(TransactionOptions.READ_ONLY, tx -> {
                tx.synthGroups().findById("any");
                begun.countDown();
                end.await();
                return true;
            })));
            other.start();
            begun.await();
        }
    }

    @SynthLabDatabase(kind = DatabaseKind.SQLITE, provider = "finding")
    static class LeavesUnitOnSqlite extends LeavesUnit {}

    @SynthLabDatabase(kind = DatabaseKind.POSTGRESQL, provider = "finding")
    static class LeavesUnitOnPostgres extends LeavesUnit {}
}
