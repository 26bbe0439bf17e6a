package io.synthlab.persistence.jpa.session;

import io.synthlab.persistence.DatabaseKind;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Holds leases on the session factories until the last test of the JVM has ended: tests open and close hundreds of
 * sessions, each of which would build a factory otherwise.
 *
 * <p>Registered for all tests of this module, see {@code junit-platform.properties}.
 */
public final class KeepFactories implements BeforeAllCallback {
    /** For JUnit. */
    public KeepFactories() {}

    @Override
    public void beforeAll(ExtensionContext context) {
        ExtensionContext.Store all = context.getRoot().getStore(ExtensionContext.Namespace.create(KeepFactories.class));
        for (DatabaseKind kind : DatabaseKind.values()) {
            all.computeIfAbsent(kind, SharedFactory::lease, SharedFactory.Lease.class);
        }
    }
}
