package io.synthlab.persistence.cli.load;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.testkit.SynthLabDatabase;

@SynthLabDatabase(kind = DatabaseKind.SQLITE)
class LoadSqliteIT extends LoadContract {}
