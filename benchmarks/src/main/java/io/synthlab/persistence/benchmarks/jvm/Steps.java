package io.synthlab.persistence.benchmarks.jvm;

import io.synthlab.persistence.benchmarks.Spread;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long steps took, a value for each round, by step in the order in which they came.
 *
 * <p>Not for use by several threads at once.
 */
public final class Steps {
    private final double nanosOfUnit;
    private final Map<String, List<Double>> values = new LinkedHashMap<>();

    private Steps(double nanosOfUnit) {
        this.nanosOfUnit = nanosOfUnit;
    }

    /**
     * Returns steps that are told in milliseconds.
     *
     * @return none yet
     */
    public static Steps millis() {
        return new Steps(1e6);
    }

    /**
     * Returns steps that are told in seconds.
     *
     * @return none yet
     */
    public static Steps seconds() {
        return new Steps(1e9);
    }

    /**
     * Adds a value.
     *
     * @param step its step
     * @param nanos how long it took, in nanoseconds
     */
    public void add(String step, long nanos) {
        values.computeIfAbsent(step, key -> new ArrayList<>()).add(nanos / nanosOfUnit);
    }

    void addMark(String line) {
        String[] mark = line.substring(Marks.LINE.length()).split("=", 2);
        add(mark[0], Long.parseLong(mark[1]));
    }

    /**
     * Returns whether there is a value of a step.
     *
     * @param step which
     * @return whether there is
     */
    public boolean has(String step) {
        return values.containsKey(step);
    }

    /**
     * Returns the values of every step.
     *
     * @return over the rounds, in the order of the steps
     */
    public Map<String, Spread> all() {
        Map<String, Spread> all = new LinkedHashMap<>();
        values.keySet().forEach(step -> all.put(step, of(step)));
        return all;
    }

    /**
     * Returns the values of a step.
     *
     * @param step one that {@link #has has} values
     * @return over the rounds
     */
    public Spread of(String step) {
        return Spread.of(values.get(step));
    }

    /**
     * Returns the sum of the steps up to one.
     *
     * @param last the last of them
     * @return over the rounds
     */
    public Spread until(String last) {
        List<Double> sums = new ArrayList<>(Collections.nCopies(values.get(last).size(), 0.0));
        for (Map.Entry<String, List<Double>> step : values.entrySet()) {
            for (int round = 0; round < sums.size(); round++) {
                sums.set(round, sums.get(round) + step.getValue().get(round));
            }
            if (step.getKey().equals(last)) {
                break;
            }
        }
        return Spread.of(sums);
    }

    /**
     * Tells the median of each step.
     *
     * @param decimals how many decimals
     * @return step by step
     */
    public String medians(int decimals) {
        List<String> all = new ArrayList<>();
        String form = "%s %." + decimals + "f";
        all().forEach((step, spread) -> all.add(String.format(Locale.ROOT, form, step, spread.median())));
        return String.join(", ", all);
    }
}
