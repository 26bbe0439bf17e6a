package io.synthlab.persistence.internal.connect;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Remembers who holds the writing connection of a SQLite file, for whoever waits in vain. */
final class WriterHolder {
    private record Holder(String thread, Instant since) {}

    private volatile @Nullable Holder holder;

    void taken() {
        holder = new Holder(Thread.currentThread().getName(), Instant.now());
    }

    void givenBack() {
        holder = null;
    }

    /** Says who holds the writer; the message is about threads, never about data. */
    SQLException explain(SQLException e) {
        Holder known = holder;
        String who = known == null
                ? "the only writing connection went from one unit of work to the next and never came to this one"
                : "the only writing connection is held by thread " + known.thread() + " for "
                        + Duration.between(known.since(), Instant.now()).toSeconds() + " s";
        return new SQLTimeoutException(who, e.getSQLState(), e);
    }
}
