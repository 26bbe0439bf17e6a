package io.synthlab.persistence.internal.json;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ValidationException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Reads JSON arrays; errors name the item by its place and never repeat the value. */
public final class JsonLists {
    private JsonLists() {}

    /**
     * Reads an array.
     *
     * @param <T> what an item becomes
     * @param json the value
     * @param path what it is, for messages, for example {@code messages}
     * @param read reads an item, whose path is for example {@code messages[0]}
     * @return the items, in order; cannot be changed
     * @throws ValidationException if the value is no array or an item cannot be read
     */
    public static <T> List<T> read(JsonValue json, String path, BiFunction<JsonValue, String, T> read) {
        if (!json.isArray()) {
            throw new ValidationException(path + " must be a JSON array");
        }
        List<T> items = new ArrayList<>();
        for (JsonValue item : json.items()) {
            items.add(read.apply(item, path + "[" + items.size() + "]"));
        }
        return List.copyOf(items);
    }
}
