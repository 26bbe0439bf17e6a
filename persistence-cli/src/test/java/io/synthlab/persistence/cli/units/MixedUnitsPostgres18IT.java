package io.synthlab.persistence.cli.units;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.testkit.SynthLabDatabase;

@SynthLabDatabase(kind = DatabaseKind.POSTGRESQL, postgres = 18)
class MixedUnitsPostgres18IT extends ServerMixedUnitContracts {}
