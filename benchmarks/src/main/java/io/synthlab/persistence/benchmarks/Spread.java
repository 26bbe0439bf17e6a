package io.synthlab.persistence.benchmarks;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Values of several rounds.
 *
 * @param sorted at least one, least first
 */
record Spread(List<Double> sorted) {
    Spread {
        sorted = List.copyOf(sorted);
    }

    static Spread of(DoubleStream values) {
        return new Spread(values.sorted().boxed().toList());
    }

    double least() {
        return sorted.get(0);
    }

    double most() {
        return sorted.get(sorted.size() - 1);
    }

    double median() {
        int size = sorted.size();
        return (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
    }
}
