package io.synthlab.persistence.internal.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.observe.ConnectionEvent;
import io.synthlab.persistence.observe.PersistenceListener;
import io.synthlab.persistence.observe.Subscription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListenersTest {
    private static final ConnectionEvent EVENT = new ConnectionEvent(true, Duration.ZERO, true);

    private final Listeners listeners = new Listeners();
    private final List<String> heard = new ArrayList<>();

    private PersistenceListener writing(String name) {
        return new PersistenceListener() {
            @Override
            public void connected(ConnectionEvent event) {
                heard.add(name);
            }
        };
    }

    @Test
    void everyListenerHearsUntilItsEnd() {
        assertTrue(listeners.isEmpty());
        Subscription first = listeners.add(writing("first"));
        PersistenceListener twice = writing("twice");
        Subscription second = listeners.add(twice);
        listeners.add(twice);
        assertFalse(listeners.isEmpty());
        listeners.connected(EVENT);
        first.close();
        first.close();
        second.close();
        listeners.connected(EVENT);
        assertEquals(List.of("first", "twice", "twice", "twice"), heard);
    }

    @Test
    void whatAListenerThrowsReachesNobody() {
        for (Throwable thrown :
                new Throwable[] {new IllegalStateException(), new AssertionError(), new LinkageError()}) {
            listeners.add(new PersistenceListener() {
                @Override
                public void connected(ConnectionEvent event) {
                    if (thrown instanceof Error error) {
                        throw error;
                    }
                    throw (RuntimeException) thrown;
                }
            });
        }
        listeners.add(writing("last"));
        listeners.connected(EVENT);
        listeners.connected(EVENT);
        assertEquals(List.of("last", "last"), heard);
    }
}
