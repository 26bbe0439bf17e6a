package io.synthlab.persistence.internal.search;

import java.util.ArrayList;
import java.util.List;

/** Collects SQL text of our own and, in step with its placeholders, the values to bind. */
final class SqlWriter {
    private final StringBuilder text = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    SqlWriter add(String sql) {
        text.append(sql);
        return this;
    }

    SqlWriter bind(Object value) {
        text.append('?');
        parameters.add(value);
        return this;
    }

    String text() {
        return text.toString();
    }

    List<Object> parameters() {
        return List.copyOf(parameters);
    }
}
