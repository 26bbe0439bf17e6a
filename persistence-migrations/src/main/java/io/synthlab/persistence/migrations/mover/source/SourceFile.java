package io.synthlab.persistence.migrations.mover.source;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.error.DatabaseException;
import io.synthlab.persistence.internal.error.ErrorTranslator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
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
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.core.DB;

/**
 * One unchanging state of a source file: a private copy, or the file itself where its owner says that it is frozen.
 *
 * <p>Content that is only in the {@code -wal} file is included. The source and the files beside it are never written
 * to, and no file appears beside it.
 */
public final class SourceFile {
    private static final String WAL = "-wal";
    private static final String SHARED_MEMORY = "-shm";
    private static final String JOURNAL = "-journal";
    /** Offset in the header of the byte that is 2 in WAL mode. */
    private static final int JOURNAL_MODE_OFFSET = 18;
    /** Flags READONLY, URI and NOMUTEX of SQLite: a connection has one user at a time, and each value would cost two locks. */
    private static final String READ_ONLY_URI = "32833";
    /** Flags READWRITE, URI and NOMUTEX of SQLite. */
    private static final String READ_WRITE_URI = "32834";
    /** Flags READWRITE, CREATE, URI and NOMUTEX of SQLite. */
    private static final String READ_WRITE_CREATE_URI = "32838";
    /** Offset in the header of the count of changes. */
    private static final int CHANGES_OFFSET = 24;

    private static final Duration WRITER_PATIENCE = Duration.ofSeconds(30);
    private static final int RETRY_MILLIS = 100;

    private final Path file;

    private SourceFile(Path file) {
        this.file = file;
    }

    /**
     * Takes hold of one state of a file.
     *
     * @param source the file, which is a SQLite database
     * @param frozen whether its owner promises that nothing writes to it meanwhile; then it is read in place, unless
     *     there is a {@code -wal} or {@code -journal} file beside it
     * @param place where the private copy is made
     * @return the state
     * @throws DatabaseException if the file cannot be read, or the copy cannot be written
     */
    public static SourceFile take(Path source, boolean frozen, WorkPlace place) {
        Path absolute = source.toAbsolutePath();
        if (frozen && isEmpty(beside(absolute, WAL)) && isEmpty(beside(absolute, JOURNAL))) {
            return new SourceFile(absolute);
        }
        SourceFile copy = new SourceFile(place.copy());
        try {
            copy.take(absolute);
            return copy;
        } catch (SQLException e) {
            throw ErrorTranslator.translate(e, DatabaseKind.SQLITE, null, null);
        } catch (IOException e) {
            throw failed("cannot copy " + absolute + " to " + place.directory() + "; make room there", e);
        }
    }

    /**
     * Returns the state that a run began with.
     *
     * @param source the file it came from
     * @param place where the private copy was made, if there is one
     * @return the state
     */
    public static SourceFile reopen(Path source, WorkPlace place) {
        return new SourceFile(Files.exists(place.copy()) ? place.copy() : source.toAbsolutePath());
    }

    /** Returns whether this is the source itself, which somebody could write to after all. */
    public boolean isInPlace(WorkPlace place) {
        return !file.equals(place.copy());
    }

    /** Returns how many bytes the state has. */
    public long bytes() {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw failed("cannot read " + file + "; check its permissions", e);
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

    /**
     * Opens a connection to a file of findings, with the state beside it under the name {@code src}.
     *
     * @param findings the file of findings, which is made if it is missing
     * @return a connection, which the caller closes; the state is read-only in it
     * @throws SQLException if SQLite cannot open one of them
     */
    public Connection connectBeside(Path findings) throws SQLException {
        Connection connection = connect(findings, "", READ_WRITE_CREATE_URI);
        try (var attach = connection.prepareStatement("ATTACH ? AS src")) {
            attach.setString(1, file.toUri() + "?immutable=1");
            attach.execute();
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * Returns what changes when somebody writes to a file.
     *
     * @param source the file
     * @return size, time and SQLite's own count of changes
     */
    public static String fingerprint(Path source) {
        try (InputStream in = Files.newInputStream(source)) {
            byte[] head = in.readNBytes(CHANGES_OFFSET + Integer.BYTES);
            int changes = head.length < CHANGES_OFFSET + Integer.BYTES
                    ? 0
                    : ByteBuffer.wrap(head).getInt(CHANGES_OFFSET);
            Path wal = beside(source, WAL);
            return Files.size(source) + "/" + changes + "/"
                    + Files.getLastModifiedTime(source).toMillis() + "/"
                    + (Files.exists(wal) ? Files.size(wal) : 0);
        } catch (IOException e) {
            throw failed("cannot read " + source + "; check its permissions", e);
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

    private static DatabaseException failed(String message, IOException cause) {
        return new DatabaseException(null, null, message, cause);
    }

    /** What changes when a file is written to. */
    private record Stamp(
            long size, FileTime modified, @Nullable Object fileKey) {
        static Stamp of(Path file) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
        }
    }
}
