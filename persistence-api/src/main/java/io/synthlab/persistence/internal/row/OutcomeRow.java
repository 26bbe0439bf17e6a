package io.synthlab.persistence.internal.row;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.analysis.SynthAttributes;
import io.synthlab.persistence.analysis.SynthOutcome;
import io.synthlab.persistence.error.UnreadableRowException;
import io.synthlab.persistence.internal.id.DerivedIds;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code synth_outcomes} as its columns hold it.
 *
 * @param id stored id; {@code null} in most rows of old files
 * @param analysisId the analysis
 * @param synthId the synth
 * @param didNotTryRate share of executions without a try
 * @param failedRate share of failed executions
 * @param successRate share of successful executions
 * @param attributes JSON text, or {@code null}
 */
public record OutcomeRow(
        @Nullable String id,
        String analysisId,
        String synthId,
        double didNotTryRate,
        double failedRate,
        double successRate,
        @Nullable String attributes) {
    /** The table. */
    public static final String TABLE = "synth_outcomes";

    /**
     * Makes the row of an outcome.
     *
     * @param outcome the outcome
     * @return its row
     */
    public static OutcomeRow of(SynthOutcome outcome) {
        SynthAttributes attributes = outcome.attributes();
        return new OutcomeRow(
                outcome.id(),
                outcome.analysisId(),
                outcome.synthId(),
                outcome.didNotTryRate(),
                outcome.failedRate(),
                outcome.successRate(),
                attributes == null ? null : attributes.toJson().text());
    }

    /**
     * Returns this row in another analysis.
     *
     * @param newAnalysisId the analysis
     * @return the new row
     */
    public OutcomeRow in(String newAnalysisId) {
        return new OutcomeRow(id, newAnalysisId, synthId, didNotTryRate, failedRate, successRate, attributes);
    }

    /**
     * Reads the row. One without an id takes that which the data mover would give it.
     *
     * @return the outcome
     * @throws UnreadableRowException if there are attributes that lack a number
     */
    public SynthOutcome toRecord() {
        JsonValue document = attributes == null ? null : JsonValue.ofStored(attributes);
        return new SynthOutcome(
                id == null ? DerivedIds.outcome(analysisId, synthId, 0) : id,
                analysisId,
                synthId,
                didNotTryRate,
                failedRate,
                successRate,
                new StoredRow(TABLE, key())
                        .read(() -> SynthAttributes.ofDocument(document).orElse(null)));
    }

    /** Returns what errors call the row: its id or, without one, what identifies it instead. */
    private String key() {
        return id == null ? key(analysisId, synthId) : "id=" + id;
    }

    /**
     * Returns what errors call a row that is looked for by analysis and synth.
     *
     * @param analysisId the analysis
     * @param synthId the synth
     * @return both columns and their values
     */
    public static String key(String analysisId, String synthId) {
        return "analysis_id=" + analysisId + ", synth_id=" + synthId;
    }
}
