package io.synthlab.persistence.jdbc;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.testkit.SynthLabDatabase;
import io.synthlab.persistence.testkit.contract.RepositoryContracts;

@SynthLabDatabase(provider = "legacy-jdbc", kind = DatabaseKind.SQLITE)
class LegacyJdbcSqliteContractIT extends RepositoryContracts {}
