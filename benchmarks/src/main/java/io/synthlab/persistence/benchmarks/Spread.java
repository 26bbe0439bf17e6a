package io.synthlab.persistence.benchmarks;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Values of several rounds.
 *
 * @param sorted at least one, least first
 */
public record Spread(List<Double> sorted) {
    /**
     * Keeps the values.
     *
     * @param sorted at least one, least first
     */
    public Spread {
        sorted = List.copyOf(sorted);
    }

    /**
     * Sorts values.
     *
     * @param values at least one
     * @return them
     */
    public static Spread of(Collection<Double> values) {
        return new Spread(values.stream().sorted().toList());
    }

    /**
     * Returns the least value.
     *
     * @return the least value
     */
    public double least() {
        return sorted.get(0);
    }

    /**
     * Returns the largest value.
     *
     * @return the largest value
     */
    public double most() {
        return sorted.get(sorted.size() - 1);
    }

    /**
     * Returns the value in the middle, of an even number the mean of both.
     *
     * @return the median
     */
    public double median() {
        int size = sorted.size();
        return (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
    }

    /**
     * Tells the median, the least and the largest value.
     *
     * @param decimals how many decimals
     * @return as {@code median (least - largest)}
     */
    public String text(int decimals) {
        String number = "%." + decimals + "f";
        return String.format(Locale.ROOT, number + " (" + number + " - " + number + ")", median(), least(), most());
    }
}
