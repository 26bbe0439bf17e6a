package io.synthlab.persistence.cli.units;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What is stored appears in no error of a mixed unit. */
abstract class PlantedTextContract extends MixedUnits {
    @Test
    void given_violations_when_they_come_out_of_a_mixed_unit_then_the_planted_text_is_nowhere_in_them() {
        PlantedText.plant(database(), repositories());
        PlantedText.assertNowhereIn(repositories());
        assertEquals(2, rows("experiments"));
        assertEquals(0, rows("synths"));
    }
}
