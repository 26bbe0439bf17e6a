package io.synthlab.persistence.migrations.mover;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.DatabaseUrl;
import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.error.ConfigurationException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What to move, and how. Immutable; each method that begins with {@code with} returns another request. */
public final class MoveRequest {
    /** How many problems, and samples of each reason, are named unless asked otherwise. */
    public static final int DEFAULT_PROBLEM_LIMIT = 20;
    /** How many differences of each table are named unless asked otherwise. */
    public static final int DEFAULT_DIFFERENCE_LIMIT = 10;
    /** How many connections work side by side unless asked otherwise. */
    public static final int DEFAULT_JOBS = 2;

    /**
     * About how many bytes of values a chunk has unless asked otherwise. The server writes what comes in by COPY through a ring
     * of 16 MB, and each chunk begins another one: with chunks of 4 MB the load of the sample data took an eighth longer.
     */
    public static final long DEFAULT_CHUNK_BYTES = 16_000_000;

    /** How many bytes of values a chunk has at least. */
    public static final long SMALLEST_CHUNK_BYTES = 10_000;
    /** How many bytes of values a chunk has at most. */
    public static final long LARGEST_CHUNK_BYTES = 1_000_000_000;

    private static final int LARGEST_LIMIT = 100_000;
    private static final int MOST_JOBS = 64;

    /** What to do if a move into the target was begun before. */
    public enum Start {
        /** Nothing may have been begun. */
        NEW,
        /** Go on where it was cut off. */
        RESUME,
        /** Throw away what it has loaded, and begin anew. */
        RESTART
    }

    private final Parts parts;

    private MoveRequest(Parts parts) {
        this.parts = parts;
    }

    /** The values; changed only before a request is made of them. */
    private static final class Parts implements Cloneable {
        private final DatabaseUrl source;
        private final PersistenceConfig target;
        private boolean sourceFrozen;
        private Path workDirectory = Path.of(System.getProperty("java.io.tmpdir"));
        private MoveOptions options = MoveOptions.DEFAULTS;
        private Start start = Start.NEW;
        private int jobs = DEFAULT_JOBS;
        private long chunkBytes = DEFAULT_CHUNK_BYTES;
        private long rateLimit;
        private int problemLimit = DEFAULT_PROBLEM_LIMIT;
        private int differenceLimit = DEFAULT_DIFFERENCE_LIMIT;
        private boolean showValues;
        private @Nullable Path quarantineFile;

        Parts(DatabaseUrl source, PersistenceConfig target) {
            this.source = source;
            this.target = target;
        }

        @Override
        public Parts clone() {
            try {
                return (Parts) super.clone();
            } catch (CloneNotSupportedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /**
     * Returns a request with everything at its default: live source, private copy in the directory for temporary files, two
     * connections, nothing begun before, values not shown.
     *
     * @param source SQLite file to read; never written to
     * @param target PostgreSQL database at the expected schema version
     * @return the request
     * @throws ConfigurationException if the source is no SQLite file or the target is one
     */
    public static MoveRequest of(DatabaseUrl source, PersistenceConfig target) {
        if (source.kind() != DatabaseKind.SQLITE) {
            throw new ConfigurationException("the source of a move must be a SQLite file but is " + source.display());
        }
        target.databaseUrl()
                .filter(url -> url.kind() != DatabaseKind.POSTGRESQL)
                .ifPresent(url -> {
                    throw new ConfigurationException("the target of a move must be PostgreSQL but is " + url.display());
                });
        return new MoveRequest(new Parts(source, target));
    }

    private MoveRequest with(Consumer<Parts> change) {
        Parts changed = parts.clone();
        change.accept(changed);
        return new MoveRequest(changed);
    }

    /** Returns the SQLite file to read. */
    public DatabaseUrl source() {
        return parts.source;
    }

    /** Returns the PostgreSQL database to write to. */
    public PersistenceConfig target() {
        return parts.target;
    }

    /** Returns whether the owner of the file promises that nothing writes to it: then no private copy is made. */
    public boolean sourceFrozen() {
        return parts.sourceFrozen;
    }

    /** Returns the directory for the private copy and the findings. */
    public Path workDirectory() {
        return parts.workDirectory;
    }

    /** Returns what may be changed so that a row can arrive. */
    public MoveOptions options() {
        return parts.options;
    }

    /** Returns what to do if a move was begun before. */
    public Start start() {
        return parts.start;
    }

    /** Returns how many connections work side by side. */
    public int jobs() {
        return parts.jobs;
    }

    /** Returns about how many bytes of values one transaction writes. */
    public long chunkBytes() {
        return parts.chunkBytes;
    }

    /** Returns how many bytes of values a second are read or written at most, 0 for no limit. */
    public long rateLimit() {
        return parts.rateLimit;
    }

    /** Returns how many problems, and samples of each reason, are named; the rest is counted. */
    public int problemLimit() {
        return parts.problemLimit;
    }

    /** Returns how many differences of each table are named; the rest is counted. */
    public int differenceLimit() {
        return parts.differenceLimit;
    }

    /** Returns whether differences show both values, which are stored text. */
    public boolean showValues() {
        return parts.showValues;
    }

    /** Returns the file for rows in quarantine; empty for one in the work directory. */
    public Optional<Path> quarantineFile() {
        return Optional.ofNullable(parts.quarantineFile);
    }

    /**
     * Returns this request for a source that is or is not frozen.
     *
     * @param frozen whether the owner promises that nothing writes to the file
     * @return the new request
     */
    public MoveRequest withSourceFrozen(boolean frozen) {
        return with(changed -> changed.sourceFrozen = frozen);
    }

    /**
     * Returns this request with another place for the private copy, which needs as much room as the source.
     *
     * @param directory an existing directory
     * @return the new request
     */
    public MoveRequest withWorkDirectory(Path directory) {
        Objects.requireNonNull(directory, "directory");
        return with(changed -> changed.workDirectory = directory);
    }

    /**
     * Returns this request with other options.
     *
     * @param options what may be changed so that a row can arrive
     * @return the new request
     */
    public MoveRequest withOptions(MoveOptions options) {
        Objects.requireNonNull(options, "options");
        return with(changed -> changed.options = options);
    }

    /**
     * Returns this request with another way to begin.
     *
     * @param start what to do if a move was begun before
     * @return the new request
     */
    public MoveRequest withStart(Start start) {
        Objects.requireNonNull(start, "start");
        return with(changed -> changed.start = start);
    }

    /**
     * Returns this request with more or fewer connections.
     *
     * @param jobs connections that work side by side, 1 to 64
     * @return the new request
     * @throws ConfigurationException if out of range
     */
    public MoveRequest withJobs(int jobs) {
        if (jobs < 1 || jobs > MOST_JOBS) {
            throw new ConfigurationException("jobs must be 1-%d but was %d".formatted(MOST_JOBS, jobs));
        }
        return with(changed -> changed.jobs = jobs);
    }

    /**
     * Returns this request with larger or smaller chunks. Each is one transaction: a run that is stopped ends the chunks it is
     * at, one a connection, and a run that is killed loses them. A run that goes on keeps the size it began with.
     *
     * @param bytes about how many bytes of values, 10,000 to 1,000,000,000
     * @return the new request
     * @throws ConfigurationException if out of range
     */
    public MoveRequest withChunkBytes(long bytes) {
        if (bytes < SMALLEST_CHUNK_BYTES || bytes > LARGEST_CHUNK_BYTES) {
            throw new ConfigurationException(
                    "chunkBytes must be %d-%d but was %d".formatted(SMALLEST_CHUNK_BYTES, LARGEST_CHUNK_BYTES, bytes));
        }
        return with(changed -> changed.chunkBytes = bytes);
    }

    /**
     * Returns this request with a limit of its speed.
     *
     * @param bytesPerSecond bytes of values a second, 0 for no limit
     * @return the new request
     * @throws ConfigurationException if negative
     */
    public MoveRequest withRateLimit(long bytesPerSecond) {
        if (bytesPerSecond < 0) {
            throw new ConfigurationException("rateLimit must be 0 or more but was " + bytesPerSecond);
        }
        return with(changed -> changed.rateLimit = bytesPerSecond);
    }

    /**
     * Returns this request with other limits.
     *
     * @param problems how many problems, and samples of each reason, are named, 1 to 100,000
     * @param differences how many differences of each table are named, 1 to 100,000
     * @return the new request
     * @throws ConfigurationException if one is out of range
     */
    public MoveRequest withLimits(int problems, int differences) {
        requireInRange("problemLimit", problems);
        requireInRange("differenceLimit", differences);
        return with(changed -> {
            changed.problemLimit = problems;
            changed.differenceLimit = differences;
        });
    }

    /**
     * Returns this request with values shown or not.
     *
     * @param show whether differences show both values
     * @return the new request
     */
    public MoveRequest withShowValues(boolean show) {
        return with(changed -> changed.showValues = show);
    }

    /**
     * Returns this request with another file for rows in quarantine.
     *
     * @param file where to, if there are any; replaced if it exists
     * @return the new request
     */
    public MoveRequest withQuarantineFile(Path file) {
        Objects.requireNonNull(file, "file");
        return with(changed -> changed.quarantineFile = file);
    }

    private static void requireInRange(String name, int limit) {
        if (limit < 1 || limit > LARGEST_LIMIT) {
            throw new ConfigurationException("%s must be 1-%d but was %d".formatted(name, LARGEST_LIMIT, limit));
        }
    }
}
