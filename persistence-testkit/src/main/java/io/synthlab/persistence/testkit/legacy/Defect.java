package io.synthlab.persistence.testkit.legacy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One value that does not belong where it is planted.
 *
 * @param place column, as {@code table.column}
 * @param value as {@link Row#set} takes it
 */
record Defect(DirtKind kind, String place, @Nullable Object value) {

    String table() {
        return place.substring(0, place.indexOf('.'));
    }

    String column() {
        return place.substring(place.indexOf('.') + 1);
    }

    /** Pairs places and values. */
    static List<Defect> of(DirtKind kind, List<String> places, @Nullable Object... values) {
        List<@Nullable Object> all = Arrays.asList(values);
        if (places.size() != all.size()) {
            throw new IllegalArgumentException(kind + ": " + places.size() + " places, " + all.size() + " values");
        }
        return IntStream.range(0, places.size())
                .mapToObj(index -> new Defect(kind, places.get(index), all.get(index)))
                .toList();
    }
}
