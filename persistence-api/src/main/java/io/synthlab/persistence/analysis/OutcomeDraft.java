package io.synthlab.persistence.analysis;

import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.text.StorableText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an analysis run found out about one synth; the id of the outcome follows from analysis and synth.
 *
 * @param synthId the synth, any text; it need not exist
 * @param didNotTryRate share of executions without a try, 0 to 1
 * @param failedRate share of failed executions, 0 to 1
 * @param successRate share of successful executions, 0 to 1; the three add up to 0.99 to 1.01
 * @param attributes the persona it was computed from, or {@code null} if that is not known
 */
public record OutcomeDraft(
        String synthId,
        double didNotTryRate,
        double failedRate,
        double successRate,
        @Nullable SynthAttributes attributes) {
    /** Checks that the synth is there. */
    public OutcomeDraft {
        Objects.requireNonNull(synthId, "synthId");
    }

    /**
     * Returns a checked draft.
     *
     * @param synthId the synth
     * @param didNotTryRate share of executions without a try
     * @param failedRate share of failed executions
     * @param successRate share of successful executions
     * @param attributes the persona it was computed from, or {@code null}
     * @return the draft
     * @throws ValidationException if a value breaks a rule; names the field
     */
    public static OutcomeDraft of(
            String synthId,
            double didNotTryRate,
            double failedRate,
            double successRate,
            @Nullable SynthAttributes attributes) {
        return new OutcomeDraft(synthId, didNotTryRate, failedRate, successRate, attributes).validated();
    }

    /**
     * Checks every rule.
     *
     * @return this draft
     * @throws ValidationException if a value breaks a rule; names the field
     */
    public OutcomeDraft validated() {
        StorableText.require(synthId, "synth_outcomes.synth_id");
        OutcomeRates.validate(didNotTryRate, failedRate, successRate);
        if (attributes != null) {
            attributes.validated();
        }
        return this;
    }

    /**
     * Returns the outcome this is in an analysis, with the id {@code <analysis id>_<synth id>}.
     *
     * @param analysisId the analysis
     * @return the outcome; without attributes if this has none
     * @throws ValidationException if the id is none of an analysis, or a value breaks a rule
     */
    public SynthOutcome in(String analysisId) {
        SynthOutcome.validateAnalysisId(analysisId);
        validated();
        return new SynthOutcome(
                analysisId + "_" + synthId, analysisId, synthId, didNotTryRate, failedRate, successRate, attributes);
    }
}
