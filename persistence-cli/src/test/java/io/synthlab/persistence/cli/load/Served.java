package io.synthlab.persistence.cli.load;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.RepositoryName;
import io.synthlab.persistence.observe.CallEvent;
import io.synthlab.persistence.observe.PersistenceListener;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** Counts who served what, and how long it took. */
final class Served implements PersistenceListener {
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final Queue<Duration> latencies = new ConcurrentLinkedQueue<>();

    private static String label(RepositoryName name, String provider, boolean writes) {
        return name + " " + (writes ? "written by " : "read by ") + provider;
    }

    @Override
    public void called(CallEvent event) {
        counts.computeIfAbsent(label(event.repository(), event.provider(), event.writes()), label -> new LongAdder())
                .increment();
        latencies.add(event.latency());
    }

    /** Checks that each repository was read and written by each implementation. */
    void requireAll() {
        for (RepositoryName name : RepositoryName.values()) {
            for (String provider : List.of("legacy-jdbc", "jpa")) {
                assertTrue(counts.containsKey(label(name, provider, true)), label(name, provider, true));
                assertTrue(counts.containsKey(label(name, provider, false)), label(name, provider, false));
            }
        }
    }

    /** Returns the figures of a run as one line. */
    String figures(double seconds) {
        long[] sorted = latencies.stream().mapToLong(Duration::toNanos).sorted().toArray();
        return "%d calls, %.0f calls/s, call p50 %.2f ms, p99 %.2f ms, max %.0f ms, %d by jpa and %d by legacy-jdbc"
                .formatted(
                        sorted.length,
                        sorted.length / seconds,
                        sorted[sorted.length / 2] / 1e6,
                        sorted[(int) (sorted.length * 0.99)] / 1e6,
                        Arrays.stream(sorted).max().orElse(0) / 1e6,
                        by("jpa"),
                        by("legacy-jdbc"));
    }

    private long by(String provider) {
        return counts.entrySet().stream()
                .filter(each -> each.getKey().endsWith(" by " + provider))
                .mapToLong(each -> each.getValue().sum())
                .sum();
    }
}
