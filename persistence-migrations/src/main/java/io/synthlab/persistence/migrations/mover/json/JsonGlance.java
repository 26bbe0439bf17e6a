package io.synthlab.persistence.migrations.mover.json;

import java.util.Arrays;

/**
 * Tells of most documents at a glance that PostgreSQL takes them as they are, several times as fast as by rewriting them. Of
 * what is not plain it says so, be it valid or not: a full parser has to decide then.
 *
 * <p>Instances are reused from document to document by one thread.
 */
public final class JsonGlance {
    /** Deeper documents, longer numbers and larger objects are not plain. */
    private static final int DEEPEST = 500;

    private static final int LONGEST_NUMBER = 300;
    private static final int LONGEST_EXPONENT = 3;
    private static final int MOST_KEYS = 256;
    private static final int LONGEST = 50_000_000;

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private byte[] text = {};
    private int at;
    /** Hashes of the keys of all open objects, and where those of each begin; -1 for an array. */
    private long[] keys = new long[64];

    private int keyCount;
    private final int[] begins = new int[DEEPEST + 1];

    /** What makes a document not plain. */
    private static final class NotPlain extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private static final NotPlain INSTANCE = new NotPlain();

        NotPlain() {
            super(null, null, false, false);
        }
    }

    /**
     * Looks at a document.
     *
     * @param document its bytes
     * @return whether it is certainly valid, without duplicate keys, and within every limit of {@code jsonb}
     */
    public boolean isPlain(byte[] document) {
        if (document.length > LONGEST) {
            return false;
        }
        text = document;
        at = 0;
        keyCount = 0;
        try {
            document();
            return at == text.length;
        } catch (NotPlain | ArrayIndexOutOfBoundsException e) { // cut off in the middle
            return false;
        }
    }

    private void document() {
        int depth = 0;
        space();
        while (true) {
            // Here a value begins.
            byte first = text[at];
            if (first == '{' || first == '[') {
                if (++depth > DEEPEST) {
                    throw NotPlain.INSTANCE;
                }
                begins[depth] = first == '{' ? keyCount : -1;
                at++;
                space();
                if (text[at] != (first == '{' ? '}' : ']')) {
                    beginMember(depth);
                    continue;
                }
            } else {
                scalar(first);
            }
            depth = afterValue(depth);
            if (depth == 0) {
                return;
            }
        }
    }

    /** Goes on behind a value or in front of a closing bracket, until another value begins or everything is closed. */
    private int afterValue(int depth) {
        int open = depth;
        while (open > 0) {
            space();
            byte sign = text[at];
            if (sign == ',') {
                at++;
                space();
                beginMember(open);
                return open;
            }
            if (sign != (begins[open] >= 0 ? '}' : ']')) {
                throw NotPlain.INSTANCE;
            }
            if (begins[open] >= 0) {
                keyCount = begins[open];
            }
            at++;
            open--;
        }
        space();
        return 0;
    }

    /** Reads the key of a member of an object; an element of an array has none. */
    private void beginMember(int depth) {
        if (begins[depth] < 0) {
            return;
        }
        addKey(string(true), begins[depth]);
        space();
        expect(':');
        space();
    }

    private void addKey(long hash, int begin) {
        if (keyCount - begin >= MOST_KEYS) {
            throw NotPlain.INSTANCE;
        }
        for (int other = begin; other < keyCount; other++) {
            if (keys[other] == hash) {
                throw NotPlain.INSTANCE;
            }
        }
        if (keyCount == keys.length) {
            keys = Arrays.copyOf(keys, 2 * keyCount);
        }
        keys[keyCount++] = hash;
    }

    private void scalar(byte first) {
        switch (first) {
            case '"' -> string(false);
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number();
        }
    }

    private void word(String word) {
        for (int i = 0; i < word.length(); i++) {
            expect(word.charAt(i));
        }
    }

    private void number() {
        int begin = at;
        if (text[at] == '-') {
            at++;
        }
        if (at < text.length && text[at] == '0') {
            at++;
        } else {
            digits();
        }
        if (at < text.length && text[at] == '.') {
            at++;
            digits();
        }
        if (at < text.length && (text[at] == 'e' || text[at] == 'E')) {
            exponent();
        }
        require(at - begin <= LONGEST_NUMBER);
    }

    /** Reads an exponent that is far from every limit. */
    private void exponent() {
        at++;
        if (text[at] == '+' || text[at] == '-') {
            at++;
        }
        int begin = at;
        digits();
        require(at - begin <= LONGEST_EXPONENT);
    }

    private void digits() {
        int begin = at;
        while (at < text.length && text[at] >= '0' && text[at] <= '9') {
            at++;
        }
        if (at == begin) {
            throw NotPlain.INSTANCE;
        }
    }

    /** Reads a string; returns a hash of a key. A key with escapes is not plain: two spellings could mean one. */
    private long string(boolean key) {
        expect('"');
        byte[] bytes = text; // most of the time goes by here: fields would be read again for each byte
        int i = at;
        long hash = FNV_OFFSET;
        while (true) {
            byte b = bytes[i];
            if (b == '"') {
                at = i + 1;
                return hash;
            }
            if (b >= 0x20 && b != '\\') {
                i++;
            } else {
                require(!key || b != '\\');
                at = i;
                special(b);
                i = at;
            }
            if (key) {
                hash = (hash ^ b) * FNV_PRIME;
            }
        }
    }

    private void special(byte first) {
        if (first == '\\') {
            escape();
        } else {
            multibyte(first);
        }
    }

    private void escape() {
        at++;
        switch (text[at]) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> at++;
            case 'u' -> unicode();
            default -> throw NotPlain.INSTANCE;
        }
    }

    private void unicode() {
        int unit = hex();
        if (Character.isHighSurrogate((char) unit)) {
            expect('\\');
            if (text[at] != 'u' || !Character.isLowSurrogate((char) hex())) {
                throw NotPlain.INSTANCE;
            }
        } else if (unit == 0 || Character.isLowSurrogate((char) unit)) {
            throw NotPlain.INSTANCE;
        }
    }

    /** Reads the four digits behind the {@code u} it stands on. */
    private int hex() {
        int value = 0;
        for (int i = 1; i <= 4; i++) {
            int digit = Character.digit(text[at + i], 16);
            if (digit < 0) {
                throw NotPlain.INSTANCE;
            }
            value = value << 4 | digit;
        }
        at += 5;
        return value;
    }

    /** Reads a character of two to four bytes, strictly. */
    private void multibyte(byte first) {
        if (first >= 0) { // a control character
            throw NotPlain.INSTANCE;
        }
        int lead = first & 0xff;
        int second = text[at + 1] & 0xff;
        if (lead >= 0xc2 && lead <= 0xdf) {
            follow(1);
        } else if (lead >= 0xe0 && lead <= 0xef) {
            boolean overlong = lead == 0xe0 && second < 0xa0;
            boolean surrogate = lead == 0xed && second > 0x9f;
            require(!overlong && !surrogate);
            follow(2);
        } else {
            boolean overlong = lead == 0xf0 && second < 0x90;
            boolean beyond = lead == 0xf4 && second > 0x8f;
            require(lead >= 0xf0 && lead <= 0xf4 && !overlong && !beyond);
            follow(3);
        }
    }

    private void follow(int count) {
        for (int i = 1; i <= count; i++) {
            require((text[at + i] & 0xc0) == 0x80);
        }
        at += count + 1;
    }

    private void expect(char sign) {
        require(text[at] == sign);
        at++;
    }

    private static void require(boolean right) {
        if (!right) {
            throw NotPlain.INSTANCE;
        }
    }

    private void space() {
        while (at < text.length && text[at] <= ' ') {
            byte b = text[at];
            require(b == ' ' || b == '\n' || b == '\t' || b == '\r');
            at++;
        }
    }
}
