package io.synthlab.persistence.migrations.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Splits one of our scripts into statements, because SQLite's driver runs only the first of several.
 *
 * <p>Knows what our scripts are: a statement ends with a semicolon at the end of a line and nowhere else, a comment
 * has a line of its own. Triggers of SQLite, which a rebuilt table gets back, are kept whole.
 */
final class SqlScript {
    private static final Pattern END = Pattern.compile(";\\s*(\\n|$)");
    private static final Pattern TRIGGER =
            Pattern.compile("CREATE\\s+(TEMP\\s+)?TRIGGER\\b.*\\bBEGIN\\b", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern TRIGGER_END = Pattern.compile("\\bEND\\s*$", Pattern.CASE_INSENSITIVE);

    private SqlScript() {}

    /**
     * Splits a script.
     *
     * @param script its text
     * @return the statements in order, without semicolons
     */
    static List<String> statements(String script) {
        String text = script.lines()
                .filter(line -> !line.stripLeading().startsWith("--"))
                .collect(Collectors.joining("\n"));
        List<String> statements = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String part : END.split(text)) {
            open.append(open.isEmpty() ? "" : ";\n").append(part.strip());
            // The statements of a trigger end like others; it is whole at its END.
            if (!isBegun(open.toString())) {
                statements.add(open.toString());
                open.setLength(0);
            }
        }
        if (!open.isEmpty()) {
            statements.add(open.toString());
        }
        return statements.stream().filter(statement -> !statement.isEmpty()).toList();
    }

    private static boolean isBegun(String statement) {
        return TRIGGER.matcher(statement).lookingAt()
                && !TRIGGER_END.matcher(statement).find();
    }
}
