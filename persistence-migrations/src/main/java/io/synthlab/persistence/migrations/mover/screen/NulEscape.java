package io.synthlab.persistence.migrations.mover.screen;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Puts U+2400, SYMBOL FOR NULL, in place of U+0000. */
final class NulEscape {
    private static final byte[] SYMBOL = "\u2400".getBytes(StandardCharsets.UTF_8);
    private static final byte[] JSON_NUL = "u0000".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] JSON_SYMBOL = "u2400".getBytes(StandardCharsets.US_ASCII);

    private NulEscape() {}

    static byte[] text(byte[] text) {
        ByteArrayOutputStream escaped = new ByteArrayOutputStream(text.length + SYMBOL.length);
        for (byte b : text) {
            if (b == 0) {
                escaped.writeBytes(SYMBOL);
            } else {
                escaped.write(b);
            }
        }
        return escaped.toByteArray();
    }

    /** Changes the escape in strings of a document; what follows a backslash is never looked at twice. */
    static byte[] json(byte[] document) {
        byte[] escaped = document.clone();
        for (int at = 0; at + 1 < escaped.length; at++) {
            if (escaped[at] == '\\') {
                at++;
                if (startsAt(escaped, at, JSON_NUL)) {
                    System.arraycopy(JSON_SYMBOL, 0, escaped, at, JSON_SYMBOL.length);
                }
            }
        }
        return escaped;
    }

    private static boolean startsAt(byte[] text, int at, byte[] wanted) {
        if (at + wanted.length > text.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (text[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
