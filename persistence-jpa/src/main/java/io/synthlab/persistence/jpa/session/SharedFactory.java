package io.synthlab.persistence.jpa.session;

import io.synthlab.persistence.DatabaseKind;
import java.util.EnumMap;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;

/**
 * The one session factory this JVM needs for a kind of database, while anybody needs it.
 *
 * <p>A factory holds metadata and query plans and knows no database, so sessions on any number of databases share it. It
 * is built when first used and closed with the last lease, which leaves nothing behind: no thread, no registration, no
 * reference to a class loader. Who opens and closes many sessions in a row holds a lease meanwhile.
 */
public final class SharedFactory {
    private static final Map<DatabaseKind, SharedFactory> ALL = new EnumMap<>(DatabaseKind.class);

    static {
        for (DatabaseKind kind : DatabaseKind.values()) {
            ALL.put(kind, new SharedFactory(kind));
        }
    }

    private final DatabaseKind kind;
    private @Nullable SessionFactory factory;
    private int leases;

    SharedFactory(DatabaseKind kind) {
        this.kind = kind;
    }

    /**
     * Takes a lease; cheap, nothing is built yet.
     *
     * @param kind which database
     * @return the lease, which the caller closes
     */
    public static Lease lease(DatabaseKind kind) {
        return ALL.get(kind).newLease();
    }

    synchronized Lease newLease() {
        leases++;
        return new Lease(this);
    }

    private synchronized SessionFactory get() {
        if (factory == null) {
            factory = FactoryBuilder.build(kind);
        }
        return factory;
    }

    private synchronized void release() {
        leases--;
        if (leases == 0 && factory != null) {
            SessionFactory last = factory;
            factory = null;
            last.close();
        }
    }

    /** The right to use the factory. Safe for use by many threads. */
    public static final class Lease implements AutoCloseable {
        private final SharedFactory shared;
        private volatile @Nullable SessionFactory factory;
        private boolean closed;

        private Lease(SharedFactory shared) {
            this.shared = shared;
        }

        /**
         * Returns the factory, building it if nobody has yet.
         *
         * @return the factory, open as long as this lease
         * @throws IllegalStateException if the lease is closed
         */
        public SessionFactory factory() {
            SessionFactory known = factory;
            return known == null ? take() : known;
        }

        private synchronized SessionFactory take() {
            if (closed) {
                throw new IllegalStateException("the session factory has been given back");
            }
            SessionFactory taken = shared.get();
            factory = taken;
            return taken;
        }

        /** Gives the factory back; the last one to do so closes it. May be called more than once. */
        @Override
        public synchronized void close() {
            if (!closed) {
                closed = true;
                factory = null;
                shared.release();
            }
        }
    }
}
