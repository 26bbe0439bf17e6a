package io.synthlab.persistence.synth;

import java.util.Objects;

/**
 * A synth with what is understood of its document.
 *
 * @param summary its columns
 * @param profile the typed view of its document; all parts absent if there is none
 */
public record SynthDetail(SynthSummary summary, SynthProfile profile) {
    /** Checks that both are there. */
    public SynthDetail {
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(profile, "profile");
    }
}
