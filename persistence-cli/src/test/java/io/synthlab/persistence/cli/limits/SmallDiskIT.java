package io.synthlab.persistence.cli.limits;

import static io.synthlab.persistence.testkit.fixture.Fixtures.synth;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.RepositoryFactory;
import io.synthlab.persistence.error.DatabaseException;
import io.synthlab.persistence.error.SynthLabException;
import io.synthlab.persistence.migrations.BaselineOptions;
import io.synthlab.persistence.migrations.RollbackOptions;
import io.synthlab.persistence.migrations.Schema;
import io.synthlab.persistence.synth.Synth;
import io.synthlab.persistence.testkit.legacy.LegacyDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk that is truly full, and one that is truly read-only. What runs everywhere is in {@link SqliteLimitsIT}. */
@Tag("slow")
class SmallDiskIT {
    private static final int MANY = 20_000;

    private @Nullable SmallDisk disk;
    private Path file;

    @BeforeEach
    void mount(@TempDir Path directory) throws Exception {
        disk = SmallDisk.mount(directory.resolve("disk"), 6);
        assumeTrue(disk != null, "this user may not mount a small disk");
        file = disk.place().resolve("small.db");
        Schema.of(config("jpa").build()).migrate();
    }

    @AfterEach
    void unmount() throws Exception {
        if (disk != null) {
            disk.unmount();
        }
    }

    private PersistenceConfig.Builder config(String provider) {
        return PersistenceConfig.builder().databaseUrl("jdbc:sqlite:" + file).provider(provider);
    }

    private static List<Synth> synths(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(number -> synth("s%05d".formatted(number), "name ".repeat(50)))
                .toList();
    }

    private String ask(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : "nothing";
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"legacy-jdbc", "jpa"})
    void given_a_full_disk_when_units_write_then_each_is_whole_or_undone_and_the_file_is_sound(String provider)
            throws Exception {
        int written = 0;
        try (RepositoryFactory repositories =
                RepositoryFactory.open(config(provider).build())) {
            DatabaseException full = null;
            while (full == null && written < MANY) {
                try {
                    repositories.synths().saveAll(synths(written, 100));
                    written += 100;
                } catch (DatabaseException e) {
                    full = e;
                }
            }
            assertTrue(full != null, "the disk is full at last");
            assertTrue(full.getMessage().contains("the database has no space left to write"), full.getMessage());
            int kept = written;
            assertThrows(DatabaseException.class, () -> repositories.synths().saveAll(synths(kept, MANY - kept)));
            assertEquals(
                    written, repositories.synths().list(PageRequest.first()).total());
        }
        assertEquals("ok", ask("PRAGMA integrity_check"));
        assertEquals(Integer.toString(written), ask("SELECT count(*) FROM synths"));
        assertEquals("nothing", ask("PRAGMA foreign_key_check"));
    }

    @Test
    void given_a_read_only_disk_when_a_factory_is_opened_then_it_is_refused_with_a_reason_and_the_file_stays()
            throws Exception {
        try (RepositoryFactory repositories =
                RepositoryFactory.open(config("jpa").build())) {
            repositories.synths().saveAll(synths(0, 10));
        }
        byte[] before = Files.readAllBytes(file);
        disk.makeReadOnly();
        SynthLabException e = assertThrows(
                SynthLabException.class,
                () -> RepositoryFactory.open(config("jpa").build()).close());
        assertTrue(
                e.getMessage()
                        .endsWith(
                                file + ": SQLite cannot open or write it; it needs the right to write the file and its"
                                        + " directory"),
                e::getMessage);
        assertEquals(before.length, Files.size(file));
    }

    @Test
    void given_a_read_only_disk_when_the_schema_is_to_change_then_it_is_refused_with_a_reason_and_the_file_stays()
            throws Exception {
        Schema schema = Schema.of(config("jpa").build());
        schema.rollback(RollbackOptions.to("1"));
        Path legacy = disk.place().resolve("legacy.db");
        LegacyDatabase.create(legacy, LegacyDatabase.options().withScale(0.001));
        Schema original = Schema.of(
                PersistenceConfig.builder().databaseUrl("jdbc:sqlite:" + legacy).build());
        Schema missing = Schema.of(PersistenceConfig.builder()
                .databaseUrl("jdbc:sqlite:" + disk.place().resolve("new.db"))
                .build());
        byte[] before = Files.readAllBytes(file);
        byte[] legacyBefore = Files.readAllBytes(legacy);
        disk.makeReadOnly();
        assertReadOnly(schema::migrate);
        assertReadOnly(() -> schema.rollback(RollbackOptions.ofSteps(1).acceptingLoss()));
        assertReadOnly(() -> original.baseline(BaselineOptions.defaults()));
        assertReadOnly(missing::migrate);
        assertArrayEquals(before, Files.readAllBytes(file));
        assertArrayEquals(legacyBefore, Files.readAllBytes(legacy));
    }

    private static void assertReadOnly(Executable work) {
        SynthLabException e = assertThrows(SynthLabException.class, work);
        assertTrue(e.getMessage().contains("the right to write the file and its directory"), e::getMessage);
    }
}
