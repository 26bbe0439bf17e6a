package io.synthlab.persistence.jpa.session;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.DatabaseKind;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.internal.SessionFactoryRegistry;
import org.junit.jupiter.api.Test;

class SharedFactoryIT {
    /** Not the one this JVM shares, so that the last lease is the last. */
    private final SharedFactory shared = new SharedFactory(DatabaseKind.POSTGRESQL);

    @Test
    void given_two_leases_then_they_share_a_factory_until_the_last_is_closed() {
        SharedFactory.Lease first = shared.newLease();
        SharedFactory.Lease second = shared.newLease();
        SessionFactory factory = first.factory();
        assertSame(factory, second.factory());
        first.close();
        first.close();
        assertTrue(factory.isOpen());
        second.close();
        assertFalse(factory.isOpen());
    }

    @Test
    void given_a_new_lease_after_the_last_then_a_new_factory_is_built() {
        SessionFactory before;
        try (SharedFactory.Lease lease = shared.newLease()) {
            before = lease.factory();
        }
        try (SharedFactory.Lease lease = shared.newLease()) {
            assertNotSame(before, lease.factory());
        }
    }

    @Test
    void given_two_kinds_of_database_then_each_has_a_factory_of_its_own() {
        try (SharedFactory.Lease sqlite = SharedFactory.lease(DatabaseKind.SQLITE);
                SharedFactory.Lease postgres = SharedFactory.lease(DatabaseKind.POSTGRESQL)) {
            assertNotSame(sqlite.factory(), postgres.factory());
        }
    }

    @Test
    void given_the_last_lease_closed_then_nothing_of_the_factory_is_left_behind() {
        Set<Thread> before = threads();
        SessionFactory built;
        try (SharedFactory.Lease lease = shared.newLease()) {
            built = lease.factory();
        }
        String uuid = built.unwrap(SessionFactoryImplementor.class).getUuid();
        assertNull(SessionFactoryRegistry.INSTANCE.getSessionFactory(uuid));
        Set<Thread> left = threads();
        left.removeAll(before);
        assertTrue(left.isEmpty(), () -> "threads left: " + left);
    }

    @Test
    void given_the_last_lease_closed_then_the_factory_is_garbage() {
        WeakReference<SessionFactory> built;
        try (SharedFactory.Lease lease = shared.newLease()) {
            built = new WeakReference<>(lease.factory());
        }
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            while (built.get() != null) {
                System.gc();
            }
        });
    }

    @Test
    void given_a_closed_lease_then_it_gives_no_factory() {
        SharedFactory.Lease lease = shared.newLease();
        lease.close();
        assertThrows(IllegalStateException.class, lease::factory);
    }

    @Test
    void given_settings_of_the_host_then_the_factory_does_not_take_them_over() {
        String setting = "hibernate.generate_statistics";
        String before = System.getProperty(setting);
        System.setProperty(setting, "true");
        try (SharedFactory.Lease lease = shared.newLease()) {
            assertFalse(lease.factory().getStatistics().isStatisticsEnabled());
        } finally {
            if (before == null) {
                System.clearProperty(setting);
            } else {
                System.setProperty(setting, before);
            }
        }
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .collect(Collectors.toSet());
    }
}
