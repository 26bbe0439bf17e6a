package io.synthlab.persistence.analysis;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.json.RunParameters;
import io.synthlab.persistence.internal.text.Rules;
import org.jspecify.annotations.Nullable;

/**
 * What an analysis was asked to do: column {@code analysis_runs.config}.
 *
 * <p>Stored configurations may lie outside of the ranges: placeholder analyses of old files copy them from simulations of
 * fewer synths. They are read as they are.
 *
 * @param nSynths requested population, {@value #FEWEST_SYNTHS} to {@value #MOST_SYNTHS}; how many there were says
 *     {@link AnalysisRun#totalSynths()}
 * @param nExecutions runs per synth, {@value #FEWEST_EXECUTIONS} to {@value #MOST_EXECUTIONS}
 * @param sigma noise, 0 to {@value #LARGEST_SIGMA}
 * @param seed seed of the random numbers, any, or {@code null} for none
 */
public record AnalysisConfig(
        int nSynths,
        int nExecutions,
        double sigma,
        @Nullable Long seed) {
    /** Smallest population. */
    public static final int FEWEST_SYNTHS = 10;
    /** Largest population. */
    public static final int MOST_SYNTHS = 10_000;
    /** Fewest runs per synth. */
    public static final int FEWEST_EXECUTIONS = 10;
    /** Most runs per synth. */
    public static final int MOST_EXECUTIONS = 1_000;
    /** Largest noise. */
    public static final double LARGEST_SIGMA = 0.5;
    /** 500 synths, 100 runs each, noise 0.05, no seed. */
    public static final AnalysisConfig DEFAULT = of(RunParameters.defaults());

    /**
     * Returns a checked configuration.
     *
     * @param nSynths requested population
     * @param nExecutions runs per synth
     * @param sigma noise
     * @param seed seed of the random numbers, or {@code null}
     * @return the configuration
     * @throws ValidationException if a number is out of range
     */
    public static AnalysisConfig of(int nSynths, int nExecutions, double sigma, @Nullable Long seed) {
        return new AnalysisConfig(nSynths, nExecutions, sigma, seed).validated();
    }

    /**
     * Checks every rule.
     *
     * @return this configuration
     * @throws ValidationException if a number is out of range; names the field
     */
    public AnalysisConfig validated() {
        Rules.range(nSynths, "config.n_synths", FEWEST_SYNTHS, MOST_SYNTHS);
        Rules.range(nExecutions, "config.n_executions", FEWEST_EXECUTIONS, MOST_EXECUTIONS);
        Rules.range(sigma, "config.sigma", 0, LARGEST_SIGMA);
        return this;
    }

    /**
     * Reads a stored document leniently: unknown keys are ignored, absent ones take their default, and ranges are not
     * applied.
     *
     * @param json the document
     * @param path what it is, for messages, for example {@code config}
     * @return the configuration
     * @throws ValidationException if a key has another type or a whole number has too many digits (population and runs
     *     32 bits, seed 64); names the key
     */
    public static AnalysisConfig fromJson(JsonValue json, String path) {
        return of(RunParameters.fromJson(json, path));
    }

    /** Returns the document as it is stored: every key, nulls included, in the original's order. */
    public JsonValue toJson() {
        return new RunParameters(nSynths, nExecutions, sigma, seed).toJson();
    }

    private static AnalysisConfig of(RunParameters parameters) {
        return new AnalysisConfig(
                parameters.nSynths(), parameters.nExecutions(), parameters.sigma(), parameters.seed());
    }
}
