package io.synthlab.persistence.internal.connect;

import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.error.ConnectionLostException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Looks at a SQLite file before a driver does, because the driver's own answers are late and vague. */
public final class SqliteFile {
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    private SqliteFile() {}

    /**
     * Checks that a file exists, can be read and is a SQLite database.
     *
     * @param name path as configured
     * @return the path
     * @throws ConnectionLostException if it is missing, unreadable or no database
     */
    public static Path requireDatabase(String name) {
        Path path = path(name);
        if (!Files.exists(path)) {
            throw unusable(
                    "SQLite file " + path + " does not exist; correct the path or create it with: synthlab-db"
                            + " schema migrate --database jdbc:sqlite:" + path,
                    null);
        }
        if (!Files.isRegularFile(path)) {
            throw unusable("SQLite file " + path + " is no regular file; name the database file", null);
        }
        byte[] head = head(path);
        // An empty file is an empty database to SQLite.
        if (head.length > 0 && !Arrays.equals(head, MAGIC)) {
            throw unusable("file " + path + " is not a SQLite database; name the database file", null);
        }
        return path;
    }

    /**
     * Reads a configured path.
     *
     * @param name path as configured
     * @return the path
     * @throws ConfigurationException if the platform has no such paths
     */
    public static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new ConfigurationException("SQLite URL holds no valid path on this platform");
        }
    }

    private static byte[] head(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(MAGIC.length);
        } catch (IOException e) {
            throw unusable("SQLite file " + path + " cannot be read; check its permissions", e);
        }
    }

    private static ConnectionLostException unusable(String message, @Nullable IOException cause) {
        return new ConnectionLostException(null, null, message, cause);
    }
}
