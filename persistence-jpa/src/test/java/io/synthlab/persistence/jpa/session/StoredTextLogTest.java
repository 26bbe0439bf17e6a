package io.synthlab.persistence.jpa.session;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.testkit.SynthLabDatabase;

@SynthLabDatabase(provider = "jpa", kind = DatabaseKind.SQLITE)
class StoredTextLogTest extends StoredTextLog {}
