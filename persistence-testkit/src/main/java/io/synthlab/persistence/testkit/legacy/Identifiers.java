package io.synthlab.persistence.testkit.legacy;

import java.util.Locale;

/** Makes identifiers that look random and never repeat: a reversible shuffle of consecutive numbers. */
final class Identifiers {
    /** Numbers per kind; the shuffled 32 bits are kind and number. */
    private static final int NUMBER_BITS = 27;

    private static final int SYNTH_ID_LENGTH = 6;
    private static final long SYNTH_IDS = 2_176_782_336L; // 36 to the power of 6
    private static final int UPPER_CASE_EVERY = 200;
    private static final int UPPER_CASE_AT = 13;

    private final int salt;

    Identifiers(long seed) {
        this.salt = shuffle(Long.hashCode(seed) + 1);
    }

    /**
     * Returns an identifier that no other kind and number has.
     *
     * @param number 0 to 2^27 - 1
     */
    String of(IdKind kind, long number) {
        int digits = shuffle((kind.ordinal() << NUMBER_BITS) + (int) number + salt);
        String hex = Integer.toHexString(digits);
        return kind.prefix() + "0".repeat(8 - hex.length()) + hex;
    }

    /** Returns the six characters of a synth id, a few of them in upper case as imported personas may have it. */
    String synth(int number) {
        int digits = number + salt;
        do {
            digits = shuffle(digits);
        } while (Integer.toUnsignedLong(digits) >= SYNTH_IDS);
        String text = Long.toString(Integer.toUnsignedLong(digits), 36);
        String padded = "0".repeat(SYNTH_ID_LENGTH - text.length()) + text;
        return isUpperCase(number) ? padded.toUpperCase(Locale.ROOT) : padded;
    }

    static boolean isUpperCase(int synth) {
        return synth % UPPER_CASE_EVERY == UPPER_CASE_AT;
    }

    /** Different numbers give different results: each step can be undone. */
    private static int shuffle(int number) {
        int mixed = (number ^ number >>> 15) * 0x2C1B3C6D;
        mixed = (mixed ^ mixed >>> 12) * 0x297A2D39;
        return mixed ^ mixed >>> 15;
    }
}
