package io.synthlab.persistence.internal.search;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one name that may qualify a column: the alias, or {@code synths} where there is none. A SELECT list mentions it
 * before FROM tells it, so earlier mentions wait.
 */
final class TableName {
    static final String SYNTHS = "synths";

    private final TokenReader reader;
    private final List<Token> waiting = new ArrayList<>();
    private @Nullable String name;

    TableName(TokenReader reader) {
        this.reader = reader;
    }

    /** Sets the name, and checks the mentions so far. */
    void is(String known) {
        name = known;
        waiting.forEach(this::check);
        waiting.clear();
    }

    /** Checks a qualifier, now or once the name is known. */
    void check(Token qualifier) {
        if (name == null) {
            waiting.add(qualifier);
        } else if (!Ascii.equalsIgnoreCase(qualifier.text(), name)) {
            throw reader.error(qualifier.describe() + " is not the name of the table in this query", qualifier);
        }
    }
}
