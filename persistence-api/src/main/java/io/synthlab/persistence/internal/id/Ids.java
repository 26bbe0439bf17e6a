package io.synthlab.persistence.internal.id;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Makes identifiers: a prefix and four random bytes in lower-case hex, as the original does. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 4;

    private Ids() {}

    /**
     * Makes an identifier.
     *
     * @param prefix for example {@code exp_}
     * @return prefix and eight hex digits
     */
    public static String random(String prefix) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return prefix + HexFormat.of().formatHex(bytes);
    }
}
