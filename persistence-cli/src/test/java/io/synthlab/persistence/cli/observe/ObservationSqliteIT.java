package io.synthlab.persistence.cli.observe;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.testkit.SynthLabDatabase;

@SynthLabDatabase(kind = DatabaseKind.SQLITE)
class ObservationSqliteIT extends ObservationContract {}
