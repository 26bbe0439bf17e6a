package io.synthlab.persistence.migrations.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A check condition in one spelling, whoever wrote it: the data dictionary, a script, or PostgreSQL, which prints a
 * condition in words of its own. Two conditions with the same spelling mean the same.
 *
 * <p>Known: AND, OR, NOT, comparisons, IN, BETWEEN, IS NULL, functions, arithmetic, casts (left out), PostgreSQL's
 * {@code = ANY (ARRAY[…])} and {@code ~}, SQLite's {@code length}, {@code GLOB} and {@code json_valid}. What is not
 * known keeps its words.
 */
public final class CheckExpression {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*('(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|::|<=|>=|<>|!=|==|\\|\\||[\\w.$]+|[^\\s])", Pattern.DOTALL);
    private static final Pattern GLOB_CLASS = Pattern.compile("(\\[[^]]+])\\1*");
    private static final List<String> COMPARISONS = List.of("=", "<>", "<", "<=", ">", ">=", "~", "like", "glob");
    /** Words that follow another in the name of a type. */
    private static final List<String> TYPE_WORDS = List.of("precision", "varying", "with", "without", "time", "zone");

    private final List<String> tokens = new ArrayList<>();
    private int at;

    private CheckExpression(String text) {
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.lookingAt()) {
            tokens.add(token(matcher.group(1)));
            matcher.region(matcher.end(), text.length());
        }
    }

    /**
     * Returns the one spelling of a condition.
     *
     * @param condition the condition, without the word CHECK
     * @return its spelling; what cannot be read comes back with its blanks made one
     */
    public static String of(String condition) {
        try {
            CheckExpression expression = new CheckExpression(condition);
            String read = expression.or();
            if (expression.at == expression.tokens.size()) {
                return read;
            }
        } catch (IllegalArgumentException e) {
            // Not in the grammar: compared by its words.
        }
        return condition.strip().replaceAll("\\s+", " ");
    }

    private static String token(String text) {
        if (text.startsWith("'")) {
            return text;
        }
        if (text.startsWith("\"")) {
            return text.substring(1, text.length() - 1).replace("\"\"", "\"");
        }
        String word = text.toLowerCase(Locale.ROOT);
        return switch (word) {
            case "!=" -> "<>";
            case "==" -> "=";
            default -> word;
        };
    }

    private String or() {
        List<String> parts = new ArrayList<>(List.of(and()));
        while (accept("or")) {
            parts.add(and());
        }
        // NULL passes a check anyway; SQLite up to 3.40 needs it said.
        parts.removeIf(part -> part.endsWith(" is null")
                && parts.contains(part.substring(0, part.length() - " is null".length()) + " is json"));
        return parts.size() == 1 ? parts.get(0) : "(" + String.join(" or ", parts) + ")";
    }

    private String and() {
        List<String> parts = new ArrayList<>(List.of(not()));
        while (accept("and")) {
            parts.add(not());
        }
        return parts.size() == 1 ? parts.get(0) : "(" + String.join(" and ", parts) + ")";
    }

    private String not() {
        return accept("not") ? "not " + not() : predicate();
    }

    private String predicate() {
        String left = operand();
        if (accept("is")) {
            return left + (accept("not") ? " is not " : " is ") + next();
        }
        boolean negated = accept("not");
        String not = negated ? "not " : "";
        if (accept("in")) {
            return left + " " + not + in();
        }
        if (accept("between")) {
            String low = operand();
            require("and");
            return not + "(" + left + " >= " + low + " and " + left + " <= " + operand() + ")";
        }
        if (at < tokens.size() && COMPARISONS.contains(tokens.get(at))) {
            return not + comparison(left, next());
        }
        if (negated) {
            throw new IllegalArgumentException("not");
        }
        return left;
    }

    private String comparison(String left, String operator) {
        if (operator.equals("=") && accept("any")) {
            require("(");
            boolean wrapped = accept("(");
            require("array");
            String list = left + " in (" + String.join(", ", new TreeSet<>(list("[", "]"))) + ")";
            casts();
            if (wrapped) {
                require(")");
                casts();
            }
            require(")");
            return list;
        }
        String right = operand();
        return switch (operator) {
            case "~" -> "regexp_like(" + left + ", " + right + ")";
            case "glob" -> "regexp_like(" + left + ", " + regexp(right) + ")";
            default -> left + " " + operator + " " + right;
        };
    }

    private String in() {
        return "in (" + String.join(", ", new TreeSet<>(list("(", ")"))) + ")";
    }

    private String operand() {
        return chain(List.of("+", "-", "||"), () -> chain(List.of("*", "/", "%"), this::primary));
    }

    private String chain(List<String> operators, Supplier<String> part) {
        String read = part.get();
        while (at < tokens.size() && operators.contains(tokens.get(at))) {
            read = "(" + read + " " + next() + " " + part.get() + ")";
        }
        return read;
    }

    private String primary() {
        String token = next();
        String read;
        if (token.equals("(")) {
            read = or();
            require(")");
        } else if (token.equals("-")) {
            read = "-" + primary();
        } else if (at < tokens.size() && tokens.get(at).equals("(") && isWord(token)) {
            read = function(token, list("(", ")"));
        } else if (isWord(token) || token.startsWith("'")) {
            read = token;
        } else {
            throw new IllegalArgumentException(token);
        }
        casts();
        return read;
    }

    private static String function(String name, List<String> arguments) {
        return switch (name) {
            case "json_valid" -> arguments.get(0) + " is json";
            case "length" -> "char_length(" + arguments.get(0) + ")";
            default -> name + "(" + String.join(", ", arguments) + ")";
        };
    }

    private List<String> list(String open, String close) {
        require(open);
        List<String> values = new ArrayList<>();
        while (!accept(close)) {
            values.add(or());
            accept(",");
        }
        return values;
    }

    /** Leaves out {@code ::text} and the like. */
    private void casts() {
        while (accept("::")) {
            next();
            while (at < tokens.size() && TYPE_WORDS.contains(tokens.get(at))) {
                at++;
            }
            if (accept("[")) {
                require("]");
            }
        }
    }

    /** Writes {@code 'node_[a-f0-9][a-f0-9]'} as {@code '^node_[a-f0-9]{2}$'}. */
    private static String regexp(String glob) {
        String body = glob.substring(1, glob.length() - 1);
        String counted = GLOB_CLASS
                .matcher(body)
                .replaceAll(match -> Matcher.quoteReplacement(match.group(1))
                        + (match.group().equals(match.group(1))
                                ? ""
                                : "{" + match.group().length() / match.group(1).length() + "}"));
        return "'^" + counted + "$'";
    }

    private static boolean isWord(String token) {
        return Character.isLetterOrDigit(token.charAt(0)) || token.charAt(0) == '_';
    }

    private String next() {
        if (at == tokens.size()) {
            throw new IllegalArgumentException("ends early");
        }
        return tokens.get(at++);
    }

    private boolean accept(String token) {
        boolean there = at < tokens.size() && tokens.get(at).equals(token);
        at += there ? 1 : 0;
        return there;
    }

    private void require(String token) {
        if (!accept(token)) {
            throw new IllegalArgumentException("no " + token);
        }
    }
}
