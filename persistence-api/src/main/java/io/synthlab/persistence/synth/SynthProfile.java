package io.synthlab.persistence.synth;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.json.JsonObjectReader;
import org.jspecify.annotations.Nullable;

/**
 * What is understood of a persona's document; the document itself is {@link Synth#data()}. An empty object counts as
 * absent at every level.
 *
 * @param demografia demographics, or {@code null}
 * @param psicografia psychographics, or {@code null}
 * @param deficiencias disabilities, or {@code null}
 * @param observables the stored object as it is, or {@code null}
 * @param simulationAttributes stored simulation attributes for people, or {@code null}
 */
public record SynthProfile(
        @Nullable Demographics demografia,
        @Nullable Psychographics psicografia,
        @Nullable Disabilities deficiencias,
        @Nullable JsonValue observables,
        @Nullable SimulationAttributes simulationAttributes) {
    /** Nothing is known. */
    public static final SynthProfile EMPTY = new SynthProfile(null, null, null, null, null);

    /**
     * Reads a stored document.
     *
     * @param data the document, or {@code null}
     * @return the view
     * @throws ValidationException if a part has another shape or a value is out of range; names the field
     */
    public static SynthProfile fromData(@Nullable JsonValue data) {
        if (data == null) {
            return EMPTY;
        }
        JsonObjectReader in = JsonObjectReader.of(data, "data");
        return new SynthProfile(
                in.object("demografia", Demographics::fromJson).orElse(null),
                in.object("psicografia", Psychographics::fromJson).orElse(null),
                in.object("deficiencias", Disabilities::fromJson).orElse(null),
                in.object("observables", SynthProfile::object).orElse(null),
                in.object("simulation_attributes", SimulationAttributes::fromJson)
                        .flatMap(found -> found)
                        .orElse(null));
    }

    private static JsonValue object(JsonValue json, String path) {
        JsonObjectReader.of(json, path);
        return json;
    }
}
