package io.synthlab.persistence.cli.units;

import org.junit.jupiter.api.Nested;

/** What holds for mixed units on a database server, which takes several writers at once. */
abstract class ServerMixedUnitContracts extends MixedUnitContracts {
    @Nested
    class GroupDeletions extends GroupDeletionContract {}

    @Nested
    class ServerUnits extends ServerUnitContract {}

    @Nested
    class ConnectionLosses extends ConnectionLossContract {}

    @Nested
    class HostPlantedTexts extends HostPlantedTextContract {}
}
