package io.synthlab.persistence.internal.text;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.synthlab.persistence.error.ValidationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorableTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "a", "Ação", "😀", "a😀b😀", "\u0001\u007f", "\uffff\ufffe", "\ufeff"})
    void findsNothingInTextThatCanBeStored(String text) {
        assertEquals(-1, StorableText.firstUnstorable(text));
        assertDoesNotThrow(() -> StorableText.require(text, "t.c"));
    }

    @Test
    void findsTheFirstCharacterThatCannotBeStored() {
        assertEquals(0, StorableText.firstUnstorable("\0"));
        assertEquals(2, StorableText.firstUnstorable("ab\0\ud800"));
        assertEquals(1, StorableText.firstUnstorable("a\ud800"));
        assertEquals(1, StorableText.firstUnstorable("a\ud800b"));
        assertEquals(0, StorableText.firstUnstorable("\udc00\ud800"));
        assertEquals(2, StorableText.firstUnstorable("\ud83d\ude00\ude00"));
        assertEquals(0, StorableText.firstUnstorable("\ud83d\ud83d\ude00"));
    }

    @Test
    void namesFieldKindAndPositionAndNotTheText() {
        assertEquals(
                "t.c holds the character U+0000 at position 7, which cannot be stored; remove it",
                message(() -> StorableText.require("planted\0", "t.c")));
        assertEquals(
                "t.c holds a lone surrogate at position 7, which cannot be stored; remove it",
                message(() -> StorableText.require("planted\ud800", "t.c")));
    }

    private static String message(Runnable check) {
        return String.valueOf(
                assertThrows(ValidationException.class, check::run).getMessage());
    }

    @Test
    void nothingIsStorable() {
        assertDoesNotThrow(() -> StorableText.require(null, "t.c"));
    }
}
