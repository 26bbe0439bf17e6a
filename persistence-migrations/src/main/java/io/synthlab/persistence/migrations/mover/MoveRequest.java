package io.synthlab.persistence.migrations.mover;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.DatabaseUrl;
import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.error.ConfigurationException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * What to move, and how.
 *
 * @param source SQLite file to read; never written to
 * @param target PostgreSQL database at the expected schema version
 * @param sourceFrozen whether the owner of the file promises that nothing writes to it; then no private copy is made
 *     unless there is content in a file beside it
 * @param workDirectory directory for the private copy, which needs as much room as the source
 * @param problemLimit how many problems of the source are named before a copy is refused; the rest is counted
 * @param differenceLimit how many differences of each table are named by a verification; the rest is counted
 * @param showValues whether differences show both values, which are stored text
 */
public record MoveRequest(
        DatabaseUrl source,
        PersistenceConfig target,
        boolean sourceFrozen,
        Path workDirectory,
        int problemLimit,
        int differenceLimit,
        boolean showValues) {
    /** How many problems are named unless asked otherwise. */
    public static final int DEFAULT_PROBLEM_LIMIT = 20;
    /** How many differences of each table are named unless asked otherwise. */
    public static final int DEFAULT_DIFFERENCE_LIMIT = 10;

    private static final int LARGEST_LIMIT = 100_000;

    /**
     * Checks every part.
     *
     * @throws ConfigurationException if the source is no SQLite file, the target is one, or a limit is out of range
     */
    public MoveRequest {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(workDirectory, "workDirectory");
        if (source.kind() != DatabaseKind.SQLITE) {
            throw new ConfigurationException("the source of a move must be a SQLite file but is " + source.display());
        }
        target.databaseUrl().filter(url -> url.kind() != DatabaseKind.POSTGRESQL).ifPresent(url -> {
            throw new ConfigurationException("the target of a move must be PostgreSQL but is " + url.display());
        });
        requireInRange("problemLimit", problemLimit);
        requireInRange("differenceLimit", differenceLimit);
    }

    /**
     * Returns a request with everything else at its default: live source, private copy in the directory for temporary
     * files, values not shown.
     *
     * @param source SQLite file to read
     * @param target PostgreSQL database at the expected schema version
     * @return the request
     * @throws ConfigurationException if the source is no SQLite file or the target is one
     */
    public static MoveRequest of(DatabaseUrl source, PersistenceConfig target) {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        return new MoveRequest(
                source, target, false, temporary, DEFAULT_PROBLEM_LIMIT, DEFAULT_DIFFERENCE_LIMIT, false);
    }

    /**
     * Returns this request for a source that is or is not frozen.
     *
     * @param frozen whether the owner promises that nothing writes to the file
     * @return the new request
     */
    public MoveRequest withSourceFrozen(boolean frozen) {
        return new MoveRequest(
                source, target, frozen, workDirectory, problemLimit, differenceLimit, showValues);
    }

    /**
     * Returns this request with another place for the private copy.
     *
     * @param directory an existing directory
     * @return the new request
     */
    public MoveRequest withWorkDirectory(Path directory) {
        return new MoveRequest(source, target, sourceFrozen, directory, problemLimit, differenceLimit, showValues);
    }

    /**
     * Returns this request with other limits.
     *
     * @param problems how many problems are named, 1 to 100,000
     * @param differences how many differences of each table are named, 1 to 100,000
     * @return the new request
     * @throws ConfigurationException if one is out of range
     */
    public MoveRequest withLimits(int problems, int differences) {
        return new MoveRequest(source, target, sourceFrozen, workDirectory, problems, differences, showValues);
    }

    /**
     * Returns this request with or without values in differences.
     *
     * @param show whether both values are shown, which are stored text
     * @return the new request
     */
    public MoveRequest withShowValues(boolean show) {
        return new MoveRequest(source, target, sourceFrozen, workDirectory, problemLimit, differenceLimit, show);
    }

    private static void requireInRange(String name, int limit) {
        if (limit < 1 || limit > LARGEST_LIMIT) {
            throw new ConfigurationException(name + " must be 1-" + LARGEST_LIMIT + " but was " + limit);
        }
    }
}
