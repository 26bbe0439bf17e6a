package io.synthlab.persistence.cli.limits;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.testkit.SynthLabDatabase;

@SynthLabDatabase(kind = DatabaseKind.SQLITE)
class LeftoversSqliteIT extends LeftoversContract {}
