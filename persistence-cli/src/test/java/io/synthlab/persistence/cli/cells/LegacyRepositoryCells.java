package io.synthlab.persistence.cli.cells;

import io.synthlab.persistence.analysis.SynthAttributes;
import io.synthlab.persistence.analysis.SynthOutcome;
import io.synthlab.persistence.legacy.FeatureScorecard;
import io.synthlab.persistence.legacy.ScorecardRepository;
import io.synthlab.persistence.legacy.SimulationFilter;
import io.synthlab.persistence.legacy.SimulationRepository;
import io.synthlab.persistence.legacy.SimulationRun;
import io.synthlab.persistence.legacy.SimulationStatus;
import io.synthlab.persistence.legacy.UncertainDimension;
import io.synthlab.persistence.testkit.TestClock;
import io.synthlab.persistence.testkit.fixture.Fixtures;
import java.util.List;
import java.util.Map;

/** Calls on scorecards and simulations. */
final class LegacyRepositoryCells implements Calls {
    private static final String SCORECARD = "0badcafe";
    private static final String SIMULATION = "sim_0badcafe";
    private static final String NO_SIMULATION = "sim_00000000";
    private static final int ALL = 1_000;

    @Override
    public void read(Script script, Keys keys) {
        ScorecardRepository scorecards = script.repositories().scorecards();
        List<String> ids = keys.all("feature_scorecards", "id");
        List<String> experiments = keys.all("experiments", "id");
        script.askEach("scorecard", ids, scorecards::findScorecard);
        script.ask("scorecards", scorecards::listScorecards);
        script.ask("all scorecards", () -> scorecards.listScorecards(ALL, 0));
        script.ask("some scorecards", () -> scorecards.listScorecards(3, 2));
        script.ask("negative", () -> scorecards.listScorecards(-1, 0));
        script.askEach("scorecards of", experiments, scorecards::listByExperimentId);
        script.askEach("a scorecard of", experiments, id -> scorecards.listByExperimentId(id, 1, 1));
        SimulationRepository simulations = script.repositories().simulations();
        List<String> runs = keys.all("simulation_runs", "id");
        script.askEach("simulation", runs, simulations::findSimulationRun);
        script.ask("simulations", () -> simulations.listSimulationRuns(SimulationFilter.ALL));
        for (String status : List.of("completed", "failed", "", "nope", "\u0000")) {
            SimulationFilter filter = SimulationFilter.ALL.withStatus(status);
            script.ask("simulations that are " + status, () -> simulations.listSimulationRuns(filter, ALL, 0));
        }
        script.askEach(
                "simulations of scorecard",
                ids,
                id -> simulations.listSimulationRuns(SimulationFilter.ALL.withScorecardId(id), ALL, 0));
        script.askEach("simulations of", experiments, simulations::listByExperimentId);
        script.askEach("a simulation of", experiments, id -> simulations.listByExperimentId(id, 1, 1));
        script.askEach("outcomes of simulation", runs, simulations::listSynthOutcomes);
        script.askEach("some outcomes of simulation", runs, id -> simulations.listSynthOutcomes(id, 2, 3));
    }

    @Override
    public void write(Script script, Keys keys) {
        writeScorecards(script, keys);
        writeSimulations(script, keys);
    }

    private static void writeScorecards(Script script, Keys keys) {
        ScorecardRepository scorecards = script.repositories().scorecards();
        FeatureScorecard scorecard =
                FeatureScorecard.of(SCORECARD, "Fé", UncertainDimension.of(0.1 + 0.2), TestClock.START);
        String used = keys.first("simulation_runs", "scorecard_id");
        script.ask("create scorecard", () -> scorecards.createScorecard(scorecard));
        script.ask("create scorecard again", () -> scorecards.createScorecard(scorecard));
        script.ask(
                "create scorecard of none",
                () -> scorecards.createScorecard(
                        FeatureScorecard.of("0badcaff", "", UncertainDimension.of(0), TestClock.START)
                                .withExperimentId("exp_00000000")));
        script.ask("update scorecard", () -> scorecards.updateScorecard(scorecard.withDescriptionText("D2")));
        script.ask(
                "update used scorecard",
                () -> scorecards.updateScorecard(
                        FeatureScorecard.of(used, "novo", UncertainDimension.of(1), TestClock.START)));
        script.ask(
                "update no scorecard",
                () -> scorecards.updateScorecard(
                        FeatureScorecard.of("zzzzzzzz", "", UncertainDimension.of(1), TestClock.START)));
        script.ask("delete used scorecard", () -> scorecards.deleteScorecard(used));
        script.ask("delete no scorecard", () -> scorecards.deleteScorecard("zzzzzzzz"));
    }

    private static void writeSimulations(Script script, Keys keys) {
        SimulationRepository simulations = script.repositories().simulations();
        SimulationRun run = SimulationRun.of(SIMULATION, SCORECARD, "baseline", TestClock.START);
        script.ask("create simulation", () -> simulations.createSimulationRun(run));
        script.ask("create simulation again", () -> simulations.createSimulationRun(run));
        script.ask(
                "create simulation of none",
                () -> simulations.createSimulationRun(
                        SimulationRun.of("sim_0badcaff", "zzzzzzzz", "baseline", TestClock.START)));
        SimulationRun done = run.withStatus(SimulationStatus.COMPLETED)
                .withResult(TestClock.START, 3, Map.of("outro", 0.1 + 0.2, "success", 1.0), 1.5);
        script.ask("complete simulation", () -> simulations.updateSimulationRun(done));
        script.ask(
                "complete no simulation",
                () -> simulations.updateSimulationRun(
                        SimulationRun.of(NO_SIMULATION, SCORECARD, "x", TestClock.START)));
        String old = keys.first("simulation_runs", "id");
        for (String id : List.of(SIMULATION, old, NO_SIMULATION)) {
            script.ask("save outcomes of " + id, () -> simulations.saveSynthOutcomes(id, outcomes(id, "z1", "z2")));
            script.ask(
                    "save outcomes again of " + id, () -> simulations.saveSynthOutcomes(id, outcomes(id, "z3", "z1")));
            script.ask("save no outcomes of " + id, () -> simulations.saveSynthOutcomes(id, List.of()));
        }
        script.ask("outcomes of simulation then", () -> simulations.listSynthOutcomes(SIMULATION));
    }

    private static List<SynthOutcome> outcomes(String simulation, String... synths) {
        SynthAttributes attributes = SynthAttributes.fromJson(Fixtures.ATTRIBUTES);
        return List.of(synths).stream()
                .map(synth -> new SynthOutcome(
                        "out_%08x".formatted((simulation + synth).hashCode()),
                        "ana_ffffffff",
                        synth,
                        0.5,
                        0.25,
                        0.25,
                        attributes))
                .toList();
    }
}
