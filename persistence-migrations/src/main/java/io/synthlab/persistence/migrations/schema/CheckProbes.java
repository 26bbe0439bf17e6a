package io.synthlab.persistence.migrations.schema;

import io.synthlab.persistence.migrations.catalog.Table.Check;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Values that tell whether a check condition is in force: a definition can be written in many ways, and only trying
 * tells what it does.
 *
 * @param accepted values the check must let pass
 * @param refused values it must refuse
 */
record CheckProbes(List<@Nullable Object> accepted, List<Object> refused) {
    private static final Pattern ENUMERATION = Pattern.compile("\\w+ in \\((.*)\\)");
    private static final Pattern LENGTH = Pattern.compile("char_length\\(\\w+\\) <= (\\d+)");
    private static final Pattern LOWER_BOUND = Pattern.compile(">= 0");
    private static final Pattern UPPER_BOUND = Pattern.compile("<= 1\\)");
    private static final Pattern ID = Pattern.compile("regexp_like\\(id, '\\^(\\w+_)\\[a-f0-9]\\{8}\\$'\\)");
    /** One character to both databases, two units to Java. */
    private static final String EMOJI = "\uD83D\uDE80";

    static CheckProbes of(Check check) {
        return switch (check.kind()) {
            case "json" ->
                new CheckProbes(List.of("{}", "[1, 2.5]", "null", "\"x\""), List.of("{", "", "{a:1}", "NaN"));
            case "enum" -> enumeration(check);
            case "length" -> length(Integer.parseInt(match(LENGTH, check)));
            case "range" -> range(check);
            case "pattern" -> pattern(match(ID, check));
            default -> throw new IllegalStateException("schema.tsv: unknown kind of check " + check.kind());
        };
    }

    /** Returns one value that the check accepts. */
    static Object accepted(Check check) {
        return of(check).accepted.get(0);
    }

    private static CheckProbes enumeration(Check check) {
        List<@Nullable Object> values = Arrays.stream(match(ENUMERATION, check).split(", "))
                .map(literal -> (Object) literal.substring(1, literal.length() - 1))
                .toList();
        return new CheckProbes(
                values, List.of("none-of-these", values.get(0).toString().toUpperCase(Locale.ROOT), ""));
    }

    private static CheckProbes length(int limit) {
        return new CheckProbes(
                List.of("x", "", "x".repeat(limit), EMOJI.repeat(limit)),
                List.of("x".repeat(limit + 1), EMOJI.repeat(limit + 1)));
    }

    private static CheckProbes range(Check check) {
        boolean fraction = check.predicate().contains("is null");
        List<@Nullable Object> accepted =
                new ArrayList<>(fraction ? List.of(0.5, 0.0, 1.0) : List.of(0, 1, 2147483647));
        List<Object> refused = new ArrayList<>();
        if (LOWER_BOUND.matcher(check.predicate()).find()) {
            refused.add(fraction ? (Object) (-0.001) : (Object) (-1));
        }
        if (UPPER_BOUND.matcher(check.predicate()).find()) {
            refused.add(1.001);
        } else if (fraction) {
            accepted.add(12345.5);
        }
        if (fraction) {
            accepted.add(null);
        }
        return new CheckProbes(accepted, refused);
    }

    private static CheckProbes pattern(String prefix) {
        return new CheckProbes(
                List.of(prefix + "0123abcd", prefix + "ffffffff"),
                List.of(
                        prefix + "0123ABCD",
                        prefix + "0123abc",
                        prefix + "0123abcde",
                        prefix + "0123abcg",
                        prefix + "0123abcd\n",
                        "x" + prefix + "0123abcd",
                        prefix.toUpperCase(Locale.ROOT) + "0123abcd"));
    }

    private static String match(Pattern pattern, Check check) {
        Matcher matcher = pattern.matcher(check.predicate());
        if (!matcher.matches()) {
            throw new IllegalStateException("schema.tsv: cannot read the check " + check.predicate());
        }
        return matcher.group(1);
    }
}
