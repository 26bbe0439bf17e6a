package io.synthlab.persistence.migrations.query;

import java.util.Collection;
import java.util.stream.Collectors;

/** Names in SQL text, whatever stands in them; both databases take quotes alike. */
public final class Names {
    private Names() {}

    /**
     * Puts a name in quotes.
     *
     * @param name the name
     * @return SQL text
     */
    public static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /**
     * Puts names in quotes, with commas between them.
     *
     * @param names the names
     * @return SQL text
     */
    public static String quoted(Collection<String> names) {
        return names.stream().map(Names::quoted).collect(Collectors.joining(", "));
    }
}
