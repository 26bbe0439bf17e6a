package io.synthlab.persistence.cli.units;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.testkit.SynthLabDatabase;

@SynthLabDatabase(kind = DatabaseKind.SQLITE)
class MixedUnitsSqliteIT extends MixedUnitContracts {}
