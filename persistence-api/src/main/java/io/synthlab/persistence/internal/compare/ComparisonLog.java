package io.synthlab.persistence.internal.compare;

import io.synthlab.persistence.RepositoryName;
import io.synthlab.persistence.compare.ComparisonOutcome;
import io.synthlab.persistence.compare.Difference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/** Counts outcomes and keeps the latest differences. */
final class ComparisonLog {
    private final int kept;
    private final Deque<Difference> differences = new ArrayDeque<>();
    private final Map<RepositoryName, Map<ComparisonOutcome, LongAdder>> counts = new EnumMap<>(RepositoryName.class);

    ComparisonLog(int kept) {
        this.kept = kept;
        for (RepositoryName name : RepositoryName.values()) {
            Map<ComparisonOutcome, LongAdder> ofOne = new EnumMap<>(ComparisonOutcome.class);
            for (ComparisonOutcome outcome : ComparisonOutcome.values()) {
                ofOne.put(outcome, new LongAdder());
            }
            counts.put(name, ofOne);
        }
    }

    synchronized void add(Difference difference) {
        if (differences.size() == kept) {
            differences.removeFirst();
        }
        differences.addLast(difference);
    }

    synchronized List<Difference> differences() {
        return List.copyOf(differences);
    }

    private Map<ComparisonOutcome, LongAdder> of(RepositoryName name) {
        return Objects.requireNonNull(counts.get(name));
    }

    void count(RepositoryName name, ComparisonOutcome outcome) {
        Objects.requireNonNull(of(name).get(outcome)).increment();
    }

    void addTo(Map<ComparisonOutcome, Long> sums, RepositoryName name) {
        of(name).forEach((outcome, count) -> sums.merge(outcome, count.sum(), Long::sum));
    }

    synchronized void clear() {
        differences.clear();
        counts.values().forEach(ofOne -> ofOne.values().forEach(LongAdder::reset));
    }
}
