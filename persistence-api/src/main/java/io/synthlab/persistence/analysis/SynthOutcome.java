package io.synthlab.persistence.analysis;

import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.id.Ids;
import io.synthlab.persistence.internal.text.Rules;
import io.synthlab.persistence.internal.text.StorableText;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How one synth did in an analysis: one row of {@code synth_outcomes}.
 *
 * <p>The constructor takes what a stored row may hold; {@link #of} and {@link #validated} apply the rules, and so does
 * every write.
 *
 * <p>Three forms of id exist: {@code out_} and eight hex digits, given to an outcome that is made by itself;
 * {@code <analysis id>_<synth id>}, given by an analysis run; {@code out_} and 32 hex digits, given to old rows without
 * an id whose synth id holds an underscore. The original took only lower-case letters and digits for the synth id
 * in the second form, though it wrote every synth id into it; here every synth id that can be stored goes.
 *
 * @param id in one of the three forms
 * @param analysisId {@code ana_} and eight hex digits
 * @param synthId the synth, any text; it need not exist
 * @param didNotTryRate share of executions without a try, 0 to 1
 * @param failedRate share of failed executions, 0 to 1
 * @param successRate share of successful executions, 0 to 1; the three add up to 0.99 to 1.01
 * @param attributes the persona it was computed from; {@code null} only for a stored row that has none
 */
public record SynthOutcome(
        String id,
        String analysisId,
        String synthId,
        double didNotTryRate,
        double failedRate,
        double successRate,
        @Nullable SynthAttributes attributes) {
    private static final String ID_PREFIX = "out_";
    private static final Pattern ID =
            Pattern.compile("out_([a-f0-9]{8}|[a-f0-9]{32})|ana_[a-f0-9]{8}_.*", Pattern.DOTALL);
    private static final Pattern ANALYSIS_ID = Pattern.compile("ana_[a-f0-9]{8}");

    /** Checks that the required parts are there. */
    public SynthOutcome {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(analysisId, "analysisId");
        Objects.requireNonNull(synthId, "synthId");
    }

    /**
     * Returns a checked outcome with a new id.
     *
     * @param analysisId the analysis
     * @param synthId the synth
     * @param didNotTryRate share of executions without a try
     * @param failedRate share of failed executions
     * @param successRate share of successful executions
     * @param attributes the persona it was computed from
     * @return the outcome
     * @throws ValidationException if a value breaks a rule; names the field
     */
    public static SynthOutcome of(
            String analysisId,
            String synthId,
            double didNotTryRate,
            double failedRate,
            double successRate,
            SynthAttributes attributes) {
        return new SynthOutcome(newId(), analysisId, synthId, didNotTryRate, failedRate, successRate, attributes)
                .validated();
    }

    /** Returns a new random id; 32 random bits, so that a create may still meet one that exists. */
    public static String newId() {
        return Ids.random(ID_PREFIX);
    }

    /**
     * Checks every rule.
     *
     * @return this outcome
     * @throws ValidationException if a value breaks a rule or the attributes are missing; names the field
     */
    public SynthOutcome validated() {
        Rules.id(id, "synth_outcomes.id", ID);
        StorableText.require(id, "synth_outcomes.id");
        validateAnalysisId(analysisId);
        StorableText.require(synthId, "synth_outcomes.synth_id");
        OutcomeRates.validate(didNotTryRate, failedRate, successRate);
        if (attributes == null) {
            throw new ValidationException("synth_outcomes.synth_attributes is missing");
        }
        attributes.validated();
        return this;
    }

    static void validateAnalysisId(String analysisId) {
        Rules.id(analysisId, "synth_outcomes.analysis_id", ANALYSIS_ID);
    }
}
