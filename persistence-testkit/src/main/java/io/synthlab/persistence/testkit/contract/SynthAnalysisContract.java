package io.synthlab.persistence.testkit.contract;

import static io.synthlab.persistence.testkit.contract.Refusals.assertUnreadable;
import static io.synthlab.persistence.testkit.fixture.Fixtures.A1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.A2;
import static io.synthlab.persistence.testkit.fixture.Fixtures.E1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.E2;
import static io.synthlab.persistence.testkit.fixture.Fixtures.e1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.e2;
import static io.synthlab.persistence.testkit.fixture.Fixtures.synthWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.synthlab.persistence.error.InvalidRequestException;
import io.synthlab.persistence.error.NotFoundException;
import io.synthlab.persistence.synth.ExtremeCases;
import io.synthlab.persistence.synth.LatentTraits;
import io.synthlab.persistence.synth.Observables;
import io.synthlab.persistence.synth.SimulationSynth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Synths: extreme cases and simulation input, both out of the completed analysis of an experiment. */
public abstract class SynthAnalysisContract extends ContractBase {
    private static final double TOLERANCE = 1e-9;

    /** For the cells. */
    protected SynthAnalysisContract() {}

    @BeforeEach
    final void createExperiment() {
        experiments().create(e1());
    }

    @ContractCase("R1-88")
    void given_no_completed_analysis_when_asked_for_then_the_error_names_the_experiment() {
        assertNoAnalysis();
        rows().analysis(A1, E1, "running");
        assertNoAnalysis();
        experiments().create(e2());
        rows().analysis(A2, E2, "completed");
        assertNoAnalysis();
    }

    private void assertNoAnalysis() {
        for (Executable call :
                List.<Executable>of(() -> synths().getExtremeCases(E1, 5), () -> synths().listForSimulation(E1, 200))) {
            NotFoundException refusal = assertThrows(NotFoundException.class, call);
            assertEquals("NOT_FOUND", refusal.code());
            assertEquals("No completed analysis found for experiment exp_00000001", refusal.getMessage());
        }
    }

    @ContractCase("R1-89")
    void given_five_outcomes_when_two_extremes_are_asked_for_then_each_list_begins_at_its_end() {
        givenFiveOutcomes();
        ExtremeCases two = synths().getExtremeCases(E1, 2);
        assertEquals(List.of("sss009", "sss007"), two.topSynthIds());
        assertEquals(List.of("sss001", "sss003"), two.bottomSynthIds());
    }

    /** Top and bottom may overlap: as many outcomes as asked for suffice, and the number that is told counts both. */
    @ContractCase("R1-90")
    void given_five_outcomes_when_more_extremes_are_asked_for_then_five_is_the_limit() {
        givenFiveOutcomes();
        ExtremeCases five = synths().getExtremeCases(E1, 5);
        assertEquals(List.of("sss009", "sss007", "sss005", "sss003", "sss001"), five.topSynthIds());
        assertEquals(List.of("sss001", "sss003", "sss005", "sss007", "sss009"), five.bottomSynthIds());
        InvalidRequestException refusal =
                assertThrows(InvalidRequestException.class, () -> synths().getExtremeCases(E1, 6));
        assertEquals("Insufficient synths for extreme cases: need 12, found 10", refusal.getMessage());
        assertEquals(new ExtremeCases(List.of(), List.of()), synths().getExtremeCases(E1, 0));
    }

    /** Of synths that do not exist: outcomes need none. Those of another analysis do not count. */
    private void givenFiveOutcomes() {
        experiments().create(e2());
        rows().analysis(A1, E1, "completed");
        rows().analysis(A2, E2, "completed");
        for (int tenths : new int[] {5, 1, 9, 3, 7}) {
            rows().outcome(A1, "sss00" + tenths, tenths / 10.0);
        }
        rows().outcome(A2, "other1", 1.0);
        rows().outcome(A2, "other0", 0.0);
    }

    @ContractCase("R1-91")
    void given_equal_outcomes_when_extremes_are_asked_for_then_the_synth_id_decides() {
        rows().analysis(A1, E1, "completed");
        for (int number : new int[] {4, 9, 1, 0, 7, 2, 8, 5, 3, 6}) {
            rows().outcome(A1, "sss00" + number, 0.5);
        }
        ExtremeCases three = synths().getExtremeCases(E1, 3);
        assertEquals(List.of("sss000", "sss001", "sss002"), three.topSynthIds());
        assertEquals(List.of("sss000", "sss001", "sss002"), three.bottomSynthIds());
        assertEquals(three, synths().getExtremeCases(E1, 3));
        assertThrows(InvalidRequestException.class, () -> synths().getExtremeCases(E1, -1));
        assertThrows(InvalidRequestException.class, () -> synths().getExtremeCases(E1, Integer.MAX_VALUE));
    }

    @Test
    void given_a_deleted_experiment_when_asked_for_then_its_analysis_still_counts() {
        givenFiveOutcomes();
        experiments().softDelete(E1);
        assertEquals(List.of("sss009"), synths().getExtremeCases(E1, 1).topSynthIds());
        assertEquals(List.of(), synths().listForSimulation(E1, 1));
    }

    @ContractCase("R1-92")
    void given_observables_when_read_for_simulation_then_traits_are_derived_without_rounding() {
        SimulationSynth synth = simulated("""
                {"observables": {"digital_literacy": 0.5, "similar_tool_experience": 0.5, "motor_ability": 1.0,
                 "time_availability": 0.5, "domain_expertise": 0.5}}""");
        assertEquals("aaa111", synth.id());
        assertObservables(synth, 0.5, 0.5, 1.0, 0.5, 0.5);
        assertTraits(synth, 0.575, 0.5, 0.5, 0.5);
    }

    @ContractCase("R1-93")
    void given_big_five_when_read_for_simulation_then_everything_is_derived_from_them() {
        SimulationSynth synth =
                simulated("{\"psicografia\": {\"personalidade_big_five\": {\"abertura\": 80, \"neuroticismo\": 20}}}");
        assertObservables(synth, 0.71, 0.5, 1.0, 0.94, 0.5);
        assertTraits(synth, 0.65, 0.62, 0.65, 0.68);
        SimulationSynth unknown = simulated("{}");
        assertObservables(unknown, 0.5, 0.5, 1.0, 0.85, 0.5);
        assertTraits(unknown, 0.5, 0.5, 0.5, 0.5);
    }

    @ContractCase("R1-94")
    void given_incomplete_observables_when_read_for_simulation_then_they_are_ignored() {
        SimulationSynth synth = simulated("""
                {"observables": {"digital_literacy": 0.9, "motor_ability": 0.1},
                 "simulation_attributes": {"observables": {"digital_literacy": 1, "similar_tool_experience": 1,
                 "motor_ability": 0, "time_availability": 0, "domain_expertise": 0}}}""");
        assertObservables(synth, 0.5, 0.5, 1.0, 0.85, 0.5);
        assertTraits(synth, 0.5, 0.5, 0.5, 0.5);
    }

    /** Rounded half to even on the exact binary value, as the original rounds; a trait above 100 is not refused. */
    @Test
    void given_traits_between_two_decimals_when_read_for_simulation_then_they_are_rounded_as_before() {
        SimulationSynth synth = simulated("""
                {"psicografia": {"personalidade_big_five": {"abertura": 150, "conscienciosidade": 0.1,
                 "extroversao": 0.25, "amabilidade": 33.3333, "neuroticismo": 0}}}""");
        assertObservables(synth, 1.05, 0.5, 1.0, 1.0, 0.5);
        assertTraits(synth, 0.75, 0.6, 0.5, 0.901);
    }

    @ContractCase("R1-95")
    void given_outcomes_without_a_documented_synth_when_read_for_simulation_then_they_are_left_out() {
        rows().analysis(A1, E1, "completed");
        assertEquals(List.of(), synths().listForSimulation(E1, 200));
        synths().saveAll(List.of(
                synthWith("aaa112", "{}"),
                synthWith("aaa111", "{}"),
                synthWith("aaa113", null),
                synthWith("aaa114", "{}")));
        for (String id : List.of("aaa112", "aaa111", "aaa113", "gone01")) {
            rows().outcome(A1, id, 0.5);
        }
        assertEquals(List.of("aaa111", "aaa112"), simulatedIds(200));
        assertEquals(List.of("aaa111"), simulatedIds(1));
        assertEquals(List.of(), simulatedIds(0));
        assertThrows(InvalidRequestException.class, () -> synths().listForSimulation(E1, -1));
    }

    @Test
    void given_an_observable_out_of_range_when_read_for_simulation_then_the_row_is_named() {
        rows().analysis(A1, E1, "completed");
        for (String value : List.of("1.01", "-0.01", "null", "\"high\"")) {
            synths().save(synthWith("aaa111", """
                    {"observables": {"digital_literacy": 0.5, "similar_tool_experience": 0.5, "motor_ability": %s,
                     "time_availability": 0.5, "domain_expertise": 0.5}}""".formatted(value)));
            givenOutcomeOnce("aaa111");
            assertUnreadable(
                    "synths", "id=aaa111", "data.observables.motor_ability", () -> synths().listForSimulation(E1, 200));
        }
    }

    private List<String> simulatedIds(int limit) {
        return synths().listForSimulation(E1, limit).stream()
                .map(SimulationSynth::id)
                .toList();
    }

    private SimulationSynth simulated(@Nullable String json) {
        if (rows().count("analysis_runs") == 0) {
            rows().analysis(A1, E1, "completed");
        }
        synths().save(synthWith("aaa111", json));
        givenOutcomeOnce("aaa111");
        return synths().listForSimulation(E1, 200).get(0);
    }

    private void givenOutcomeOnce(String synthId) {
        if (rows().count("synth_outcomes") == 0) {
            rows().outcome(A1, synthId, 0.5);
        }
    }

    private static void assertObservables(
            SimulationSynth synth, double digital, double similar, double motor, double time, double domain) {
        Observables found = synth.observables();
        assertEquals(digital, found.digitalLiteracy(), TOLERANCE);
        assertEquals(similar, found.similarToolExperience(), TOLERANCE);
        assertEquals(motor, found.motorAbility(), TOLERANCE);
        assertEquals(time, found.timeAvailability(), TOLERANCE);
        assertEquals(domain, found.domainExpertise(), TOLERANCE);
    }

    private static void assertTraits(
            SimulationSynth synth, double capability, double trust, double friction, double exploration) {
        LatentTraits found = synth.latentTraits();
        assertEquals(capability, found.capabilityMean(), TOLERANCE);
        assertEquals(trust, found.trustMean(), TOLERANCE);
        assertEquals(friction, found.frictionToleranceMean(), TOLERANCE);
        assertEquals(exploration, found.explorationProb(), TOLERANCE);
    }
}
