package io.synthlab.persistence.migrations.mover.screen;

import io.synthlab.persistence.internal.text.StorableText;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Shows values of keys, however they are stored. */
final class SourceKeys {
    private static final int LONGEST = 80;

    private SourceKeys() {}

    /** Returns a text as it is where it can be printed, anything else in hex. */
    static String shown(String storageClass, String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        if (storageClass.equals("text") && bytes.length <= LONGEST) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            boolean printable = text.indexOf('\uFFFD') < 0
                    && StorableText.firstUnstorable(text) < 0
                    && text.chars().noneMatch(Character::isISOControl);
            if (printable) {
                return text;
            }
        }
        return storageClass + " x'" + hex.substring(0, Math.min(hex.length(), LONGEST)) + "'";
    }
}
