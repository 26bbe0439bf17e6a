package io.synthlab.persistence.cli.search;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows in which the two databases would differ if a search were not careful. */
final class TrickySynths {
    /** Texts, for columns. */
    static final List<String> TEXTS = List.of(
            "alpha",
            "Alpha",
            "ALPHA",
            "executivo",
            "",
            " ",
            "5",
            "5.0",
            "05",
            "-1",
            "30",
            "1.0e-05",
            "0.1",
            "0",
            "0.0",
            "é",
            "É",
            "ação",
            "AÇÃO",
            "a%b",
            "a_b",
            "axb",
            "a\\b",
            "a!b",
            "it's",
            "\"quoted\"",
            "I",
            "ı",
            "\uD83D\uDE00",
            "\uE000",
            "true",
            "null");

    /** JSON documents; the value under test is mostly at {@code $.v}. */
    static final List<String> DOCUMENTS = documents();

    /** One row. Its key is its position, in six digits. */
    record Row(
            String id,
            String nome,
            @Nullable String descricao,
            @Nullable String data) {}

    private TrickySynths() {}

    /** Each text and each document at least once; some descriptions and one document are NULL. */
    static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        int count = Math.max(TEXTS.size(), DOCUMENTS.size()) + 1;
        for (int i = 0; i < count; i++) {
            String descricao = i % 3 == 0 ? null : TEXTS.get((i * 7 + 3) % TEXTS.size());
            String data = i < DOCUMENTS.size() ? DOCUMENTS.get(i) : null;
            rows.add(new Row("s%05d".formatted(i), TEXTS.get(i % TEXTS.size()), descricao, data));
        }
        return rows;
    }

    private static List<String> documents() {
        List<String> documents = new ArrayList<>();
        List<String> values = List.of(
                "null",
                "true",
                "false",
                "0",
                "1",
                "-1",
                "5",
                "5.0",
                "5.50",
                "30",
                "-0.0",
                "0.1",
                "0.30000000000000004",
                "0.3",
                "523.83",
                "1e-5",
                "0.00012",
                "2.5e-10",
                "1234567890123456.7",
                "9007199254740993",
                "-9223372036854775808",
                "9223372036854775807",
                "9223372036854775808",
                "12345678901234567890",
                "1e100",
                "\"abc\"",
                "\"ABC\"",
                "\"30\"",
                "\"5\"",
                "\"\"",
                "\"é\"",
                "\"É\"",
                "\"\\u00e9\"",
                "\"a%b\"",
                "\"a_b\"",
                "\"axb\"",
                "\"a\\\\b\"",
                "\"a!b\"",
                "\"\\uD83D\\uDE00\"",
                "\"\uE000\"",
                "\"true\"",
                "[]",
                "[5]",
                "[\"abc\", 5]",
                "[1, 2.5, \"x y , : \\\" z\"]",
                "{}",
                "{\"a\": 5}",
                "{\"0\": 5}",
                "{\"a\": [1, {\"b\": \"c  d\"}]}");
        values.forEach(value -> documents.add("{\"v\": " + value + "}"));
        documents.add("{}");
        documents.add("[5]");
        documents.add("5");
        documents.add("\"v\"");
        documents.add("{\"demografia\": {\"idade\": 42, \"renda_mensal\": 523.83}, \"ativo\": true}");
        documents.add("{\"demografia\": {\"idade\": \"42\"}, \"ativo\": false}");
        documents.add("{\"key with blank\": 5, \"regi\\u00e3o\": \"Norte\", \"a.b\": 7}");
        // no double holds these; only compared, never made into text
        documents.add("{\"w\": 1e400}");
        documents.add("{\"w\": -1e400}");
        documents.add("{\"w\": 1e-400}");
        documents.add("{\"w\": 0.1000000000000000055}");
        documents.add("{\"w\": 1e2}");
        return List.copyOf(documents);
    }
}
