package io.synthlab.persistence.cli.search;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Conditions to search with: picked by hand, and drawn from the grammar with a fixed seed. */
final class SearchTexts {
    private static final List<String> COLUMNS =
            List.of("nome", "descricao", "NOME", "synths.nome", "\"descricao\"", "id");
    private static final List<String> PATHS = List.of(
            "$.v",
            "$.v",
            "$.v",
            "$.v[0]",
            "$.v[1]",
            "$.v.a",
            "$.v.a[1].b",
            "$[0]",
            "$.\"key with blank\"",
            "$.região",
            "$.demografia.idade",
            "$.ativo",
            "$.none");
    private static final List<String> NUMBERS = List.of(
            "0",
            "1",
            "-1",
            "5",
            "+5",
            "5.0",
            "5.5",
            "05",
            "30",
            "0.1",
            "0.3",
            "-0.0",
            "0.00001",
            ".5",
            "42",
            "523.83",
            "123456789012345",
            "- 1",
            "TRUE",
            "false");
    private static final List<String> OPS = List.of("=", "==", "<>", "!=", "<", "<=", ">", ">=");
    private static final List<String> PATTERNS = List.of(
            "%",
            "_",
            "",
            "a%",
            "A%",
            "%A%",
            "%é%",
            "É",
            "a_b",
            "a\\%b",
            "a\\_b",
            "%5%",
            "5",
            "5.0",
            "1",
            "%.%",
            "%e-0%",
            "[%",
            "{%",
            "%, :%",
            "%c  d%",
            "\uD83D\uDE00",
            "_lpha",
            "i",
            "%17%",
            "%.8",
            "a!b",
            "%!%");

    private final Random random;

    private SearchTexts(long seed) {
        this.random = new Random(seed);
    }

    /** Conditions that once told the databases apart, or might. */
    static List<String> handPicked() {
        return List.of(
                "1=1",
                "TRUE",
                "1=1   ",
                "1 = '1'",
                "NULL IS NULL",
                "1 IN (NULL, 2)",
                "1 NOT IN (NULL, 1)",
                "'a' < 'B'",
                "5 BETWEEN 1 AND 10",
                "'5' > 99",
                "nome = 5",
                "5 = nome",
                "nome = 5.0",
                "nome = 0.00001",
                "nome = -1",
                "nome = TRUE",
                "nome < 6",
                "nome IN (5, 'alpha', NULL)",
                "nome NOT IN (5, 'alpha', NULL)",
                "nome NOT IN (5, 'alpha')",
                "nome = descricao",
                "nome <> descricao",
                "NOT nome = descricao",
                "descricao = NULL",
                "descricao IS NULL",
                "NOT descricao IS NULL",
                "descricao IS NOT 'alpha'",
                "descricao IS 'alpha'",
                "NULL = descricao OR nome = ''",
                "data IS NULL",
                "data IS NOT NULL",
                "nome LIKE 'alpha'",
                "nome LIKE 'É'",
                "nome LIKE 'a\\%b'",
                "nome LIKE 'a\\%b' ESCAPE '\\'",
                "nome LIKE 'aAxb' ESCAPE 'a'",
                "nome LIKE 'a%%b' ESCAPE '%'",
                "nome LIKE 'a!b' ESCAPE '_'",
                "nome NOT LIKE '%a%'",
                "nome LIKE '_'",
                "nome LIKE 'i'",
                "created_at >= '2025-01-02'",
                "json_extract(data, '$.v') > 20",
                "json_extract(data, '$.v') = 30",
                "json_extract(data, '$.v') = '30'",
                "json_extract(data, '$.v') < 'abc'",
                "json_extract(data, '$.v') <> 5",
                "json_extract(data, '$.v') = true",
                "NOT json_extract(data, '$.v') > 20",
                "json_extract(data, '$.v') IS NULL",
                "json_extract(data, '$.v') IS NOT NULL",
                "json_extract(data, '$.v') IS 5",
                "json_extract(data, '$.v') IS NOT 'abc'",
                "json_extract(data, '$.v') IN (5, 'abc')",
                "json_extract(data, '$.v') NOT IN (5)",
                "json_extract(data, '$.v') NOT IN ('abc', NULL)",
                "json_extract(data, '$.v') IN ('5')",
                "json_extract(data, '$.v') BETWEEN 1 AND 30",
                "json_extract(data, '$.v') BETWEEN 1 AND 'b'",
                "json_extract(data, '$.v') BETWEEN NULL AND 30",
                "20 < json_extract(data, '$.v')",
                "json_extract(data, '$.v') LIKE '%5%'",
                "json_extract(data, '$.v') LIKE '5.0'",
                "json_extract(data, '$.v') LIKE '1'",
                "json_extract(data, '$.v') LIKE '%e+%'",
                "json_extract(data, '$.v') LIKE '%.0'",
                "json_extract(data, '$.v') LIKE '[\"abc\",5]'",
                "json_extract(data, '$.v') LIKE 'A%'",
                "json_extract(data, '$.v') = '{\"a\":5}'",
                "json_extract(data, '$.v') = '[1,2.5,\"x y , : \\\" z\"]'",
                "data ->> '$.v' = 'abc'",
                "json_extract(data, '$.v[0]') = 5",
                "json_extract(data, '$[0]') = 5",
                "json_extract(data, '$.v.0') = 5",
                "json_extract(data, '$.0') = 5",
                "json_extract(data, '$.v.a') = 5",
                "json_extract(data, '$.\"a.b\"') = 7",
                "json_extract(data, '$.região') = 'Norte'",
                "json_extract(data, '$.demografia.idade') > 20",
                "json_extract(data, '$.w') > 0",
                "json_extract(data, '$.w') = 0",
                "json_extract(data, '$.w') < -5",
                "json_extract(data, '$.w') = 0.1",
                "json_extract(data, '$.w') = 100",
                "json_extract(data, '$.w') NOT IN (100.0, 0.1)",
                "nome = 'alpha' OR nome = 'Alpha' AND descricao IS NULL",
                "NOT (nome = 'alpha' OR descricao > 'b')");
    }

    /** Draws conditions; the same ones for the same seed. */
    static List<String> random(long seed, int count) {
        SearchTexts texts = new SearchTexts(seed);
        return IntStream.range(0, count).mapToObj(i -> texts.condition(2)).toList();
    }

    private String condition(int depth) {
        int choice = depth == 0 ? 0 : random.nextInt(6);
        return switch (choice) {
            case 3 -> condition(depth - 1) + " AND " + condition(depth - 1);
            case 4 -> "(" + condition(depth - 1) + " OR " + condition(depth - 1) + ")";
            case 5 -> "NOT " + (random.nextBoolean() ? comparison() : "(" + condition(depth - 1) + ")");
            default -> comparison();
        };
    }

    private String comparison() {
        String stored = stored();
        return switch (random.nextInt(8)) {
            case 0 -> literal() + " " + pick(OPS) + " " + stored;
            case 1 -> stored + not("IS", "IS NOT") + isLiteral();
            case 2 -> stored + not("IN", "NOT IN") + "(" + list(this::literal) + ")";
            case 3 -> stored + not("BETWEEN", "NOT BETWEEN") + literal() + " AND " + literal();
            case 4 -> stored + not("LIKE", "NOT LIKE") + quoted(pick(PATTERNS));
            case 5 -> pick(COLUMNS) + " " + pick(OPS) + " " + pick(COLUMNS);
            default -> stored + pick(OPS) + literal();
        };
    }

    private String stored() {
        if (random.nextInt(3) == 0) {
            return pick(COLUMNS);
        }
        return random.nextInt(5) == 0
                ? "data ->> " + quoted(pick(PATHS))
                : "json_extract(data, " + quoted(pick(PATHS)) + ")";
    }

    private String literal() {
        int choice = random.nextInt(12);
        if (choice == 0) {
            return "NULL";
        }
        return choice < 6 ? pick(NUMBERS) : quoted(pick(TrickySynths.TEXTS));
    }

    private String isLiteral() {
        return random.nextBoolean() ? "NULL" : random.nextBoolean() ? "5" : quoted(pick(TrickySynths.TEXTS));
    }

    private String not(String plain, String negated) {
        return " " + (random.nextBoolean() ? plain : negated) + " ";
    }

    private String list(Supplier<String> item) {
        return IntStream.rangeClosed(0, random.nextInt(4))
                .mapToObj(i -> item.get())
                .collect(Collectors.joining(", "));
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
