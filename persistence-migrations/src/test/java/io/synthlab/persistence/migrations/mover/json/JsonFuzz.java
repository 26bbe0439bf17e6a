package io.synthlab.persistence.migrations.mover.json;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random JSON values, written in random ways, and the plainest possible canonical text to compare with. */
final class JsonFuzz {
    private static final Comparator<String> JSONB_ORDER = Comparator.comparingInt((String key) -> utf8(key).length)
            .thenComparing(JsonFuzz::utf8, Arrays::compareUnsigned);
    private static final String[] PIECES = {
        "a",
        "Z",
        "é",
        "\u7f16",
        "\ud83d\ude42",
        "\"",
        "\\",
        "/",
        "\n",
        "\t",
        "\b",
        "\f",
        "\r",
        "\u0001",
        "\u001f",
        "\u007f",
        "\u2028",
        "\ufffd",
        " ",
        "0"
    };
    private static final String[] NUMBERS = {
        "0",
        "-0",
        "-0.0",
        "0.000",
        "1",
        "-1",
        "12345678901234567890",
        "1.50",
        "1e2",
        "1E+2",
        "1e16",
        "5e-3",
        "-2.5e-7",
        "1.5e300",
        "0e10",
        "0.0e-3",
        "1e400",
        "123.4500e1",
        "9007199254740993",
        "100000000000000000000000.10"
    };

    private final Random random;

    JsonFuzz(long seed) {
        random = new Random(seed);
    }

    /** Makes a value: a map, a list, a string, a number literal, a boolean or {@code null} as the text "null". */
    Object value(int depth) {
        int kind = random.nextInt(depth > 0 ? 7 : 4);
        return switch (kind) {
            case 0 -> new Literal(NUMBERS[random.nextInt(NUMBERS.length)]);
            case 1 -> new Literal(new String[] {"true", "false", "null"}[random.nextInt(3)]);
            case 2, 3 -> text();
            case 4 -> list(depth);
            default -> map(depth);
        };
    }

    private List<Object> list(int depth) {
        List<Object> list = new ArrayList<>();
        for (int left = random.nextInt(5); left > 0; left--) {
            list.add(value(depth - 1));
        }
        return list;
    }

    private Map<String, Object> map(int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int left = random.nextInt(6); left > 0; left--) {
            map.put(text(), value(depth - 1));
        }
        return map;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(5); left > 0; left--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    /** Writes a value with random white space, key order and escapes. */
    String write(Object value) {
        return blank() + body(value) + blank();
    }

    private String body(Object value) {
        if (value instanceof Literal literal) {
            return literal.text;
        }
        if (value instanceof String text) {
            return escape(text, true);
        }
        List<String> parts = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(each -> parts.add(write(each)));
            return "[" + (parts.isEmpty() ? blank() : String.join(",", parts)) + "]";
        }
        ((Map<?, ?>) value)
                .forEach((key, each) -> parts.add(blank() + escape((String) key, true) + blank() + ":" + write(each)));
        Collections.shuffle(parts, random);
        return "{" + (parts.isEmpty() ? blank() : String.join(",", parts)) + "}";
    }

    private String blank() {
        return new String[] {"", "", " ", "\n\t", "\r "}[random.nextInt(5)];
    }

    /** Writes a value the way {@code jsonb} shows it. */
    String canonical(Object value) {
        if (value instanceof Literal literal) {
            return literal.isNumber()
                    ? new BigDecimal(literal.text).setScale(literal.scale()).toPlainString()
                    : literal.text;
        }
        if (value instanceof String text) {
            return escape(text, false);
        }
        List<String> parts = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(each -> parts.add(canonical(each)));
            return "[" + String.join(", ", parts) + "]";
        }
        Map<?, ?> map = (Map<?, ?>) value;
        map.keySet().stream()
                .map(String.class::cast)
                .sorted(JSONB_ORDER)
                .forEach(key -> parts.add(escape(key, false) + ": " + canonical(map.get(key))));
        return "{" + String.join(", ", parts) + "}";
    }

    private String escape(String text, boolean freely) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            int simple = "\"\\\b\f\n\r\t".indexOf(c);
            boolean must = c < ' ' || simple >= 0;
            if (freely && random.nextInt(4) == 0 || must && simple < 0) {
                for (char unit : Character.toChars(c)) {
                    out.append("\\u%04x".formatted((int) unit));
                }
            } else if (must) {
                out.append('\\').append("\"\\bfnrt".charAt(simple));
            } else {
                out.append(freely && c == '/' && random.nextBoolean() ? "\\/" : Character.toString(c));
            }
        });
        return out.append('"').toString();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A number, boolean or null as it is written. */
    private record Literal(String text) {
        boolean isNumber() {
            return !Character.isLetter(text.charAt(0));
        }

        int scale() {
            return Math.max(0, new BigDecimal(text).scale());
        }
    }
}
