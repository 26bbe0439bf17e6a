package io.synthlab.persistence.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that stands still until a test moves it, in whole microseconds as databases store them. Safe for use by many
 * threads.
 */
public final class TestClock extends Clock {
    /** Where every test clock starts. The microseconds end in no zero, so that a lost digit shows. */
    public static final Instant START = Instant.parse("2026-03-14T15:09:26.535897Z");

    private final AtomicReference<Instant> now;
    private final ZoneId zone;

    /** Creates a clock in UTC that shows {@link #START}. */
    public TestClock() {
        this(new AtomicReference<>(START), ZoneOffset.UTC);
    }

    private TestClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /**
     * Moves the clock.
     *
     * @param step how far, in whole microseconds; negative moves it back
     * @return the new time
     * @throws IllegalArgumentException if the step is not in whole microseconds
     */
    public Instant tick(Duration step) {
        requireMicroseconds(step.getNano());
        return now.updateAndGet(instant -> instant.plus(step));
    }

    /**
     * Sets the clock.
     *
     * @param instant the new time, in whole microseconds
     * @throws IllegalArgumentException if the time is not in whole microseconds
     */
    public void set(Instant instant) {
        requireMicroseconds(instant.getNano());
        now.set(instant);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** Returns this clock in another zone; both move together. */
    @Override
    public Clock withZone(ZoneId newZone) {
        return new TestClock(now, Objects.requireNonNull(newZone, "newZone"));
    }

    @Override
    public String toString() {
        return "TestClock[" + now.get() + ", " + zone + "]";
    }

    private static void requireMicroseconds(int nanos) {
        if (nanos % ChronoUnit.MICROS.getDuration().getNano() != 0) {
            throw new IllegalArgumentException("databases store microseconds; " + nanos + " ns is finer");
        }
    }
}
