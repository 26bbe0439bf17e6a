package io.synthlab.persistence.migrations.mover.screen;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Facts about bytes that are meant to be UTF-8. */
final class Utf8 {
    private Utf8() {}

    static boolean holdsNul(byte[] text) {
        for (byte b : text) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the bytes are strict UTF-8: no surrogates, no overlong forms, nothing cut. */
    static boolean isValid(byte[] text) {
        for (byte b : text) {
            if (b < 0) {
                return decodes(text);
            }
        }
        return true;
    }

    private static boolean decodes(byte[] text) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Returns the number of code points of valid UTF-8. */
    static int length(byte[] text) {
        int length = 0;
        for (byte b : text) {
            if ((b & 0xC0) != 0x80) {
                length++;
            }
        }
        return length;
    }
}
