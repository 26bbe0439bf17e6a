package io.synthlab.persistence.spi;

import io.synthlab.persistence.DatabaseKind;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;

/** What an implementation may know of the database it works on. Safe for use by many threads. */
public interface DatabaseContext {
    /** Returns which database it is. */
    DatabaseKind kind();

    /**
     * Returns the unit of work of the calling thread.
     *
     * @return the unit; there always is one while a repository method runs
     * @throws io.synthlab.persistence.error.TransactionException if the thread has none
     */
    UnitOfWork unit();

    /** Returns the clock every timestamp is taken from. */
    Clock clock();

    /** Returns the zone of stored timestamps that carry none. */
    ZoneId naiveZone();

    /** Returns the directory of avatar files of synths that name no path. */
    Path avatarDirectory();
}
