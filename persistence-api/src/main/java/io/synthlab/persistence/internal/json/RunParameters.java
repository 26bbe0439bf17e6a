package io.synthlab.persistence.internal.json;

import io.synthlab.persistence.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The document that holds the parameters of an analysis and of a simulation: the same keys, with bounds of their own.
 *
 * @param nSynths population
 * @param nExecutions runs per synth
 * @param sigma noise
 * @param seed seed of the random numbers, or {@code null}
 */
public record RunParameters(
        int nSynths,
        int nExecutions,
        double sigma,
        @Nullable Long seed) {
    /** What absent keys stand for. */
    private static final RunParameters DEFAULT = new RunParameters(500, 100, 0.05, null);

    /** Returns what absent keys stand for: 500 synths, 100 runs each, noise 0.05, no seed. */
    public static RunParameters defaults() {
        return DEFAULT;
    }

    /**
     * Reads a stored document leniently: unknown keys are ignored, absent ones take their default.
     *
     * @param json the document
     * @param path what it is, for messages
     * @return the parameters, of any size
     * @throws io.synthlab.persistence.error.ValidationException if a key has another type or too many digits; names it
     */
    public static RunParameters fromJson(JsonValue json, String path) {
        JsonObjectReader in = JsonObjectReader.of(json, path);
        return new RunParameters(
                in.integer("n_synths", Integer.MIN_VALUE, Integer.MAX_VALUE).orElse(DEFAULT.nSynths),
                in.integer("n_executions", Integer.MIN_VALUE, Integer.MAX_VALUE).orElse(DEFAULT.nExecutions),
                in.number("sigma").orElse(DEFAULT.sigma),
                in.wholeNumber("seed").orElse(null));
    }

    /** Returns the document as it is stored: every key, nulls included, in the original's order. */
    public JsonValue toJson() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("n_synths", nSynths);
        members.put("n_executions", nExecutions);
        members.put("sigma", sigma);
        members.put("seed", seed);
        return JsonValue.of(members);
    }
}
