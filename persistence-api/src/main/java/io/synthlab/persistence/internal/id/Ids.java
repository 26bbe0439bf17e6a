package io.synthlab.persistence.internal.id;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Makes identifiers: a prefix and random digits in lower-case hex, as the original does; and knows their forms. */
public final class Ids {
    /** What the id of an experiment looks like. */
    public static final Pattern EXPERIMENT = Pattern.compile("exp_[a-f0-9]{8}");
    /** What the id of an analysis looks like. */
    public static final Pattern ANALYSIS = Pattern.compile("ana_[a-f0-9]{8}");

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int USUAL_BYTES = 4;

    private Ids() {}

    /**
     * Makes an identifier.
     *
     * @param prefix for example {@code exp_}
     * @return prefix and eight hex digits
     */
    public static String random(String prefix) {
        return random(prefix, USUAL_BYTES);
    }

    /**
     * Makes an identifier.
     *
     * @param prefix for example {@code ins_}
     * @param bytes how much chance, two hex digits each
     * @return prefix and hex digits
     */
    public static String random(String prefix, int bytes) {
        byte[] chance = new byte[bytes];
        RANDOM.nextBytes(chance);
        return prefix + HexFormat.of().formatHex(chance);
    }
}
