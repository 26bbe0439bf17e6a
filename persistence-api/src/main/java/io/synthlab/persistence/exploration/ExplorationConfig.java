package io.synthlab.persistence.exploration;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.json.JsonObjectReader;
import io.synthlab.persistence.internal.text.Rules;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Limits of a search: column {@code explorations.config}.
 *
 * @param beamWidth nodes that are expanded in one step, 1 to 10
 * @param maxDepth deepest level of the tree, 1 to 10
 * @param maxLlmCalls model calls at most, 1 to 100
 * @param nExecutions runs of one simulation, 10 to 1000
 * @param sigma spread of the scores of one simulation, 0 to 0.5
 * @param seed start of the random numbers, or {@code null} for one by chance
 */
public record ExplorationConfig(
        int beamWidth,
        int maxDepth,
        int maxLlmCalls,
        int nExecutions,
        double sigma,
        @Nullable Long seed) {
    /** What an exploration has unless said otherwise; also what a stored key takes that is missing. */
    public static final ExplorationConfig DEFAULTS = new ExplorationConfig(3, 5, 20, 100, 0.1, null);

    private static final String PATH = "config";

    /**
     * Checks every rule.
     *
     * @return this configuration
     * @throws ValidationException if a value is out of range; names the field
     */
    public ExplorationConfig validated() {
        Rules.range(beamWidth, PATH + ".beam_width", 1, 10);
        Rules.range(maxDepth, PATH + ".max_depth", 1, 10);
        Rules.range(maxLlmCalls, PATH + ".max_llm_calls", 1, 100);
        Rules.range(nExecutions, PATH + ".n_executions", 10, 1_000);
        Rules.range(sigma, PATH + ".sigma", 0, 0.5);
        return this;
    }

    /**
     * Returns this configuration with another beam width.
     *
     * @param nodes nodes that are expanded in one step
     * @return the new configuration
     * @throws ValidationException if it is out of range
     */
    public ExplorationConfig withBeamWidth(int nodes) {
        return new ExplorationConfig(nodes, maxDepth, maxLlmCalls, nExecutions, sigma, seed).validated();
    }

    /**
     * Returns this configuration with another depth limit.
     *
     * @param levels deepest level of the tree
     * @return the new configuration
     * @throws ValidationException if it is out of range
     */
    public ExplorationConfig withMaxDepth(int levels) {
        return new ExplorationConfig(beamWidth, levels, maxLlmCalls, nExecutions, sigma, seed).validated();
    }

    /**
     * Returns this configuration with another cost limit.
     *
     * @param calls model calls at most
     * @return the new configuration
     * @throws ValidationException if it is out of range
     */
    public ExplorationConfig withMaxLlmCalls(int calls) {
        return new ExplorationConfig(beamWidth, maxDepth, calls, nExecutions, sigma, seed).validated();
    }

    /**
     * Returns this configuration with other numbers of a simulation.
     *
     * @param executions runs of one simulation
     * @param spread spread of its scores
     * @param start start of the random numbers, or {@code null} for one by chance
     * @return the new configuration
     * @throws ValidationException if a number is out of range
     */
    public ExplorationConfig withSimulation(int executions, double spread, @Nullable Long start) {
        return new ExplorationConfig(beamWidth, maxDepth, maxLlmCalls, executions, spread, start).validated();
    }

    /**
     * Reads a stored configuration; unknown keys are ignored, missing ones take their default.
     *
     * @param json the document
     * @param path what it is, for messages
     * @return the configuration, however far out of range
     * @throws ValidationException if a value is of another type
     */
    public static ExplorationConfig fromJson(JsonValue json, String path) {
        JsonObjectReader in = JsonObjectReader.of(json, path);
        return new ExplorationConfig(
                integer(in, "beam_width", DEFAULTS.beamWidth),
                integer(in, "max_depth", DEFAULTS.maxDepth),
                integer(in, "max_llm_calls", DEFAULTS.maxLlmCalls),
                integer(in, "n_executions", DEFAULTS.nExecutions),
                in.number("sigma").orElse(DEFAULTS.sigma),
                in.wholeNumber("seed").orElse(null));
    }

    private static int integer(JsonObjectReader in, String key, int missing) {
        return in.integer(key, Integer.MIN_VALUE, Integer.MAX_VALUE).orElse(missing);
    }

    /** Returns the document that is stored; a seed by chance is there as null. */
    public JsonValue toJson() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("beam_width", beamWidth);
        members.put("max_depth", maxDepth);
        members.put("max_llm_calls", maxLlmCalls);
        members.put("n_executions", nExecutions);
        members.put("sigma", sigma);
        members.put("seed", seed);
        return JsonValue.of(members);
    }
}
