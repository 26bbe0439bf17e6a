package io.synthlab.persistence.migrations.mover.json;

import io.synthlab.persistence.migrations.mover.report.Rule;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Growing UTF-8 text in which strings are escaped as PostgreSQL escapes them. */
final class JsonBuffer {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    /** A string takes at most so many bytes per UTF-16 unit, as an escaped control character. */
    private static final int WIDEST = 6;

    private byte[] bytes = new byte[4096];
    private int size;

    int size() {
        return size;
    }

    void truncate(int newSize) {
        size = newSize;
    }

    byte[] copy(int from) {
        return Arrays.copyOfRange(bytes, from, size);
    }

    void append(byte[] source, int from, int to) throws InvalidJsonException {
        reserve(to - from);
        System.arraycopy(source, from, bytes, size, to - from);
        size += to - from;
    }

    void appendAscii(String text) throws InvalidJsonException {
        reserve(text.length());
        for (int at = 0; at < text.length(); at++) {
            bytes[size++] = (byte) text.charAt(at);
        }
    }

    /** Appends a string with its quotes; refuses what PostgreSQL has no character for. */
    void appendString(String text) throws InvalidJsonException {
        reserve((long) text.length() * WIDEST + 2);
        bytes[size++] = '"';
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c < 0x80) {
                appendEscaped(c);
            } else if (!Character.isSurrogate(c)) {
                appendEncoded(c);
            } else if (isPair(text, at)) {
                appendEncoded(text.codePointAt(at++));
            } else {
                throw new InvalidJsonException(Rule.J5);
            }
        }
        bytes[size++] = '"';
    }

    private static boolean isPair(String text, int at) {
        return at + 1 < text.length() && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
    }

    private void appendEscaped(char c) throws InvalidJsonException {
        switch (c) {
            case '"', '\\' -> appendPair(c);
            case '\b' -> appendPair('b');
            case '\f' -> appendPair('f');
            case '\n' -> appendPair('n');
            case '\r' -> appendPair('r');
            case '\t' -> appendPair('t');
            case 0 -> throw new InvalidJsonException(Rule.J4);
            default -> appendAsciiOrControl(c);
        }
    }

    private void appendAsciiOrControl(char c) {
        if (c >= ' ') {
            bytes[size++] = (byte) c;
            return;
        }
        appendPair('u');
        bytes[size++] = '0';
        bytes[size++] = '0';
        bytes[size++] = HEX[c >> 4];
        bytes[size++] = HEX[c & 15];
    }

    private void appendPair(char c) {
        bytes[size++] = '\\';
        bytes[size++] = (byte) c;
    }

    private void appendEncoded(int codePoint) {
        if (codePoint < 0x800) {
            bytes[size++] = (byte) (0xC0 | codePoint >> 6);
        } else {
            if (codePoint < 0x10000) {
                bytes[size++] = (byte) (0xE0 | codePoint >> 12);
            } else {
                bytes[size++] = (byte) (0xF0 | codePoint >> 18);
                bytes[size++] = (byte) (0x80 | codePoint >> 12 & 0x3F);
            }
            bytes[size++] = (byte) (0x80 | codePoint >> 6 & 0x3F);
        }
        bytes[size++] = (byte) (0x80 | codePoint & 0x3F);
    }

    private void reserve(long more) throws InvalidJsonException {
        long needed = size + more;
        if (needed <= bytes.length) {
            return;
        }
        if (needed > Integer.MAX_VALUE - 16) {
            throw new InvalidJsonException(Rule.J17);
        }
        bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 16, Math.max(needed, bytes.length * 2L)));
    }
}
