package io.synthlab.persistence.internal.transaction;

import io.synthlab.persistence.transaction.TransactionOptions;
import java.sql.Connection;
import java.sql.SQLException;

/** Where units of work run: whose connection they use, and how they begin and end on it. */
interface UnitPlace {
    /**
     * Takes a connection.
     *
     * @throws io.synthlab.persistence.error.SynthLabException if there is none
     */
    Connection take();

    /** Begins a unit. */
    void begin(Connection connection, TransactionOptions options) throws SQLException;

    /** Keeps every statement until the unit's end within its time. */
    TransactionControl.Limit limit(Connection connection, Deadline deadline) throws SQLException;

    /** Ends a unit and keeps what it wrote. */
    void commit(Connection connection) throws SQLException;

    /** Ends a unit and undoes what it wrote. */
    void rollback(Connection connection) throws SQLException;

    /** Gives a connection back, or drops it if it is broken. */
    void giveBack(Connection connection, boolean broken);

    /** Returns whether the transaction is somebody else's, who may have written in it and who ends it. */
    boolean isHosts();
}
