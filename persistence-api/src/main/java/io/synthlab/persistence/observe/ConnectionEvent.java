package io.synthlab.persistence.observe;

import java.time.Duration;
import java.util.Objects;

/**
 * A unit of work asked for a connection.
 *
 * @param readOnly whether the unit only reads; on SQLite such units have a pool of their own
 * @param waited how long it took
 * @param obtained whether there is one; if not, the unit was not begun
 */
public record ConnectionEvent(boolean readOnly, Duration waited, boolean obtained) {
    /** Checks that every part is there. */
    public ConnectionEvent {
        Objects.requireNonNull(waited, "waited");
    }
}
