package io.synthlab.persistence.cli.compare;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.testkit.SynthLabDatabase;

@SynthLabDatabase(kind = DatabaseKind.SQLITE)
class ComparingSqliteIT extends ComparingContract {}
