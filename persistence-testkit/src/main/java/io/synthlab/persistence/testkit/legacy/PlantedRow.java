package io.synthlab.persistence.testkit.legacy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row that was planted with a defect.
 *
 * @param table table of the row
 * @param key primary key as stored, one element per key column in the order of the key; an element is {@code null} when
 *     the stored value is
 * @param kind what is wrong with it
 * @param column column that holds the defect, or {@code null} when the whole row does not belong there
 * @param rowid hidden row number in SQLite
 */
public record PlantedRow(
        String table,
        List<@Nullable String> key,
        DirtKind kind,
        @Nullable String column,
        long rowid) {
    /** Copies the key. */
    public PlantedRow {
        Objects.requireNonNull(table, "table");
        key = Collections.unmodifiableList(new ArrayList<>(key));
        Objects.requireNonNull(kind, "kind");
    }
}
