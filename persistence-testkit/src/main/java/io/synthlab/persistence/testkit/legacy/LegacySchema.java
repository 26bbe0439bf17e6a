package io.synthlab.persistence.testkit.legacy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The original's definitions, as far as one file has them; the resource explains its marks.
 *
 * @param tables CREATE TABLE statements by table, a referenced table first where there is no cycle
 * @param indexes CREATE INDEX statements
 */
record LegacySchema(Map<String, String> tables, List<String> indexes) {
    private static final String RESOURCE = "legacy-schema.sql";
    private static final Pattern TABLE = Pattern.compile("CREATE TABLE (\\w+) .*", Pattern.DOTALL);
    private static final Pattern INDEX = Pattern.compile("CREATE INDEX \\w+ ON (\\w+) .*", Pattern.DOTALL);
    private static final Pattern DANGLING_COMMA = Pattern.compile(",\\n\\)$");
    private static final String MARK = " -- ";

    static LegacySchema of(LegacyOptions options) {
        Map<String, String> tables = new LinkedHashMap<>();
        List<String> indexes = new ArrayList<>();
        for (String statement : statements()) {
            String selected = select(statement, options);
            Matcher table = TABLE.matcher(selected);
            Matcher index = INDEX.matcher(selected);
            if (table.matches()) {
                tables.put(table.group(1), selected);
            } else if (index.matches() && tables.containsKey(index.group(1))) {
                indexes.add(selected);
            }
        }
        return new LegacySchema(tables, indexes);
    }

    private static List<String> statements() {
        try (InputStream resource = LegacySchema.class.getResourceAsStream(RESOURCE)) {
            byte[] bytes = Objects.requireNonNull(resource, RESOURCE).readAllBytes();
            return List.of(new String(bytes, StandardCharsets.UTF_8).split(";\\s*"));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** Returns the statement without marks and without what the file lacks; empty if it lacks the statement. */
    private static String select(String statement, LegacyOptions options) {
        List<String> lines = new ArrayList<>();
        for (String line : statement
                .lines()
                .filter(text -> !text.startsWith("--") && !text.isBlank())
                .toList()) {
            if (isPresent(line, options)) {
                lines.add(line.contains(MARK) ? line.substring(0, line.indexOf(MARK)) : line);
            } else if (lines.isEmpty()) {
                return "";
            }
        }
        // The last column may be one that this file lacks.
        return DANGLING_COMMA.matcher(String.join("\n", lines)).replaceFirst("\n)");
    }

    private static boolean isPresent(String line, LegacyOptions options) {
        int mark = line.indexOf(MARK);
        if (mark < 0) {
            return true;
        }
        return Stream.of(line.substring(mark + MARK.length()).split(" or "))
                .anyMatch(alternative -> isIn(alternative.split(" "), options));
    }

    private static boolean isIn(String[] words, LegacyOptions options) {
        return switch (words[0]) {
            case "since" -> options.schemaVersion() >= Integer.parseInt(words[1]);
            case "until" -> options.schemaVersion() <= Integer.parseInt(words[1]);
            case "older" -> options.olderTables();
            case "dirty" -> options.dirty();
            default -> throw new IllegalStateException(RESOURCE + " has an unknown mark: " + String.join(" ", words));
        };
    }
}
