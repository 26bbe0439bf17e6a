package io.synthlab.persistence.internal.observe;

import io.synthlab.persistence.observe.CallEvent;
import io.synthlab.persistence.observe.ComparisonEvent;
import io.synthlab.persistence.observe.ConnectionEvent;
import io.synthlab.persistence.observe.PersistenceListener;
import io.synthlab.persistence.observe.Subscription;
import io.synthlab.persistence.observe.SwitchChange;
import io.synthlab.persistence.observe.SwitchListener;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The listeners of one factory. */
public final class Listeners implements PersistenceListener {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final List<Place<PersistenceListener>> all = new CopyOnWriteArrayList<>();
    private final List<Place<SwitchListener>> ofSwitches = new CopyOnWriteArrayList<>();

    /** A listener and whether it has been complained about. Two places are never equal, though listeners may be. */
    private static final class Place<L> {
        private final L listener;
        private final AtomicBoolean failed = new AtomicBoolean();

        Place(L listener) {
            this.listener = Objects.requireNonNull(listener, "listener");
        }

        void tell(Consumer<? super L> event) {
            try {
                event.accept(listener);
            } catch (Exception | LinkageError | AssertionError e) {
                if (failed.compareAndSet(false, true)) {
                    LOG.warn("listener {} failed; further failures of it are not logged", listener.getClass(), e);
                }
            }
        }
    }

    /**
     * Adds a listener of everything.
     *
     * @param listener hears of what happens from now on
     * @return ends it
     */
    public Subscription add(PersistenceListener listener) {
        return add(all, new Place<>(listener));
    }

    /**
     * Adds a listener of switches.
     *
     * @param listener hears of what happens from now on
     * @return ends it
     */
    public Subscription add(SwitchListener listener) {
        return add(ofSwitches, new Place<>(listener));
    }

    private static <P> Subscription add(List<P> places, P place) {
        places.add(place);
        return () -> places.remove(place);
    }

    /** Returns whether nobody listens to calls, so that events need not be made. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    @Override
    public void called(CallEvent event) {
        all.forEach(place -> place.tell(listener -> listener.called(event)));
    }

    @Override
    public void connected(ConnectionEvent event) {
        all.forEach(place -> place.tell(listener -> listener.connected(event)));
    }

    @Override
    public void compared(ComparisonEvent event) {
        all.forEach(place -> place.tell(listener -> listener.compared(event)));
    }

    @Override
    public void switched(SwitchChange change) {
        all.forEach(place -> place.tell(listener -> listener.switched(change)));
        ofSwitches.forEach(place -> place.tell(listener -> listener.switched(change)));
    }
}
