package io.synthlab.persistence.internal.row;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * State and start of a generation as its row holds them: what it takes to end one that nobody finishes.
 *
 * <p>The start is kept as the very text that was read. A write that asks for this text again changes nothing if another
 * generation has begun in between.
 *
 * @param status stored state, or {@code null}
 * @param startText stored start, or {@code null}
 */
public record Generation(@Nullable String status, @Nullable String startText) {
    /** Error text of a row whose generation was ended. */
    public static final String STALE_ERROR = "generation did not finish in time";

    private static final String GENERATING = "generating";

    /**
     * Tells whether a generation has run for too long.
     *
     * @param row its row, for the error
     * @param column column of the start, for the error
     * @param startedBefore one that began earlier has run for too long
     * @param naiveZone zone of a start that carries none
     * @return whether it runs and began earlier; one without a start is older than any
     * @throws io.synthlab.persistence.error.UnreadableRowException if it runs and its start cannot be read
     */
    public boolean isStale(StoredRow row, String column, Instant startedBefore, ZoneId naiveZone) {
        if (!GENERATING.equals(status)) {
            return false;
        }
        Instant start = row.instant(column, startText, naiveZone);
        return start == null || start.isBefore(startedBefore);
    }
}
