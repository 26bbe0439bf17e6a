package io.synthlab.persistence.testkit.legacy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A JSON object under construction; its members keep the order in which they were set first. */
final class JsonObject {
    private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

    /**
     * Sets a member.
     *
     * @param value a JsonObject, List, String, Double, Integer, Long, Boolean or {@code null}
     */
    JsonObject set(String name, @Nullable Object value) {
        members.put(name, value);
        return this;
    }

    JsonObject setAll(JsonObject other) {
        members.putAll(other.members);
        return this;
    }

    @Nullable
    Object get(String name) {
        return members.get(name);
    }

    List<String> names() {
        return List.copyOf(members.keySet());
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    void forEach(BiConsumer<String, @Nullable Object> action) {
        members.forEach(action);
    }
}
