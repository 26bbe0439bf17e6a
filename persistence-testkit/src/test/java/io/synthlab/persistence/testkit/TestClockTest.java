package io.synthlab.persistence.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TestClockTest {
    private final TestClock clock = new TestClock();

    @Test
    void given_a_new_clock_when_read_twice_then_it_stands_still() {
        assertEquals(TestClock.START, clock.instant());
        assertEquals(TestClock.START, clock.instant());
    }

    @Test
    void given_a_view_in_another_zone_when_moved_then_both_move() {
        Clock view = clock.withZone(ZoneId.of("Asia/Tokyo"));
        Instant moved = clock.tick(Duration.ofMillis(-1));
        assertEquals(TestClock.START.minusMillis(1), moved);
        assertEquals(moved, view.instant());
        assertEquals(ZoneId.of("Asia/Tokyo"), view.getZone());
    }

    @Test
    void given_parts_of_a_microsecond_when_set_or_moved_then_refused() {
        assertThrows(IllegalArgumentException.class, () -> clock.tick(Duration.ofNanos(1500)));
        assertThrows(IllegalArgumentException.class, () -> clock.set(TestClock.START.plusNanos(1)));
        clock.set(Instant.EPOCH);
        assertEquals(Instant.EPOCH, clock.instant());
    }
}
