package io.synthlab.persistence.model.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.synthlab.persistence.analysis.SynthAttributes;
import io.synthlab.persistence.analysis.SynthOutcome;
import io.synthlab.persistence.model.EntityFields;
import io.synthlab.persistence.synth.LatentTraits;
import io.synthlab.persistence.synth.Observables;
import java.util.List;
import org.junit.jupiter.api.Test;

class SynthOutcomeEntityTest {
    @Test
    void given_an_outcome_with_all_parts_then_every_column_survives_a_round_trip() throws Exception {
        SynthOutcome full = SynthOutcome.of(
                "ana_00000001",
                "abc123",
                0.2,
                0.3,
                0.5,
                new SynthAttributes(new Observables(0.1, 0.2, 0.3, 0.4, 0.5), new LatentTraits(0.6, 0.7, 0.8, 0.9)));
        SynthOutcomeEntity row = SynthOutcomeEntity.of(full);
        assertEquals(List.of(), EntityFields.nulls(row));
        assertEquals(full, row.toRecord());
    }

    @Test
    void given_an_outcome_without_attributes_then_its_column_is_null_and_stays_so() throws Exception {
        SynthOutcome bare = new SynthOutcome("out_00000001", "ana_00000001", "abc123", 0.2, 0.3, 0.5, null);
        SynthOutcomeEntity row = SynthOutcomeEntity.of(bare);
        assertEquals(List.of("synthAttributes"), EntityFields.nulls(row));
        assertEquals(bare, row.toRecord());
    }
}
