package io.synthlab.persistence.cli.faults;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.testkit.SynthLabDatabase;
import io.synthlab.persistence.testkit.contract.RepositoryContracts;

/** The contract on the implementation with faults; run by {@link PlantedFaultsIT} alone. */
@SynthLabDatabase(kind = DatabaseKind.SQLITE, provider = FaultyProvider.NAME)
final class FaultyCell extends RepositoryContracts {}
