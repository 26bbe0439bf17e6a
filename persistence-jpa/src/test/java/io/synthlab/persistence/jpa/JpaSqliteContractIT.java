package io.synthlab.persistence.jpa;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.testkit.SynthLabDatabase;
import io.synthlab.persistence.testkit.contract.RepositoryContracts;

@SynthLabDatabase(provider = "jpa", kind = DatabaseKind.SQLITE)
class JpaSqliteContractIT extends RepositoryContracts {}
