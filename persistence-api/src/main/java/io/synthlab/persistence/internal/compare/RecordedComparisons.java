package io.synthlab.persistence.internal.compare;

import io.synthlab.persistence.RepositoryName;
import io.synthlab.persistence.compare.ComparisonOutcome;
import io.synthlab.persistence.compare.Comparisons;
import io.synthlab.persistence.compare.Difference;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What hosts see of comparing. */
record RecordedComparisons(ComparisonLog log, ComparisonQueue queue) implements Comparisons {
    @Override
    public List<Difference> differences() {
        return log.differences();
    }

    @Override
    public Map<ComparisonOutcome, Long> counts(RepositoryName repository) {
        return sums(repository);
    }

    @Override
    public Map<ComparisonOutcome, Long> counts() {
        return sums(RepositoryName.values());
    }

    private Map<ComparisonOutcome, Long> sums(RepositoryName... names) {
        Map<ComparisonOutcome, Long> sums = new EnumMap<>(ComparisonOutcome.class);
        for (RepositoryName name : names) {
            log.addTo(sums, name);
        }
        return Collections.unmodifiableMap(sums);
    }

    @Override
    public void clear() {
        log.clear();
    }

    @Override
    public boolean awaitIdle(Duration limit) throws InterruptedException {
        return queue.awaitIdle(limit);
    }
}
