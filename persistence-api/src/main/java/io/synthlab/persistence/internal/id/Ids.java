package io.synthlab.persistence.internal.id;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Makes identifiers: a prefix and random digits in lower-case hex, as the original does. */
public final class Ids {
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
