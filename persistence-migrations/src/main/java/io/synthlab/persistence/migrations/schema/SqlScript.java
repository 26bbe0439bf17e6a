package io.synthlab.persistence.migrations.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Splits one of our scripts into statements, because SQLite's driver runs only the first of several.
 *
 * <p>Knows what our scripts are: a statement ends with a semicolon at the end of a line and nowhere else, a comment
 * has a line of its own.
 */
final class SqlScript {
    private static final Pattern END = Pattern.compile(";\\s*(\\n|$)");

    private SqlScript() {}

    /**
     * Reads the statements of a script.
     *
     * @param resource path on the class path, without a leading slash
     * @return the statements in order, without semicolons
     */
    static List<String> statements(String resource) {
        String text =
                read(resource).lines().filter(line -> !line.startsWith("--")).collect(Collectors.joining("\n"));
        return Arrays.stream(END.split(text))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private static String read(String resource) {
        try (InputStream in = SqlScript.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("script " + resource + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
