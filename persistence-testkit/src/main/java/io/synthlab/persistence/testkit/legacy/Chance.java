package io.synthlab.persistence.testkit.legacy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A source of random values that gives the same ones for the same seed, subject and number.
 *
 * <p>It stands on {@link Random} because that class promises its sequence for every Java version.
 */
final class Chance {
    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    private final Random random;

    private Chance(long seed) {
        this.random = new Random(seed);
    }

    static Chance of(long seed, String subject, long number) {
        long mixed = mix(seed + GOLDEN_RATIO * (subject.hashCode() + 1L));
        return new Chance(mix(mixed + GOLDEN_RATIO * (number + 1)));
    }

    /** Spreads neighbouring numbers over all 64 bits. */
    private static long mix(long value) {
        long mixed = (value ^ value >>> 31) * 0xD6E8FEB86659FD93L;
        mixed = (mixed ^ mixed >>> 29) * 0xA0761D6478BD642FL;
        return mixed ^ mixed >>> 32;
    }

    /** Returns 0 to {@code bound} - 1. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Returns a number from {@code first} to {@code last}, both included. */
    int between(int first, int last) {
        return first + random.nextInt(last - first + 1);
    }

    /** Returns a number from {@code low} to below {@code high}. */
    double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** Returns a share with three decimals, 0 to 1. */
    double thousandths() {
        return random.nextInt(1001) / 1000.0;
    }

    /** Returns a number from the normal distribution around 0 with deviation 1. */
    double normal() {
        return random.nextGaussian();
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Returns {@code count} different elements in random order. */
    <T> List<T> sample(List<T> choices, int count) {
        return distinct(choices.size(), count).stream().map(choices::get).toList();
    }

    /** Returns {@code count} different numbers below {@code bound} in random order. */
    List<Integer> distinct(int bound, int count) {
        Set<Integer> chosen = new LinkedHashSet<>();
        for (int top = bound - count; top < bound; top++) {
            int candidate = random.nextInt(top + 1);
            chosen.add(chosen.contains(candidate) ? top : candidate);
        }
        List<Integer> numbers = new ArrayList<>(chosen);
        Collections.shuffle(numbers, random);
        return numbers;
    }
}
