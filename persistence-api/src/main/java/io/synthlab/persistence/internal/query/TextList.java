package io.synthlab.persistence.internal.query;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.internal.text.StorableText;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/**
 * Texts as one parameter, however many: an array on PostgreSQL, a JSON array on SQLite.
 *
 * @param texts the texts, each once; those that no column can hold are left out
 */
public record TextList(List<String> texts) {
    /** Copies the texts. */
    public TextList {
        texts = texts.stream()
                .filter(text -> StorableText.firstUnstorable(text) < 0)
                .distinct()
                .toList();
    }

    /**
     * Makes the parameter.
     *
     * @param texts the texts
     * @return the parameter
     */
    public static TextList of(Collection<String> texts) {
        return new TextList(List.copyOf(texts));
    }

    /**
     * Returns the condition that a column is one of the texts.
     *
     * @param kind which database
     * @param column column, with or without alias
     * @return the condition, with one {@code ?} for the list
     */
    public static String condition(DatabaseKind kind, String column) {
        return kind == DatabaseKind.POSTGRESQL
                ? column + " = ANY (?)"
                : column + " IN (SELECT value FROM json_each(?))";
    }

    /**
     * Binds the list.
     *
     * @param statement statement with the condition
     * @param position place of its parameter, from 1
     * @param kind which database
     * @throws SQLException if the driver refuses it
     */
    public void bind(PreparedStatement statement, int position, DatabaseKind kind) throws SQLException {
        if (kind == DatabaseKind.POSTGRESQL) {
            statement.setArray(position, statement.getConnection().createArrayOf("text", texts.toArray()));
        } else {
            statement.setString(position, JsonValue.of(texts).text());
        }
    }
}
