package io.synthlab.persistence.migrations.mover.json;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is plain at a glance is what the full parser takes, too. */
class JsonGlanceIT {
    private static final long SEED = 20261125;
    private static final int DOCUMENTS = 20_000;
    private static final int MUTATIONS = 10;

    private final JsonGlance glance = new JsonGlance();
    private final JsonCanonicalizer parser = JsonCanonicalizer.likePostgresql();
    private final Random chance = new Random(SEED);

    @Test
    void nothing_is_plain_that_the_parser_refuses() {
        JsonFuzz fuzz = new JsonFuzz(SEED);
        int plain = 0;
        for (int left = DOCUMENTS; left > 0; left--) {
            byte[] document = fuzz.write(fuzz.value(4)).getBytes(StandardCharsets.UTF_8);
            plain += look(document);
            for (int mutation = 0; mutation < MUTATIONS; mutation++) {
                look(mutated(document));
            }
        }
        assertTrue(plain > DOCUMENTS / 10, plain + " of the documents were plain");
    }

    private int look(byte[] document) {
        if (!glance.isPlain(document)) {
            return 0;
        }
        assertDoesNotThrow(
                () -> parser.canonicalize(document), () -> HexFormat.of().formatHex(document));
        return 1;
    }

    private byte[] mutated(byte[] document) {
        byte[] changed = document.clone();
        if (changed.length == 0) {
            return changed;
        }
        int at = chance.nextInt(changed.length);
        switch (chance.nextInt(3)) {
            case 0 -> changed[at] = (byte) chance.nextInt(256);
            case 1 -> changed[at] = (byte) "{}[],:\"\\u0e-1. ".charAt(chance.nextInt(15));
            default -> changed = java.util.Arrays.copyOf(changed, at);
        }
        return changed;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "true",
                "-0",
                "-1.50",
                "[1e5, 1E-05]",
                "\"é🙂\\u00e9\\ud83d\\ude00\\n\"",
                "{\"a\": {\"a\": 1}, \"b\": [{}, []]}",
                " [1 , 2 ]\n",
                "[{\"k\": 1}, {\"k\": 2}]"
            })
    void common_documents_are_plain(String document) {
        assertTrue(glance.isPlain(document.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1",
                "[1,]",
                "{\"a\"}",
                "{\"a\": 1,}",
                "{\"a\": 1, \"a\": 2}",
                "{\"a\": 1, \"b\": {}, \"a\": 2}",
                "01",
                "1.",
                ".5",
                "+1",
                "1e9999",
                "1e",
                "NaN",
                "[1] 2",
                "\"\\u0000\"",
                "\"\\ud800\"",
                "\"\\ude00\"",
                "\"\\x\"",
                "\"\t\"",
                "tru",
                "'a'",
                "[}",
                "{]",
                "[1}",
                "{\"\\u0061\": 1, \"a\": 2}"
            })
    void others_are_not(String document) {
        assertFalse(glance.isPlain(document.getBytes(StandardCharsets.UTF_8)));
    }
}
