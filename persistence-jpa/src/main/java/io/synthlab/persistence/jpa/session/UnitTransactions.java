package io.synthlab.persistence.jpa.session;

import org.hibernate.jpa.spi.JpaCompliance;
import org.hibernate.resource.jdbc.spi.PhysicalConnectionHandlingMode;
import org.hibernate.resource.transaction.internal.SynchronizationRegistryStandardImpl;
import org.hibernate.resource.transaction.spi.IsolationDelegate;
import org.hibernate.resource.transaction.spi.SynchronizationRegistry;
import org.hibernate.resource.transaction.spi.TransactionCoordinator;
import org.hibernate.resource.transaction.spi.TransactionCoordinatorBuilder;
import org.hibernate.resource.transaction.spi.TransactionCoordinatorOwner;
import org.hibernate.resource.transaction.spi.TransactionObserver;
import org.hibernate.resource.transaction.spi.TransactionStatus;

/**
 * Tells Hibernate that a transaction is always active, and that it is not Hibernate's: a session lives inside of a unit
 * of work.
 *
 * <p>Without an active transaction Hibernate does not batch, and looks after each statement as if it had to tidy up
 * after the last one. With one of its own it would set autocommit, which on SQLite begins a second transaction, and a
 * commit of it would commit the unit.
 */
final class UnitTransactions implements TransactionCoordinatorBuilder {
    private static final long serialVersionUID = 1L;

    @Override
    public TransactionCoordinator buildTransactionCoordinator(TransactionCoordinatorOwner owner, Options options) {
        return new Coordinator(this, owner);
    }

    @Override
    public boolean isJta() {
        return false;
    }

    @Override
    public PhysicalConnectionHandlingMode getDefaultConnectionHandlingMode() {
        return PhysicalConnectionHandlingMode.IMMEDIATE_ACQUISITION_AND_HOLD;
    }

    private static UnsupportedOperationException notOurs() {
        return new UnsupportedOperationException("the transaction belongs to the unit of work");
    }

    private static final class Coordinator implements TransactionCoordinator, TransactionCoordinator.TransactionDriver {
        private final UnitTransactions builder;
        private final TransactionCoordinatorOwner owner;

        Coordinator(UnitTransactions builder, TransactionCoordinatorOwner owner) {
            this.builder = builder;
            this.owner = owner;
        }

        @Override
        public TransactionCoordinatorBuilder getTransactionCoordinatorBuilder() {
            return builder;
        }

        @Override
        public TransactionDriver getTransactionDriverControl() {
            return this;
        }

        @Override
        public TransactionStatus getStatus() {
            return TransactionStatus.ACTIVE;
        }

        @Override
        public boolean isJoined() {
            return true;
        }

        @Override
        public boolean isActive() {
            return true;
        }

        @Override
        public JpaCompliance getJpaCompliance() {
            return owner.getJdbcSessionOwner().getJdbcSessionContext().getJpaCompliance();
        }

        /** Nothing is ever told to it: the unit ends after the session has been closed. */
        @Override
        public SynchronizationRegistry getLocalSynchronizations() {
            return new SynchronizationRegistryStandardImpl();
        }

        @Override
        public void explicitJoin() {}

        @Override
        public void pulse() {}

        @Override
        public void addObserver(TransactionObserver observer) {}

        @Override
        public void removeObserver(TransactionObserver observer) {}

        @Override
        public int getTimeOut() {
            return -1; // none: the unit of work keeps its own
        }

        @Override
        public void setTimeOut(int seconds) {
            throw notOurs();
        }

        @Override
        public void begin() {
            throw notOurs();
        }

        @Override
        public void commit() {
            throw notOurs();
        }

        @Override
        public void rollback() {
            throw notOurs();
        }

        /** Hibernate's way to note an error; the unit notes it by itself, and may go on behind a savepoint. */
        @Override
        public void markRollbackOnly() {}

        @Override
        public IsolationDelegate createIsolationDelegate() {
            throw notOurs();
        }
    }
}
