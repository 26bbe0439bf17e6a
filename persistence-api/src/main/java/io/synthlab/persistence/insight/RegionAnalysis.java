package io.synthlab.persistence.insight;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.id.Ids;
import io.synthlab.persistence.internal.text.Rules;
import io.synthlab.persistence.internal.text.StorableText;
import java.util.List;
import java.util.Objects;

/**
 * A group of synths with a notable failure rate: one row of {@code region_analyses}.
 *
 * <p>The constructor takes what a stored row may hold; {@link #validated} applies the rules, and so does every write.
 *
 * @param id {@code region_} and eight hex digits if generated; any text is accepted
 * @param simulationId the simulation
 * @param rules what the synths have in common, possibly nothing
 * @param ruleText the rules as text; stored as given, never made of the rules
 * @param synthCount how many synths, 0 or more
 * @param synthPercentage share of all synths, 0 to 100
 * @param didNotTryRate share that did not try, 0 to 1
 * @param failedRate share that failed, 0 to 1
 * @param successRate share that succeeded, 0 to 1; the three need not add up to 1
 * @param failureDelta difference to the failure rate of all synths; any finite number
 */
public record RegionAnalysis(
        String id,
        String simulationId,
        List<RegionRule> rules,
        String ruleText,
        int synthCount,
        double synthPercentage,
        double didNotTryRate,
        double failedRate,
        double successRate,
        double failureDelta) {
    private static final String ID_PREFIX = "region_";
    private static final double WHOLE = 100;

    /** Checks that every part is there and copies the rules. */
    public RegionAnalysis {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(simulationId, "simulationId");
        Objects.requireNonNull(ruleText, "ruleText");
        rules = List.copyOf(rules);
    }

    /** Returns a new random id; 32 random bits, so that a save may still meet one that exists. */
    public static String newId() {
        return Ids.random(ID_PREFIX);
    }

    /**
     * Checks every rule.
     *
     * @return this region
     * @throws ValidationException if a value breaks a rule; names the field
     */
    public RegionAnalysis validated() {
        StorableText.require(id, "region_analyses.id");
        StorableText.require(simulationId, "region_analyses.simulation_id");
        rules.forEach(rule -> rule.validate("region_analyses.rules"));
        StorableText.require(ruleText, "region_analyses.rule_text");
        Rules.range(synthCount, "region_analyses.synth_count", 0L, Integer.MAX_VALUE);
        Rules.range(synthPercentage, "region_analyses.synth_percentage", 0, WHOLE);
        Rules.share(didNotTryRate, "region_analyses.did_not_try_rate");
        Rules.share(failedRate, "region_analyses.failed_rate");
        Rules.share(successRate, "region_analyses.success_rate");
        Rules.finite(failureDelta, "region_analyses.failure_delta");
        return this;
    }

    /** Returns the column {@code rules}. */
    public JsonValue rulesToJson() {
        return JsonValue.of(rules.stream().map(RegionRule::toJson).toList());
    }
}
