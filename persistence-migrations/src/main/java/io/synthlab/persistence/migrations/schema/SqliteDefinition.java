package io.synthlab.persistence.migrations.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what only the text of a {@code CREATE TABLE} says: SQLite has no catalog of check conditions. */
final class SqliteDefinition {
    private static final Pattern TOKEN = Pattern.compile(
            "--[^\\n]*|/\\*.*?\\*/|'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|`[^`]*`|\\[[^]]*]|\\w+|\\s+|.", Pattern.DOTALL);

    private SqliteDefinition() {}

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
