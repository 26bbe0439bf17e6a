package io.synthlab.persistence.cli.units;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.testkit.SynthLabDatabase;

@SynthLabDatabase(kind = DatabaseKind.POSTGRESQL, postgres = 14)
class MixedUnitsPostgres14IT extends ServerMixedUnitContracts {}
