package io.synthlab.persistence.testkit.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.error.ConfigurationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LegacyDatabaseIT {
    private static final LegacyOptions SMALL = LegacyDatabase.options().withScale(0.05);

    @TempDir
    Path folder;

    @Test
    void given_equal_options_when_created_twice_then_the_files_are_equal() throws IOException {
        Path first = folder.resolve("first.db");
        Path second = folder.resolve("second.db");

        LegacySummary one = LegacyDatabase.create(first, SMALL.withDirty(true));
        LegacySummary two = LegacyDatabase.create(second, SMALL.withDirty(true));

        assertEquals(one, two);
        assertEquals(-1, Files.mismatch(first, second));
    }

    @Test
    void given_another_locale_and_zone_when_created_then_the_files_are_equal() throws IOException {
        Path here = folder.resolve("here.db");
        Path elsewhere = folder.resolve("elsewhere.db");
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();

        LegacyDatabase.create(here, SMALL.withDirty(true));
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG")); // its digits are not ASCII
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            LegacyDatabase.create(elsewhere, SMALL.withDirty(true));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }

        assertEquals(-1, Files.mismatch(here, elsewhere));
    }

    @Test
    void given_another_seed_when_created_then_sizes_are_equal_and_contents_are_not() throws SQLException {
        Path first = folder.resolve("first.db");
        Path second = folder.resolve("second.db");

        LegacySummary one = LegacyDatabase.create(first, SMALL);
        LegacySummary two = LegacyDatabase.create(second, SMALL.withSeed(2));

        assertEquals(one.rowsPerTable().get("synths"), two.rowsPerTable().get("synths"));
        String query = "SELECT id, nome, data FROM synths ORDER BY rowid";
        assertNotEquals(rows(first, query), rows(second, query));
    }

    @Test
    void when_created_then_the_file_is_sound_and_set_up_as_the_original_does() throws SQLException {
        Path file = folder.resolve("legacy.db");

        LegacySummary summary = LegacyDatabase.create(file, SMALL);

        assertEquals(List.of(), summary.planted());
        try (SqliteFile database = SqliteFile.open(file)) {
            assertEquals(List.of("ok"), database.column("PRAGMA integrity_check"));
            assertEquals(List.of(), database.column("PRAGMA foreign_key_check"));
            assertEquals(List.of("wal"), database.column("PRAGMA journal_mode"));
            assertEquals(List.of("0"), database.column("PRAGMA user_version"));
            assertEquals(List.of("UTF-8"), database.column("PRAGMA encoding"));
        }
    }

    @Test
    void when_created_then_the_summary_counts_every_table() throws SQLException {
        Path file = folder.resolve("legacy.db");

        LegacySummary summary = LegacyDatabase.create(file, SMALL.withScale(0.1).withDirty(true));

        Map<String, Long> counted = new TreeMap<>();
        try (SqliteFile database = SqliteFile.open(file)) {
            for (String table : database.tables()) {
                counted.put(table, database.number("SELECT count(*) FROM " + table));
            }
        }
        assertEquals(counted, summary.rowsPerTable());
    }

    @Test
    void sizes_are_linear_in_the_scale_and_have_minimums() {
        assertEquals(new Sizes(1000, 5, 20, 25, 8, 8, 30), Sizes.of(1));
        assertEquals(new Sizes(2500, 12, 50, 62, 20, 20, 75), Sizes.of(2.5));
        assertEquals(new Sizes(60, 2, 4, 6, 2, 2, 5), Sizes.of(1e-9));
    }

    @Test
    void when_created_then_only_the_database_is_left() throws IOException {
        Files.writeString(folder.resolve("legacy.db.part"), "left over from a run that was killed");

        LegacyDatabase.create(folder.resolve("legacy.db"), SMALL);

        assertEquals(List.of("legacy.db"), names());
    }

    @ParameterizedTest
    @ValueSource(strings = {"legacy.db", "legacy.db-wal", "legacy.db-shm", "legacy.db-journal"})
    void given_an_existing_file_or_companion_when_created_then_it_is_refused_and_kept(String name) throws IOException {
        Path existing = Files.writeString(folder.resolve(name), "precious");

        ConfigurationException refused = assertThrows(
                ConfigurationException.class, () -> LegacyDatabase.create(folder.resolve("legacy.db"), SMALL));

        assertTrue(refused.getMessage().startsWith(existing + " exists"), refused.getMessage());
        assertEquals("precious", Files.readString(existing));
        assertEquals(List.of(name), names());
    }

    @Test
    void given_an_existing_file_when_it_is_to_be_overwritten_then_it_and_its_companions_are_replaced()
            throws IOException, SQLException {
        Path file = Files.writeString(folder.resolve("legacy.db"), "old");
        Files.writeString(folder.resolve("legacy.db-wal"), "old");

        LegacyDatabase.create(file, SMALL.withOverwrite(true));

        assertEquals(List.of("legacy.db"), names());
        assertEquals(List.of(List.of("60")), rows(file, "SELECT count(*) FROM synths"));
    }

    @Test
    void given_a_failure_when_overwriting_then_the_old_file_is_kept() throws IOException {
        Path file = Files.writeString(folder.resolve("legacy.db"), "old");
        Files.createDirectories(folder.resolve("legacy.db.part").resolve("in the way"));

        assertThrows(UncheckedIOException.class, () -> LegacyDatabase.create(file, SMALL.withOverwrite(true)));

        assertEquals("old", Files.readString(file));
    }

    @Test
    void given_a_place_that_cannot_hold_the_file_when_created_then_the_error_says_so() {
        assertRefused(folder.resolve("missing").resolve("legacy.db"), "does not exist");
        assertRefused(folder.resolve("what?.db"), "question mark");
        assertRefused(folder, "is a folder");
    }

    private static void assertRefused(Path file, String reason) {
        ConfigurationException refused =
                assertThrows(ConfigurationException.class, () -> LegacyDatabase.create(file, SMALL));
        assertTrue(refused.getMessage().contains(reason), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, -0.0, Double.NaN, Double.POSITIVE_INFINITY, 1000.5})
    void given_a_scale_out_of_range_then_it_is_refused(double scale) {
        ConfigurationException refused = assertThrows(ConfigurationException.class, () -> SMALL.withScale(scale));
        assertTrue(refused.getMessage().startsWith("scale must be above 0"), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 9, 16})
    void given_an_unknown_version_then_it_is_refused(int version) {
        ConfigurationException refused =
                assertThrows(ConfigurationException.class, () -> SMALL.withSchemaVersion(version));
        assertTrue(refused.getMessage().startsWith("schemaVersion must be 7-15 without 9"), refused.getMessage());
    }

    @Test
    void given_an_old_version_then_the_older_tables_cannot_be_left_out() {
        LegacyOptions old = SMALL.withSchemaVersion(14);
        assertThrows(ConfigurationException.class, () -> old.withOlderTables(false));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static List<List<String>> rows(Path file, String query) throws SQLException {
        try (SqliteFile database = SqliteFile.open(file)) {
            return database.rows(query);
        }
    }
}
