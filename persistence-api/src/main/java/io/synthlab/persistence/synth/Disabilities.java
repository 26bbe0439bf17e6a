package io.synthlab.persistence.synth;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.internal.json.JsonObjectReader;
import org.jspecify.annotations.Nullable;

/**
 * Part {@code deficiencias} of a persona: the level of each kind, or {@code null} if not stored.
 *
 * @param visual sight
 * @param auditiva hearing
 * @param motora movement
 * @param cognitiva cognition
 */
public record Disabilities(
        @Nullable String visual,
        @Nullable String auditiva,
        @Nullable String motora,
        @Nullable String cognitiva) {
    static Disabilities fromJson(JsonValue json, String path) {
        JsonObjectReader in = JsonObjectReader.of(json, path);
        return new Disabilities(
                level(in, "visual"), level(in, "auditiva"), level(in, "motora"), level(in, "cognitiva"));
    }

    private static @Nullable String level(JsonObjectReader in, String kind) {
        return in.object(kind, JsonObjectReader::of)
                .flatMap(part -> part.text("tipo"))
                .orElse(null);
    }
}
