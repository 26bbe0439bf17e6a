package io.synthlab.persistence.analysis;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.json.JsonObjectReader;
import io.synthlab.persistence.synth.LatentTraits;
import io.synthlab.persistence.synth.Observables;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The persona as an outcome was computed from it: column {@code synth_outcomes.synth_attributes}.
 *
 * @param observables what can be observed
 * @param latentTraits what was derived from it
 */
public record SynthAttributes(Observables observables, LatentTraits latentTraits) {
    private static final String COLUMN = "synth_attributes";
    private static final String OBSERVABLES = "observables";
    private static final String LATENT_TRAITS = "latent_traits";

    /** Checks that the parts are there. */
    public SynthAttributes {
        Objects.requireNonNull(observables, "observables");
        Objects.requireNonNull(latentTraits, "latentTraits");
    }

    /**
     * Checks every rule.
     *
     * @return these attributes
     * @throws ValidationException if one of the nine numbers is outside of 0 to 1; names the key
     */
    public SynthAttributes validated() {
        observables.validated(COLUMN + "." + OBSERVABLES);
        latentTraits.validated(COLUMN + "." + LATENT_TRAITS);
        return this;
    }

    /**
     * Reads a stored document leniently: unknown keys are ignored, and values out of range are read.
     *
     * @param json the document
     * @return the attributes
     * @throws ValidationException if one of the nine keys is missing or no number; names the key
     */
    public static SynthAttributes fromJson(JsonValue json) {
        JsonObjectReader in = JsonObjectReader.of(json, COLUMN);
        return new SynthAttributes(
                in.requiredObject(OBSERVABLES, Observables::fromJson),
                in.requiredObject(LATENT_TRAITS, LatentTraits::fromJson));
    }

    /**
     * Reads a document that may say that there are no attributes.
     *
     * @param document the document; {@code null}, JSON null and an object without any member mean none
     * @return the attributes, read as {@link #fromJson} does
     * @throws ValidationException if there is something else that is not all nine numbers
     */
    public static Optional<SynthAttributes> ofDocument(@Nullable JsonValue document) {
        if (document == null
                || document.isNull()
                || (document.isObject() && document.members().isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(fromJson(document));
    }

    /** Returns the document as it is stored, in the original's order. */
    public JsonValue toJson() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(OBSERVABLES, observables.toJson());
        members.put(LATENT_TRAITS, latentTraits.toJson());
        return JsonValue.of(members);
    }
}
