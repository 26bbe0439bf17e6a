package io.synthlab.persistence.testkit.legacy;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A point in time in the textual forms the original left behind; a fraction of zero is left out.
 *
 * @param utc to the microsecond, in UTC
 */
record Moment(LocalDateTime utc) {
    /** The original's server stood three hours behind UTC all year. */
    private static final Duration BEHIND_UTC = Duration.ofHours(3);

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT);
    private static final DateTimeFormatter SQLITE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter COMPACT = DateTimeFormatter.ofPattern("uuuuMMdd_HHmmss", Locale.ROOT);

    Moment plusMinutes(long minutes) {
        return new Moment(utc.plusMinutes(minutes));
    }

    /** Returns the aware form, {@code 2025-05-01T12:00:00.000001+00:00}. */
    String aware() {
        return iso(utc) + "+00:00";
    }

    /** Returns the form with a trailing Z, {@code 2025-05-01T12:00:00.000001Z}. */
    String zulu() {
        return iso(utc) + "Z";
    }

    /** Returns the server's local time without offset, {@code 2025-05-01T09:00:00.000001}. */
    String local() {
        return iso(utc.minus(BEHIND_UTC));
    }

    /** Returns SQLite's own form in UTC, {@code 2025-05-01 12:00:00}. */
    String sqlite() {
        return utc.format(SQLITE);
    }

    /** Returns the local form inside batch ids, {@code 20250501_090000}. */
    String compact() {
        return utc.minus(BEHIND_UTC).format(COMPACT);
    }

    private static String iso(LocalDateTime time) {
        return time.format(time.getNano() == 0 ? SECONDS : MICROS);
    }
}
