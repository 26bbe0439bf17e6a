package io.synthlab.persistence.testkit.postgres;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How an embedded PostgreSQL runs.
 *
 * @param majorVersion version wanted, for example 14; empty takes what {@code directory} was made with, or the newest
 *     one there are binaries for
 * @param directory where data is kept after the server has stopped; empty for a directory that is deleted then
 * @param inMemory whether a directory that is deleted may be in memory; much faster, and for small data only. On disk
 *     where the machine offers no such place, or not enough of it
 * @param durable whether a commit survives a crash of the machine; off is many times faster
 * @param timeZone time zone of sessions that do not set one
 * @param port where to listen; empty for a free one. To start a server again where its clients look for it
 */
public record EmbeddedOptions(
        OptionalInt majorVersion,
        Optional<Path> directory,
        boolean inMemory,
        boolean durable,
        ZoneId timeZone,
        OptionalInt port) {
    /** A zone that is never at offset zero, so that a forgotten UTC shows. */
    private static final ZoneId TEST_ZONE = ZoneId.of("America/Sao_Paulo");

    private static final ZoneId UTC = ZoneId.of("UTC");

    /** Checks that every part is there. */
    public EmbeddedOptions {
        Objects.requireNonNull(majorVersion, "majorVersion");
        Objects.requireNonNull(directory, "directory");
        Objects.requireNonNull(timeZone, "timeZone");
        Objects.requireNonNull(port, "port");
    }

    /** Returns options for tests: nothing kept, in memory, not durable, a time zone that is not UTC. */
    public static EmbeddedOptions forTests() {
        return new EmbeddedOptions(OptionalInt.empty(), Optional.empty(), true, false, TEST_ZONE, OptionalInt.empty());
    }

    /** Returns options for a server whose data is gone when it stops; sessions are in UTC. */
    public static EmbeddedOptions temporary() {
        return new EmbeddedOptions(OptionalInt.empty(), Optional.empty(), false, false, UTC, OptionalInt.empty());
    }

    /**
     * Returns options for a durable server whose data stays; sessions are in UTC.
     *
     * @param directory missing, empty, or used by such a server before
     * @return the options
     */
    public static EmbeddedOptions keptIn(Path directory) {
        return new EmbeddedOptions(OptionalInt.empty(), Optional.of(directory), false, true, UTC, OptionalInt.empty());
    }

    /**
     * Returns the same options for a certain version.
     *
     * @param major for example 14
     * @return the options
     */
    public EmbeddedOptions withMajorVersion(int major) {
        return new EmbeddedOptions(OptionalInt.of(major), directory, inMemory, durable, timeZone, port);
    }

    /**
     * Returns the same options for a certain port.
     *
     * @param number a port that is free, for example that of a server that was stopped or crashed
     * @return the options
     */
    public EmbeddedOptions withPort(int number) {
        return new EmbeddedOptions(majorVersion, directory, inMemory, durable, timeZone, OptionalInt.of(number));
    }
}
