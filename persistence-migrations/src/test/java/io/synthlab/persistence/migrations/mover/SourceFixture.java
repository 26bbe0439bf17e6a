package io.synthlab.persistence.migrations.mover;

import io.synthlab.persistence.testkit.legacy.LegacyDatabase;
import io.synthlab.persistence.testkit.legacy.LegacySummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Legacy files for the tests of the mover, and ways to spoil them. */
public final class SourceFixture {
    private static final double SMALLEST = 0.01;

    private SourceFixture() {}

    /** Creates a clean file with few rows in each of the 19 tables. */
    public static Path clean(Path directory) {
        Path file = directory.resolve("clean.db");
        LegacyDatabase.create(file, LegacyDatabase.options().withScale(SMALLEST));
        thin(file);
        return file;
    }

    /** Creates a file with every planted defect. */
    static LegacySummary dirty(Path file) {
        return LegacyDatabase.create(
                file, LegacyDatabase.options().withScale(SMALLEST).withDirty(true));
    }

    /** Takes away most rows of the large tables. */
    private static void thin(Path file) {
        execute(
                file,
                "DELETE FROM synth_outcomes WHERE rowid % 97 <> 1",
                "DELETE FROM transcripts WHERE rowid % 13 <> 1",
                "VACUUM");
    }

    /** Runs statements with every constraint that can be switched off switched off, and folds the WAL in. */
    public static void execute(Path file, String... statements) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA ignore_check_constraints = ON");
            statement.execute("PRAGMA writable_schema = ON");
            statement.execute("PRAGMA synchronous = OFF");
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot prepare " + file.getFileName(), e);
        }
    }

    /** Copies a file to the same directory under another name. */
    public static Path copy(Path file, String name) {
        try {
            return Files.copy(file, file.resolveSibling(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns name and hash of every file of a directory. */
    static Map<String, String> hashes(Path directory) {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                hashes.put(file.getFileName().toString(), HexFormat.of().formatHex(digest));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        return hashes;
    }
}
