package io.synthlab.persistence.jpa.session;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.testkit.SynthLabDatabase;

@SynthLabDatabase(provider = "jpa", kind = DatabaseKind.POSTGRESQL)
class StoredTextLogPostgresIT extends StoredTextLog {}
