package io.synthlab.persistence.migrations.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What only the text of a {@code CREATE TABLE} says: SQLite has no catalog of check conditions and details of columns.
 *
 * @param parts its columns and constraints
 * @param options what stands behind them, such as {@code WITHOUT ROWID}
 */
record SqliteDefinition(List<Part> parts, String options) {
    private static final Pattern TOKEN = Pattern.compile(
            "--[^\\n]*|/\\*.*?\\*/|'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|`[^`]*`|\\[[^]]*]|\\w+|\\s+|.", Pattern.DOTALL);

    private static final Set<String> CONSTRAINTS = Set.of("CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN");

    /**
     * A column or a constraint.
     *
     * @param words its words in order with the space between them; what stands in parentheses is one word
     */
    record Part(List<String> words) {
        String text() {
            return String.join("", words).strip();
        }

        boolean isConstraint() {
            return CONSTRAINTS.contains(words.get(0).toUpperCase(Locale.ROOT));
        }

        boolean isColumn(String name) {
            return !isConstraint() && unquoted(words.get(0)).equalsIgnoreCase(name);
        }

        /** Returns whether a keyword stands in it, outside of parentheses. */
        boolean says(String keyword) {
            return words.stream().anyMatch(keyword::equalsIgnoreCase);
        }

        /** Returns whether a name stands in it, in parentheses or not. */
        boolean mentions(String word) {
            Matcher token = TOKEN.matcher(text());
            while (token.find()) {
                if (unquoted(token.group()).equalsIgnoreCase(word)) {
                    return true;
                }
            }
            return false;
        }

        /** Returns the column without NOT NULL. */
        Part nullable() {
            for (int not = 0; not < words.size(); not++) {
                int after = not + 2;
                if (words.get(not).equalsIgnoreCase("NOT")
                        && after < words.size()
                        && words.get(after).equalsIgnoreCase("NULL")) {
                    List<String> kept = new ArrayList<>(words);
                    kept.subList(not, after + 1).clear();
                    return new Part(kept);
                }
            }
            return this;
        }
    }

    /** Reads a definition. */
    static SqliteDefinition of(String sql) {
        Matcher token = TOKEN.matcher(sql);
        List<Part> parts = new ArrayList<>();
        List<String> words = new ArrayList<>();
        while (token.find() && !token.group().equals("(")) {
            // The name; a definition of AS SELECT is stored with its columns, too.
        }
        while (token.find() && !token.group().equals(")")) {
            if (token.group().equals(",")) {
                parts.add(part(words));
                words = new ArrayList<>();
            } else {
                words.add(word(token, sql));
            }
        }
        parts.add(part(words));
        return new SqliteDefinition(parts, sql.substring(token.end()));
    }

    private static String word(Matcher token, String sql) {
        String word = token.group();
        if (word.equals("(")) {
            int begin = token.start();
            endOfParentheses(token);
            return sql.substring(begin, token.end());
        }
        return word.isBlank() || word.startsWith("--") || word.startsWith("/*") ? " " : word;
    }

    /** Makes one space of several and none at the ends, so that words stand at every other place where they can. */
    private static Part part(List<String> words) {
        List<String> kept = new ArrayList<>();
        for (String word : words) {
            boolean twice = word.isBlank()
                    && (kept.isEmpty() || kept.get(kept.size() - 1).isBlank());
            if (!twice) {
                kept.add(word);
            }
        }
        return new Part(kept);
    }

    private static String unquoted(String word) {
        boolean quoted = word.length() > 1 && "\"`[".indexOf(word.charAt(0)) >= 0;
        return quoted ? word.substring(1, word.length() - 1).replace("\"\"", "\"") : word;
    }

    /** Lists the check conditions of a table, without the parentheses around each. */
    static List<String> checks(String definition) {
        List<String> checks = new ArrayList<>();
        Matcher token = TOKEN.matcher(definition);
        while (token.find()) {
            if (token.group().equalsIgnoreCase("CHECK") && skipTo(token, "(")) {
                checks.add(definition.substring(token.end(), endOfParentheses(token)));
            }
        }
        return checks;
    }

    private static boolean skipTo(Matcher token, String wanted) {
        while (token.find()) {
            if (!token.group().isBlank()) {
                return token.group().equals(wanted);
            }
        }
        return false;
    }

    /** Returns the place of the parenthesis that closes the one just read. */
    private static int endOfParentheses(Matcher token) {
        int open = 1;
        while (open > 0 && token.find()) {
            open += token.group().equals("(") ? 1 : token.group().equals(")") ? -1 : 0;
        }
        return token.start();
    }
}
