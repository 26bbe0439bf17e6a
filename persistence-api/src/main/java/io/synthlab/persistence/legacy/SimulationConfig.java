package io.synthlab.persistence.legacy;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.json.RunParameters;
import io.synthlab.persistence.internal.text.Rules;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of a simulation: the keys of {@link io.synthlab.persistence.analysis.AnalysisConfig} with other bounds.
 *
 * @param nSynths population, 1 or more
 * @param nExecutions runs per synth, 1 or more
 * @param sigma noise, 0 to {@value #LARGEST_SIGMA}
 * @param seed seed of the random numbers, any, or {@code null} for none
 */
public record SimulationConfig(
        int nSynths,
        int nExecutions,
        double sigma,
        @Nullable Long seed) {
    /** Largest noise. */
    public static final double LARGEST_SIGMA = 0.5;
    /** 500 synths, 100 runs each, noise 0.05, no seed. */
    public static final SimulationConfig DEFAULT = of(RunParameters.defaults());

    /**
     * Returns a checked configuration.
     *
     * @param nSynths population
     * @param nExecutions runs per synth
     * @param sigma noise
     * @param seed seed of the random numbers, or {@code null}
     * @return the configuration
     * @throws ValidationException if a number is out of range
     */
    public static SimulationConfig of(int nSynths, int nExecutions, double sigma, @Nullable Long seed) {
        return new SimulationConfig(nSynths, nExecutions, sigma, seed).validated();
    }

    /**
     * Checks every rule.
     *
     * @return this configuration
     * @throws ValidationException if a number is out of range; names the field
     */
    public SimulationConfig validated() {
        Rules.range(nSynths, "config.n_synths", 1L, Integer.MAX_VALUE);
        Rules.range(nExecutions, "config.n_executions", 1L, Integer.MAX_VALUE);
        Rules.range(sigma, "config.sigma", 0, LARGEST_SIGMA);
        return this;
    }

    /**
     * Reads a stored document leniently: unknown keys are ignored, absent ones take their default, and ranges are not
     * applied.
     *
     * @param json the document
     * @param path what it is, for messages
     * @return the configuration
     * @throws ValidationException if a key has another type or too many digits; names it
     */
    public static SimulationConfig fromJson(JsonValue json, String path) {
        return of(RunParameters.fromJson(json, path));
    }

    /** Returns the document as it is stored: every key, nulls included, in the original's order. */
    public JsonValue toJson() {
        return new RunParameters(nSynths, nExecutions, sigma, seed).toJson();
    }

    private static SimulationConfig of(RunParameters parameters) {
        return new SimulationConfig(
                parameters.nSynths(), parameters.nExecutions(), parameters.sigma(), parameters.seed());
    }
}
