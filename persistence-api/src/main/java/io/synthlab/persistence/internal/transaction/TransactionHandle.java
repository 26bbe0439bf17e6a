package io.synthlab.persistence.internal.transaction;

import io.synthlab.persistence.error.TransactionException;
import io.synthlab.persistence.transaction.Transaction;
import io.synthlab.persistence.transaction.TransactionWork;
import java.sql.SQLException;

/** What work sees of its unit. */
final class TransactionHandle implements Transaction {
    private final Unit unit;
    private final RepositoryFronts fronts;

    TransactionHandle(UnitManager manager, Unit unit) {
        this.unit = unit;
        this.fronts = new RepositoryFronts(call -> manager.call(unit, call));
    }

    @Override
    public <R> R repository(Class<R> type) {
        return fronts.repository(type);
    }

    @Override
    public <T, X extends Exception> T nested(TransactionWork<T, X> work) throws X {
        String savepoint = unit.savepoint();
        T result;
        try {
            result = work.run(this);
        } catch (Throwable e) {
            undo(savepoint, e);
            throw e;
        }
        if (unit.failure() != null) {
            TransactionException error = new TransactionException(
                    "the nested work was undone: an error in it was caught and ignored (see the cause); let it through",
                    unit.failure());
            undo(savepoint, error);
            throw error;
        }
        unit.release(savepoint);
        return result;
    }

    private void undo(String savepoint, Throwable error) {
        try {
            unit.rollbackTo(savepoint);
        } catch (SQLException e) {
            // The savepoint is out of reach, with it the connection: only a rollback of all is left.
            unit.failed(error);
            error.addSuppressed(unit.translate(e));
        }
    }

    @Override
    public void setRollbackOnly() {
        unit.askRollback();
    }

    @Override
    public boolean isRollbackOnly() {
        unit.requireOwner();
        return unit.failure() != null || unit.rollbackAsked();
    }

    @Override
    public boolean isReadOnly() {
        unit.requireOwner();
        return unit.readOnly();
    }
}
