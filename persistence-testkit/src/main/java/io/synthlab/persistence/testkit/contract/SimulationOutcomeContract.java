package io.synthlab.persistence.testkit.contract;

import static io.synthlab.persistence.error.ConstraintViolationException.Kind.FOREIGN_KEY;
import static io.synthlab.persistence.error.ConstraintViolationException.Kind.UNIQUE;
import static io.synthlab.persistence.testkit.contract.Refusals.assertInvalid;
import static io.synthlab.persistence.testkit.contract.Refusals.assertViolation;
import static io.synthlab.persistence.testkit.fixture.StudyRows.R;
import static io.synthlab.persistence.testkit.fixture.StudyRows.SC;
import static io.synthlab.persistence.testkit.fixture.StudyRows.T0;
import static io.synthlab.persistence.testkit.fixture.StudyRows.X;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.CountedList;
import io.synthlab.persistence.analysis.AnalysisRun;
import io.synthlab.persistence.analysis.AnalysisStatus;
import io.synthlab.persistence.analysis.SynthAttributes;
import io.synthlab.persistence.analysis.SynthOutcome;
import io.synthlab.persistence.error.ConstraintViolationException;
import io.synthlab.persistence.error.InvalidRequestException;
import io.synthlab.persistence.experiment.Experiment;
import io.synthlab.persistence.legacy.SimulationRun;
import io.synthlab.persistence.legacy.SimulationStatus;
import io.synthlab.persistence.testkit.fixture.Fixtures;
import io.synthlab.persistence.testkit.fixture.StudyRows;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Outcomes of simulations, which are rows of an analysis made for them. */
public abstract class SimulationOutcomeContract extends ContractBase {
    private static final String SHADOW_ANALYSIS = "ana_0000000a";
    private static final String SHADOW_EXPERIMENT = "exp_0000000a";
    private static final SynthAttributes ATTRIBUTES = SynthAttributes.fromJson(Fixtures.ATTRIBUTES);

    /** For the cells. */
    protected SimulationOutcomeContract() {}

    static SynthOutcome outcome(String synthId) {
        return SynthOutcome.of("ana_ffffffff", synthId, 0.5, 0.25, 0.25, ATTRIBUTES);
    }

    /** Asserts which rates an outcome may have: a sum of 0.99 to 1.01. */
    static void assertRates() {
        rates(0.33, 0.33, 0.33);
        rates(0.333, 0.333, 0.324);
        assertInvalid("rates", () -> rates(0.34, 0.34, 0.34));
        assertInvalid("rates", () -> rates(0.3, 0.3, 0.3));
    }

    private static void rates(double didNotTry, double failed, double success) {
        SynthOutcome.of("ana_ffffffff", "s", didNotTry, failed, success, ATTRIBUTES);
    }

    private List<String> synths(CountedList<SynthOutcome> list) {
        return list.items().stream().map(SynthOutcome::synthId).toList();
    }

    @ContractCase("R2-150")
    void given_a_run_when_outcomes_are_saved_then_they_get_an_analysis_of_their_own() {
        clock().set(T0);
        new StudyRows(database()).simulation();
        assertEquals(2, simulations().saveSynthOutcomes(R, List.of(outcome("s2"), outcome("s1"))));
        AnalysisRun analysis = analyses().findById(SHADOW_ANALYSIS).orElseThrow();
        assertEquals(SHADOW_EXPERIMENT, analysis.experimentId());
        assertEquals(AnalysisStatus.RUNNING, analysis.status());
        assertEquals(3, analysis.totalSynths());
        assertEquals("baseline", analysis.scenarioId());
        assertEquals(T0, analysis.startedAt());
        Experiment experiment = experiments().findById(SHADOW_EXPERIMENT).orElseThrow();
        assertEquals("Simulation sim_0000000a", experiment.name());
        assertEquals("Auto-generated from simulation", experiment.hypothesis());
        assertEquals(T0, experiment.createdAt());
        CountedList<SynthOutcome> found = simulations().listSynthOutcomes(R);
        assertEquals(2, found.total());
        assertEquals(List.of("s1", "s2"), synths(found));
        assertTrue(
                found.items().stream().allMatch(outcome -> outcome.analysisId().equals(SHADOW_ANALYSIS)));
    }

    @ContractCase("R2-151")
    void given_outcomes_when_one_is_saved_again_then_none_of_the_batch_is_stored() {
        new StudyRows(database()).simulation();
        simulations().saveSynthOutcomes(R, List.of(outcome("s2"), outcome("s1")));
        assertViolation(
                UNIQUE,
                "synth_outcomes",
                null,
                () -> simulations().saveSynthOutcomes(R, List.of(outcome("s3"), outcome("s1"))));
        assertEquals(2, simulations().listSynthOutcomes(R).total());
        assertEquals(1, simulations().saveSynthOutcomes(R, List.of(outcome("s3"))));
        assertEquals(3, simulations().listSynthOutcomes(R).total());
    }

    @ContractCase("R2-152")
    void given_outcomes_of_another_analysis_when_saved_then_the_run_decides() {
        new StudyRows(database()).simulation();
        simulations().saveSynthOutcomes(R, List.of(outcome("s1")));
        assertEquals(0, synthOutcomes().countByAnalysis("ana_ffffffff"));
        assertEquals(1, synthOutcomes().countByAnalysis(SHADOW_ANALYSIS));
    }

    @ContractCase("R2-153")
    void given_outcomes_when_the_run_is_completed_later_then_its_analysis_keeps_its_state() {
        new StudyRows(database()).simulation();
        simulations().saveSynthOutcomes(R, List.of(outcome("s1")));
        SimulationRun run = simulations().findSimulationRun(R).orElseThrow();
        assertTrue(simulations().updateSimulationRun(run.withStatus(SimulationStatus.COMPLETED)));
        simulations().saveSynthOutcomes(R, List.of(outcome("s2")));
        assertEquals(
                AnalysisStatus.RUNNING,
                analyses().findById(SHADOW_ANALYSIS).orElseThrow().status());
    }

    @ContractCase("R2-154")
    void given_no_run_or_no_outcomes_when_saved_then_nothing_is_created() {
        assertViolation(
                FOREIGN_KEY,
                "synth_outcomes",
                null,
                () -> simulations().saveSynthOutcomes("sim_0000dead", List.of(outcome("s1"), outcome("s2"))));
        assertEquals(0, simulations().saveSynthOutcomes("sim_0000dead", List.of()));
        new StudyRows(database()).simulation();
        long experiments = rows().count("experiments");
        // The original created experiment and analysis even for no outcomes (R2 11.6).
        assertEquals(0, simulations().saveSynthOutcomes(R, List.of()));
        assertEquals(experiments, rows().count("experiments"));
        assertEquals(0, rows().count("analysis_runs"));
    }

    @ContractCase("R2-155")
    void given_outcomes_when_paged_then_the_synth_decides_on_the_order() {
        new StudyRows(database()).simulation();
        simulations()
                .saveSynthOutcomes(
                        R,
                        List.of(outcome("e"), outcome("b"), outcome("d"), outcome("\uD83D\uDE00"), outcome("\uFFFD")));
        assertEquals(List.of("e", "\uFFFD"), synths(simulations().listSynthOutcomes(R, 2, 2)));
        assertEquals(
                List.of("b", "d", "e", "\uFFFD", "\uD83D\uDE00"),
                synths(simulations().listSynthOutcomes(R)));
        assertEquals(5, simulations().listSynthOutcomes(R, 2, 2).total());
        assertEquals(new CountedList<>(List.of(), 5), simulations().listSynthOutcomes(R, 0, 0));
        for (String strange : List.of("sim_ffffffff", "nope", "", "\u0000")) {
            assertEquals(new CountedList<>(List.of(), 0), simulations().listSynthOutcomes(strange));
        }
        assertThrows(InvalidRequestException.class, () -> simulations().listSynthOutcomes(R, -1, 0));
    }

    @ContractCase("R2-156")
    void given_an_experiment_with_another_analysis_when_saved_then_no_outcome_is_stored() {
        StudyRows study = new StudyRows(database());
        study.simulation();
        study.simulation("sim_0000000c");
        study.experiment("exp_0000000c");
        rows().analysis("ana_99999999", "exp_0000000c", "completed");
        assertViolation(
                UNIQUE,
                "analysis_runs",
                "id=ana_0000000c",
                () -> simulations().saveSynthOutcomes("sim_0000000c", List.of(outcome("s1"))));
        assertEquals(0, rows().count("synth_outcomes"));
    }

    @ContractCase("R2-157")
    void given_outcomes_when_read_twice_then_their_ids_are_the_ones_that_were_saved() {
        new StudyRows(database()).simulation();
        List<SynthOutcome> saved = List.of(outcome("s1"), outcome("s2"));
        simulations().saveSynthOutcomes(R, saved);
        List<SynthOutcome> read = simulations().listSynthOutcomes(R).items();
        assertEquals(
                saved.stream().map(SynthOutcome::id).toList(),
                read.stream().map(SynthOutcome::id).toList());
        assertEquals(read, simulations().listSynthOutcomes(R).items());
    }

    @ContractCase("R2-158")
    void given_a_synth_twice_when_saved_for_the_first_time_then_nothing_remains() {
        new StudyRows(database()).simulation();
        List<SynthOutcome> twice = List.of(outcome("s1"), outcome("s1"));
        assertViolation(UNIQUE, "synth_outcomes", null, () -> simulations().saveSynthOutcomes(R, twice));
        assertTrue(experiments().findById(SHADOW_EXPERIMENT).isEmpty());
        assertTrue(analyses().findById(SHADOW_ANALYSIS).isEmpty());
        List<SynthOutcome> bad =
                List.of(outcome("s1"), new SynthOutcome("out_00000001", SHADOW_ANALYSIS, "s2", 5, 0, 0, ATTRIBUTES));
        assertInvalid("did_not_try_rate", () -> simulations().saveSynthOutcomes(R, bad));
        assertEquals(0, rows().count("analysis_runs"));
    }

    @ContractCase("R2-159")
    void given_a_run_id_with_other_letters_when_outcomes_are_saved_then_they_can_be_read() {
        new StudyRows(database()).scorecard();
        simulations().createSimulationRun(SimulationRun.of("sim_TESTab12", SC, "baseline", T0));
        simulations().saveSynthOutcomes("sim_TESTab12", List.of(outcome("s1")));
        assertEquals(List.of("s1"), synths(simulations().listSynthOutcomes("sim_TESTab12")));
        simulations().createSimulationRun(SimulationRun.of("sim_sim0000a", SC, "baseline", T0));
        simulations().saveSynthOutcomes("sim_sim0000a", List.of(outcome("s1")));
        assertTrue(analyses().findById("ana_sim0000a").isPresent());
        assertInvalid("id", () -> simulations().saveSynthOutcomes("ana_0000000a", List.of(outcome("s1"))));
    }

    @Test
    void given_many_outcomes_when_saved_then_all_or_none_are_stored() {
        new StudyRows(database()).simulation();
        List<SynthOutcome> many =
                IntStream.range(0, 1_200).mapToObj(i -> outcome("s" + i)).toList();
        assertEquals(1_200, simulations().saveSynthOutcomes(R, many));
        assertEquals(1_200, simulations().listSynthOutcomes(R).total());
    }

    @Test
    void given_four_callers_when_all_save_the_same_outcomes_then_one_succeeds_and_no_half_is_stored() throws Exception {
        new StudyRows(database()).simulation();
        List<SynthOutcome> outcomes = List.of(outcome("s1"), outcome("s2"), outcome("s3"));
        List<Boolean> saved = Race.of(4, () -> {
            try {
                return simulations().saveSynthOutcomes(R, outcomes) == outcomes.size();
            } catch (ConstraintViolationException e) {
                return false;
            }
        });
        assertEquals(1, saved.stream().filter(success -> success).count());
        assertEquals(3, simulations().listSynthOutcomes(R).total());
    }

    @Test
    void given_four_callers_when_each_saves_another_synth_first_then_all_succeed_on_one_analysis() throws Exception {
        new StudyRows(database()).simulation();
        long experiments = rows().count("experiments");
        AtomicInteger next = new AtomicInteger();
        List<Integer> saved =
                Race.of(4, () -> simulations().saveSynthOutcomes(R, List.of(outcome("s" + next.incrementAndGet()))));
        assertEquals(List.of(1, 1, 1, 1), saved);
        assertEquals(List.of("s1", "s2", "s3", "s4"), synths(simulations().listSynthOutcomes(R)));
        assertEquals(experiments + 1, rows().count("experiments"));
        assertEquals(1, rows().count("analysis_runs"));
    }

    @Test
    void given_an_analysis_of_the_same_suffix_when_outcomes_are_saved_then_no_run_is_needed() {
        new StudyRows(database()).experiment(X);
        rows().analysis(SHADOW_ANALYSIS, X, "completed");
        assertEquals(1, simulations().saveSynthOutcomes(R, List.of(outcome("s1"))));
        assertEquals(List.of("s1"), synths(simulations().listSynthOutcomes(R)));
        assertEquals(1, rows().count("experiments"));
        assertEquals(X, analyses().findById(SHADOW_ANALYSIS).orElseThrow().experimentId());
    }

    @Test
    void given_a_unit_when_saving_fails_within_nested_work_then_the_unit_goes_on_without_its_analysis() {
        new StudyRows(database()).simulation();
        List<SynthOutcome> twice = List.of(outcome("s1"), outcome("s1"));
        repositories().useTransaction(tx -> {
            assertThrows(
                    ConstraintViolationException.class,
                    () -> tx.useNested(inner -> inner.simulations().saveSynthOutcomes(R, twice)));
            assertTrue(tx.analyses().findById(SHADOW_ANALYSIS).isEmpty());
            assertTrue(tx.experiments().findById(SHADOW_EXPERIMENT).isEmpty());
            SimulationRun run = tx.simulations().findSimulationRun(R).orElseThrow();
            tx.simulations().updateSimulationRun(run.withStatus(SimulationStatus.COMPLETED));
            tx.simulations().saveSynthOutcomes(R, List.of(outcome("s2")));
        });
        assertEquals(List.of("s2"), synths(simulations().listSynthOutcomes(R)));
        assertEquals(
                AnalysisStatus.COMPLETED,
                analyses().findById(SHADOW_ANALYSIS).orElseThrow().status());
    }
}
