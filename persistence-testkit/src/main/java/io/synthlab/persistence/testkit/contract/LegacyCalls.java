package io.synthlab.persistence.testkit.contract;

import static io.synthlab.persistence.testkit.fixture.StudyRows.R;
import static io.synthlab.persistence.testkit.fixture.StudyRows.SC;
import static io.synthlab.persistence.testkit.fixture.StudyRows.T0;
import static io.synthlab.persistence.testkit.fixture.StudyRows.X;

import io.synthlab.persistence.Repositories;
import io.synthlab.persistence.legacy.FeatureScorecard;
import io.synthlab.persistence.legacy.SimulationFilter;
import io.synthlab.persistence.legacy.SimulationRun;
import io.synthlab.persistence.legacy.UncertainDimension;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Every method of the repositories of scorecards and simulations, called on SC and R. */
final class LegacyCalls {
    private static final String UNUSED = "unused00";

    /** Reading methods by repository and name. */
    static final Map<String, Function<Repositories, Object>> READS = Map.ofEntries(
            Map.entry(
                    "scorecards.findScorecard",
                    all -> all.scorecards().findScorecard(SC).orElseThrow()),
            Map.entry("scorecards.listScorecards", all -> all.scorecards().listScorecards()),
            Map.entry("scorecards.listByExperimentId", all -> all.scorecards().listByExperimentId(X)),
            Map.entry(
                    "simulations.findSimulationRun",
                    all -> all.simulations().findSimulationRun(R).orElseThrow()),
            Map.entry(
                    "simulations.listSimulationRuns",
                    all -> all.simulations().listSimulationRuns(SimulationFilter.ALL)),
            Map.entry("simulations.listSynthOutcomes", all -> all.simulations().listSynthOutcomes(R)),
            Map.entry("simulations.listByExperimentId", all -> all.simulations().listByExperimentId(X)));

    /** Writing methods by repository and name, each such that it would change something. */
    static final Map<String, Function<Repositories, Object>> WRITES = Map.ofEntries(
            Map.entry("scorecards.createScorecard", all -> all.scorecards().createScorecard(scorecard("new00000"))),
            Map.entry("scorecards.updateScorecard", all -> all.scorecards().updateScorecard(scorecard(SC))),
            Map.entry("scorecards.deleteScorecard", all -> all.scorecards().deleteScorecard(UNUSED)),
            Map.entry(
                    "simulations.createSimulationRun",
                    all -> all.simulations().createSimulationRun(run("sim_0000000b"))),
            Map.entry(
                    "simulations.updateSimulationRun", all -> all.simulations().updateSimulationRun(run(R))),
            Map.entry(
                    "simulations.saveSynthOutcomes",
                    all -> all.simulations().saveSynthOutcomes(R, List.of(SimulationOutcomeContract.outcome("s2")))));

    private LegacyCalls() {}

    /** Stores what the calls find; scorecard and simulation exist. */
    static void given(Repositories all) {
        all.simulations().saveSynthOutcomes(R, List.of(SimulationOutcomeContract.outcome("s1")));
        all.scorecards().createScorecard(scorecard(UNUSED));
    }

    private static FeatureScorecard scorecard(String id) {
        return FeatureScorecard.of(id, "F", UncertainDimension.of(0.5), T0);
    }

    private static SimulationRun run(String id) {
        return SimulationRun.of(id, SC, "baseline", T0);
    }
}
