package io.synthlab.persistence.benchmarks.startup;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Steps of the JVMs of one kind, in milliseconds.
 *
 * @param values a value for each round, by step in the order of the steps
 */
record Steps(Map<String, List<Double>> values) {
    Steps() {
        this(new LinkedHashMap<>());
    }

    void add(String line) {
        String[] mark = line.substring(Marks.LINE.length()).split("=", 2);
        values.computeIfAbsent(mark[0], step -> new ArrayList<>()).add(Long.parseLong(mark[1]) / 1e6);
    }

    /** Returns the sum of the steps up to one, of each round. */
    List<Double> until(String last) {
        List<Double> sums = new ArrayList<>(Collections.nCopies(values.get(last).size(), 0.0));
        for (Map.Entry<String, List<Double>> step : values.entrySet()) {
            for (int round = 0; round < sums.size(); round++) {
                sums.set(round, sums.get(round) + step.getValue().get(round));
            }
            if (step.getKey().equals(last)) {
                break;
            }
        }
        return sums;
    }

    String medians() {
        List<String> all = new ArrayList<>();
        values.forEach((step, each) -> all.add(String.format(Locale.ROOT, "%s %.0f", step, median(each))));
        return String.join(", ", all);
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    static String spread(List<Double> values) {
        return String.format(
                Locale.ROOT, "%.0f (%.0f - %.0f)", median(values), Collections.min(values), Collections.max(values));
    }
}
