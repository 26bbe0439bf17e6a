package io.synthlab.persistence.migrations.mover.screen;

import io.synthlab.persistence.migrations.catalog.Table.Check;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A check of the catalogue, applied to one value. NULL passes every check and never comes here. */
interface ColumnCheck {
    /** Passes everything: what the check asks is asked of every value of the type anyway. */
    ColumnCheck NONE = new ColumnCheck() {};

    /** Returns whether a number passes. */
    default boolean acceptsNumber(double value) {
        return true;
    }

    /** Returns whether a text, which is valid UTF-8, passes. */
    default boolean acceptsText(byte[] value) {
        return true;
    }

    /** Reads a check of the catalogue. */
    static ColumnCheck of(Check check) {
        return switch (check.kind()) {
            case "json" -> NONE;
            case "enum" -> new OneOf(check.predicate());
            case "length" -> new Longest(check.predicate());
            case "range" -> new Range(check.predicate());
            case "pattern" -> new Shape(check.predicate());
            default -> throw new IllegalStateException("schema.tsv: unknown kind of check " + check.kind());
        };
    }

    /** {@code x in ('a', 'b')}. */
    final class OneOf implements ColumnCheck {
        private static final Pattern LITERAL = Pattern.compile("'([^']*)'");

        private final Set<String> values = new HashSet<>();

        OneOf(String predicate) {
            LITERAL.matcher(predicate).results().map(found -> found.group(1)).forEach(values::add);
        }

        @Override
        public boolean acceptsText(byte[] value) {
            return values.contains(new String(value, StandardCharsets.UTF_8));
        }
    }

    /** {@code char_length(x) <= 100}. */
    final class Longest implements ColumnCheck {
        private final double most;

        Longest(String predicate) {
            most = bound(predicate, "<=", Double.POSITIVE_INFINITY);
        }

        @Override
        public boolean acceptsText(byte[] value) {
            return Utf8.length(value) <= most;
        }
    }

    /** {@code x >= 0 and x <= 1}, either part alone, with or without a branch for NULL. */
    final class Range implements ColumnCheck {
        private final double least;
        private final double most;

        Range(String predicate) {
            least = bound(predicate, ">=", Double.NEGATIVE_INFINITY);
            most = bound(predicate, "<=", Double.POSITIVE_INFINITY);
        }

        @Override
        public boolean acceptsNumber(double value) {
            return value >= least && value <= most;
        }
    }

    /** {@code regexp_like(x, '^...$')}. */
    final class Shape implements ColumnCheck {
        private final Pattern pattern;

        Shape(String predicate) {
            pattern = Pattern.compile(predicate.substring(predicate.indexOf('\'') + 1, predicate.lastIndexOf('\'')));
        }

        @Override
        public boolean acceptsText(byte[] value) {
            return pattern.matcher(new String(value, StandardCharsets.UTF_8)).matches();
        }
    }

    private static double bound(String predicate, String operator, double otherwise) {
        Matcher matcher = Pattern.compile(operator + "\\s*(\\d+)").matcher(predicate);
        return matcher.results()
                .map(MatchResult::group)
                .map(found -> Double.parseDouble(found.substring(operator.length()).strip()))
                .findFirst()
                .orElse(otherwise);
    }
}
