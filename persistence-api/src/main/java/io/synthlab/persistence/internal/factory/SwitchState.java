package io.synthlab.persistence.internal.factory;

import io.synthlab.persistence.error.ConfigurationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a switch can say.
 *
 * @param serving name of the implementation that serves
 * @param checked name of the one that is checked beside it, or {@code null} for none
 */
record SwitchState(String serving, @Nullable String checked) {
    private static final String COMPARE = "compare:";
    private static final Pattern PAIR = Pattern.compile("([^\\s,:]+)\\s*,\\s*([^\\s,:]+)");

    /**
     * Reads a state.
     *
     * @param text as settings, the switches file and calls have it
     * @throws ConfigurationException if it is no state
     */
    static SwitchState parse(String text) {
        String stripped = text.strip();
        if (stripped.contains("://") || stripped.startsWith("jdbc:")) {
            // Never repeated: it may hold a password.
            throw new ConfigurationException(
                    "a switch names an implementation such as jpa, not a database: one factory's"
                            + " tables cannot be split over two databases, which foreign keys and joins tie together; open a"
                            + " second factory for the other database");
        }
        if (!stripped.startsWith(COMPARE)) {
            return new SwitchState(stripped, null);
        }
        Matcher pair = PAIR.matcher(stripped.substring(COMPARE.length()).strip());
        if (!pair.matches() || pair.group(1).equals(pair.group(2))) {
            throw new ConfigurationException(
                    "comparing needs two different providers, the serving one first: compare:legacy-jdbc,jpa");
        }
        return new SwitchState(pair.group(1), pair.group(2));
    }

    /** Returns the state as text, in one form only. */
    String text() {
        return checked == null ? serving : COMPARE + serving + "," + checked;
    }
}
