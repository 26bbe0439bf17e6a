package io.synthlab.persistence.synth;

import java.util.List;
import java.util.Objects;

/**
 * A group with all its synths, both from one snapshot.
 *
 * @param group the group; its count equals the size of the list
 * @param synths its synths, newest first, ties broken by id
 */
public record SynthGroupDetail(SynthGroupSummary group, List<GroupSynth> synths) {
    /** Copies the list. */
    public SynthGroupDetail {
        Objects.requireNonNull(group, "group");
        synths = List.copyOf(synths);
    }
}
