package io.synthlab.persistence.cli.units;

import org.junit.jupiter.api.Nested;

/** What holds for mixed units on every database. */
abstract class MixedUnitContracts {
    @Nested
    class Units extends MixedUnitContract {}

    @Nested
    class Visibility extends VisibilityContract {}

    @Nested
    class Switching extends SwitchingContract {}

    @Nested
    class Races extends RaceContract {}

    @Nested
    class PlantedTexts extends PlantedTextContract {}

    @Nested
    class JoinedUnits extends JoinedUnitContract {}
}
