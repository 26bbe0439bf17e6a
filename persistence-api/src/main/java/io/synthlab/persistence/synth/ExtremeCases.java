package io.synthlab.persistence.synth;

import java.util.List;

/**
 * The synths that did best and worst in an analysis; with few outcomes a synth may be in both lists.
 *
 * @param topSynthIds highest success rate first, ties broken by synth id
 * @param bottomSynthIds lowest success rate first, ties broken by synth id
 */
public record ExtremeCases(List<String> topSynthIds, List<String> bottomSynthIds) {
    /** Copies the lists. */
    public ExtremeCases {
        topSynthIds = List.copyOf(topSynthIds);
        bottomSynthIds = List.copyOf(bottomSynthIds);
    }
}
