package io.synthlab.persistence.jpa.synth;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.synth.SimulationSynth;

/** A synth with its document, which is there. */
record SynthDocumentRow(String id, String data) {
    SimulationSynth toSimulation() {
        return SimulationSynth.fromData(id, JsonValue.ofStored(data));
    }
}
