package io.synthlab.persistence.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.DatabaseUrl;
import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.RepositoryFactory;
import io.synthlab.persistence.RepositoryName;
import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.error.SchemaMismatchException;
import io.synthlab.persistence.internal.schema.SchemaHistory;
import io.synthlab.persistence.migrations.mover.DataMover;
import io.synthlab.persistence.migrations.mover.MoveRequest;
import io.synthlab.persistence.migrations.mover.report.Progress;
import io.synthlab.persistence.migrations.mover.report.ProgressListener;
import io.synthlab.persistence.testkit.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the library refuses to open, with both real implementations on the class path; and that its remedy helps. */
class OpenRefusalIT {
    private static final String RUN = "; run: synthlab-db ";

    @RegisterExtension
    final SystemProperties settings = new SystemProperties();

    private static SchemaMismatchException refused(TestDatabase database) {
        PersistenceConfig config = database.config().build();
        SchemaMismatchException refusal =
                assertThrows(SchemaMismatchException.class, () -> RepositoryFactory.open(config));
        assertTrue(String.valueOf(refusal.getMessage()).contains(RUN), refusal::getMessage);
        return refusal;
    }

    /** Runs the command that a refusal names; its URL has no user, as it may be seen by others. */
    private Cli.Run follow(TestDatabase database, SchemaMismatchException refusal) {
        if (database.url().user() != null) {
            settings.set("synthlab.database-user", String.valueOf(database.url().user()));
        }
        if (database.url().password() != null) {
            settings.set(
                    "synthlab.database-password", String.valueOf(database.url().password()));
        }
        String message = String.valueOf(refusal.getMessage());
        return Cli.line(message.substring(message.indexOf(RUN) + RUN.length()));
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void an_empty_database_opens_after_the_command_that_was_named(DatabaseKind kind) {
        try (TestDatabase database = TestDatabase.migrated(kind)) {
            dropEverything(database);
            SchemaMismatchException refusal = refused(database);
            assertTrue(refusal.getMessage().contains("no tables of this library"), refusal::getMessage);
            assertTrue(refusal.getMessage().contains(RUN + "schema migrate --database "), refusal::getMessage);
            follow(database, refusal).endsWith(ExitCode.DONE);
            RepositoryFactory.open(database.config().build()).close();
        }
    }

    @Test
    void a_target_is_not_opened_before_the_move_into_it_is_finished(@TempDir Path directory) {
        Path source = directory.resolve("legacy.db");
        MoveFixture.createLegacy(source);
        try (TestDatabase database = TestDatabase.migrated(DatabaseKind.POSTGRESQL)) {
            PersistenceConfig config = database.config().build();
            MoveRequest request = MoveRequest.of(DatabaseUrl.sqlite(source.toString()), config)
                    .withWorkDirectory(directory);
            assertThrows(IllegalStateException.class, () -> DataMover.copy(request, OpenRefusalIT::stopInTheMiddle));
            long rows = MoveFixture.rows(database);
            SchemaMismatchException refusal =
                    assertThrows(SchemaMismatchException.class, () -> RepositoryFactory.open(config));
            assertTrue(String.valueOf(refusal.getMessage()).contains("--resume"), refusal::getMessage);
            assertEquals(rows, MoveFixture.rows(database));
            DataMover.copy(request.withStart(MoveRequest.Start.RESUME), ProgressListener.NONE);
            RepositoryFactory.open(config).close();
        }
    }

    private static void stopInTheMiddle(Progress progress) {
        if (progress.phase() == Progress.Phase.INDEX) {
            throw new IllegalStateException("terminal gone");
        }
    }

    private static void dropEverything(TestDatabase database) {
        if (database.kind() == DatabaseKind.POSTGRESQL) {
            database.execute("DROP SCHEMA public CASCADE");
            database.execute("CREATE SCHEMA public");
            return;
        }
        database.query("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
                .forEach(table -> database.execute("DROP TABLE \"" + table.get("name") + "\""));
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void a_newer_database_is_looked_at_by_the_command_that_was_named(DatabaseKind kind) {
        try (TestDatabase database = TestDatabase.migrated(kind)) {
            assertEquals(
                    1,
                    database.execute("UPDATE " + SchemaHistory.TABLE + " SET version = '99' WHERE version = '"
                            + SchemaHistory.EXPECTED_VERSION + "'"));
            SchemaMismatchException refusal = refused(database);
            assertTrue(refusal.getMessage().contains("(found: version 99)"), refusal::getMessage);
            assertTrue(refusal.getMessage().contains(RUN + "schema status --database "), refusal::getMessage);
            Cli.Run status = follow(database, refusal).endsWith(ExitCode.NOT_EQUAL);
            assertTrue(status.out().contains("V99"), status::out);
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void unknown_implementations_are_refused_with_those_that_were_found(DatabaseKind kind) {
        String message = "no provider \"jpaa\". Found: [jpa, legacy-jdbc]; ";
        try (TestDatabase database = TestDatabase.migrated(kind)) {
            PersistenceConfig all = database.config().provider("jpaa").build();
            assertTrue(refusal(all).startsWith(message), () -> refusal(all));
            PersistenceConfig one =
                    database.config().provider(RepositoryName.SYNTHS, "jpaa").build();
            assertTrue(refusal(one).startsWith(message), () -> refusal(one));
            try (RepositoryFactory open =
                    RepositoryFactory.open(database.config().build())) {
                String before = open.switches().current().toString();
                ConfigurationException switching = assertThrows(
                        ConfigurationException.class, () -> open.switches().use(RepositoryName.SYNTHS, "jpaa"));
                assertTrue(String.valueOf(switching.getMessage()).startsWith(message), switching::getMessage);
                assertEquals(before, open.switches().current().toString());
            }
        }
    }

    private static String refusal(PersistenceConfig config) {
        return String.valueOf(assertThrows(ConfigurationException.class, () -> RepositoryFactory.open(config))
                .getMessage());
    }
}
