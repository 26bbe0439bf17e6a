package io.synthlab.persistence.testkit.contract;

import io.synthlab.persistence.analysis.OutcomeDraft;
import io.synthlab.persistence.analysis.SynthAttributes;
import io.synthlab.persistence.analysis.SynthOutcome;
import io.synthlab.persistence.testkit.fixture.Fixtures;

/** Outcomes that contracts start from: nobody failed, and whoever had no success did not try. */
final class Outcomes {
    static final String TABLE = "synth_outcomes";
    static final SynthAttributes ATTRIBUTES = SynthAttributes.fromJson(Fixtures.ATTRIBUTES);

    private Outcomes() {}

    static OutcomeDraft draft(String synthId, double success) {
        return OutcomeDraft.of(synthId, 1 - success, 0, success, ATTRIBUTES);
    }

    static OutcomeDraft draftWithoutAttributes(String synthId) {
        return OutcomeDraft.of(synthId, 0.25, 0.25, 0.5, null);
    }

    static SynthOutcome outcome(String id, String analysisId, String synthId, double success) {
        return new SynthOutcome(id, analysisId, synthId, 1 - success, 0, success, ATTRIBUTES);
    }

    static SynthOutcome outcome(String analysisId, String synthId, double success) {
        return SynthOutcome.of(analysisId, synthId, 1 - success, 0, success, ATTRIBUTES);
    }
}
