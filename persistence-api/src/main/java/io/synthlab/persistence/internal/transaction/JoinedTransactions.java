package io.synthlab.persistence.internal.transaction;

import io.synthlab.persistence.transaction.TransactionOptions;
import io.synthlab.persistence.transaction.TransactionWork;
import io.synthlab.persistence.transaction.Transactions;
import java.sql.Connection;

/** Units inside of a host's transaction. */
record JoinedTransactions(UnitManager units, HostPlace place) implements Transactions {
    @Override
    public <T, X extends Exception> T inTransaction(TransactionOptions options, TransactionWork<T, X> work) throws X {
        return units.inside(place, options, work);
    }

    @Override
    public Transactions join(Connection connection) {
        return units.join(connection);
    }

    @Override
    public boolean isActive() {
        return units.isActive();
    }
}
