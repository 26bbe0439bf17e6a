package io.synthlab.persistence.cli.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Faults are planted one at a time, and the contract catches each; without one it is green. */
class PlantedFaultsIT {
    private static final int FEWEST = 20;

    @TempDir
    private Path directory;

    @AfterEach
    void removeFault() {
        FaultyProvider.planted = Fault.NONE;
    }

    @Test
    void given_no_fault_when_the_contract_runs_then_it_is_green() {
        ContractRun run = ContractRun.of(Fault.NONE.contracts(), directory);
        assertEquals(Map.of(), run.failures());
        assertTrue(run.tests() > 500, "the whole contract was run: " + run.tests());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void given_a_fault_when_the_contract_runs_then_it_is_caught(Fault fault) {
        FaultyProvider.planted = fault;
        ContractRun run = ContractRun.of(fault.contracts(), directory);
        Set<String> failed = run.failures().keySet();
        assertTrue(run.tests() > 0, "no contract is named " + fault.contracts());
        assertTrue(!failed.isEmpty(), "nothing caught " + fault);
        assertTrue(failed.size() < run.tests(), "a fault, not a wreck: " + failed);
        assertTrue(
                failed.stream().anyMatch(name -> name.contains(fault.caughtBy())),
                fault.caughtBy() + " has to catch " + fault + ", but these did: " + failed);
    }

    @Test
    void given_the_faults_then_there_are_enough_of_them_and_they_lie_in_many_contracts() {
        assertTrue(Fault.values().length > FEWEST);
        Set<String> contracts = Arrays.stream(Fault.values())
                .flatMap(fault -> fault.contracts().stream())
                .collect(Collectors.toSet());
        assertTrue(contracts.size() >= FEWEST / 2, contracts::toString);
    }
}
