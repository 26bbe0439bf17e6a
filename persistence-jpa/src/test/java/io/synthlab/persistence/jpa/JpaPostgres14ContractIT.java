package io.synthlab.persistence.jpa;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.testkit.SynthLabDatabase;
import io.synthlab.persistence.testkit.contract.RepositoryContracts;

@SynthLabDatabase(provider = "jpa", kind = DatabaseKind.POSTGRESQL, postgres = 14)
class JpaPostgres14ContractIT extends RepositoryContracts {}
