package io.synthlab.persistence.migrations.mover.source;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.error.DatabaseException;
import io.synthlab.persistence.internal.error.ErrorTranslator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.core.DB;

/**
 * One unchanging state of a source file: a private copy, or the file itself where its owner says that it is frozen.
 *
 * <p>Content that is only in the {@code -wal} file is included. The source and the files beside it are never written
 * to, and no file appears beside it. The copy is deleted on {@link #close()}.
 */
public final class SourceFile implements AutoCloseable {
    private static final String WAL = "-wal";
    private static final String SHARED_MEMORY = "-shm";
    private static final String JOURNAL = "-journal";
    /** Offset in the header of the byte that is 2 in WAL mode. */
    private static final int JOURNAL_MODE_OFFSET = 18;
    /** Flags READONLY and URI of SQLite. */
    private static final String READ_ONLY_URI = "65";
    /** Flags READWRITE and URI of SQLite. */
    private static final String READ_WRITE_URI = "66";

    private static final Duration WRITER_PATIENCE = Duration.ofSeconds(30);
    private static final int RETRY_MILLIS = 100;

    private final Path file;
    private final @Nullable Path directory;

    private SourceFile(Path file, @Nullable Path directory) {
        this.file = file;
        this.directory = directory;
    }

    /**
     * Takes hold of one state of a file.
     *
     * @param source the file, which is a SQLite database
     * @param frozen whether its owner promises that nothing writes to it meanwhile; then it is read in place, unless
     *     there is a {@code -wal} or {@code -journal} file beside it
     * @param workDirectory where the private copy is made, in a directory of its own
     * @return the state, which the caller closes
     * @throws DatabaseException if the file cannot be read, or the copy cannot be written
     */
    public static SourceFile open(Path source, boolean frozen, Path workDirectory) {
        Path absolute = source.toAbsolutePath();
        if (frozen && isEmpty(beside(absolute, WAL)) && isEmpty(beside(absolute, JOURNAL))) {
            return new SourceFile(absolute, null);
        }
        Path directory;
        try {
            directory = Files.createTempDirectory(workDirectory, "synthlab-mover-");
        } catch (IOException e) {
            throw failed("cannot create a private copy in " + workDirectory + "; name a directory that can be written", e);
        }
        SourceFile copy = new SourceFile(directory.resolve("source.db"), directory);
        try {
            copy.take(absolute);
            return copy;
        } catch (SQLException e) {
            throw closing(copy, ErrorTranslator.translate(e, DatabaseKind.SQLITE, null, null));
        } catch (IOException e) {
            throw closing(copy, failed("cannot copy " + absolute + " to " + workDirectory + "; make room there", e));
        } catch (RuntimeException e) {
            throw closing(copy, e);
        }
    }

    /**
     * Opens a read-only connection to the state.
     *
     * @return a connection, which the caller closes
     * @throws SQLException if SQLite cannot open it
     */
    Connection connect() throws SQLException {
        return connect(file, "?immutable=1", READ_ONLY_URI);
    }

    /** Deletes the private copy. */
    @Override
    public void close() {
        if (directory == null) {
            return;
        }
        try (Stream<Path> files = Files.list(directory)) {
            for (Path each : files.toList()) {
                Files.delete(each);
            }
            Files.delete(directory);
        } catch (IOException e) {
            throw failed("cannot delete the private copy in " + directory + "; delete it by hand", e);
        }
    }

    private void take(Path source) throws SQLException, IOException {
        // Reading a WAL database that nobody has open would leave files beside it, so its bytes are copied instead.
        boolean idle = isWal(source) && !Files.exists(beside(source, SHARED_MEMORY));
        if (!idle || !copyIdle(source)) {
            backUp(source);
        }
    }

    /** Copies file and WAL, and tells whether nothing came in between. */
    private boolean copyIdle(Path source) throws SQLException, IOException {
        Path wal = beside(file, WAL);
        Stamp before = Stamp.of(source);
        Files.copy(source, file, StandardCopyOption.REPLACE_EXISTING);
        if (Files.exists(beside(source, WAL))) {
            Files.copy(beside(source, WAL), wal, StandardCopyOption.REPLACE_EXISTING);
        }
        if (!before.equals(Stamp.of(source)) || Files.exists(beside(source, SHARED_MEMORY))) {
            Files.deleteIfExists(file);
            Files.deleteIfExists(wal);
            return false;
        }
        if (Files.exists(wal)) {
            foldWal();
        }
        return true;
    }

    private void foldWal() throws SQLException {
        try (Connection connection = connect(file, "", READ_WRITE_URI);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }

    private void backUp(Path source) throws SQLException {
        try (Connection connection = connect(source, "?mode=ro", READ_ONLY_URI)) {
            DB database = connection.unwrap(SQLiteConnection.class).getDatabase();
            int retries = (int) (WRITER_PATIENCE.toMillis() / RETRY_MILLIS);
            // All pages in one step: a writer between two steps would make it start again.
            int code = database.backup("main", file.toString(), null, RETRY_MILLIS, retries, -1);
            if (code != SQLiteErrorCode.SQLITE_OK.code) {
                throw DB.newSQLException(code, "backup of the source");
            }
        }
    }

    private static Connection connect(Path file, String query, String flags) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("open_mode", flags);
        properties.setProperty("busy_timeout", Long.toString(WRITER_PATIENCE.toMillis()));
        return DriverManager.getConnection("jdbc:sqlite:" + file.toUri() + query, properties);
    }

    private static boolean isWal(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(JOURNAL_MODE_OFFSET + 1);
            return head.length > JOURNAL_MODE_OFFSET && head[JOURNAL_MODE_OFFSET] == 2;
        }
    }

    private static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    private static boolean isEmpty(Path file) {
        try {
            return !Files.exists(file) || Files.size(file) == 0;
        } catch (IOException e) {
            throw failed("cannot read " + file + "; check its permissions", e);
        }
    }

    private static RuntimeException closing(SourceFile copy, RuntimeException failure) {
        try {
            copy.close();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }

    private static DatabaseException failed(String message, IOException cause) {
        return new DatabaseException(null, null, message, cause);
    }

    /** What changes when a file is written to. */
    private record Stamp(long size, FileTime modified, @Nullable Object fileKey) {
        static Stamp of(Path file) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
        }
    }
}
