package io.synthlab.persistence.internal.query;

import io.synthlab.persistence.analysis.SynthOutcome;
import io.synthlab.persistence.internal.row.OutcomeRow;
import io.synthlab.persistence.internal.time.Timestamps;
import io.synthlab.persistence.legacy.SimulationFilter;
import io.synthlab.persistence.legacy.SimulationRun;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decisions about simulations that need no database, and the rows that their outcomes hang on. */
public final class SimulationQueries {
    /** SQL that creates the experiment of a simulation without analysis; parameters: {@link #experiment}. */
    public static final String INSERT_EXPERIMENT = """
            INSERT INTO experiments (id, name, hypothesis, status, created_at)
            SELECT ?, ?, 'Auto-generated from simulation', 'active', ?
              FROM simulation_runs r
             WHERE r.id = ? AND NOT EXISTS (SELECT 1 FROM analysis_runs a WHERE a.id = ?)
            ON CONFLICT (id) DO NOTHING
            """;

    /**
     * SQL that creates the analysis of a simulation that has none, from the simulation as it is now; parameters:
     * {@link #analysis}. Another analysis of that experiment is a violation of its unique key.
     */
    public static final String INSERT_ANALYSIS = """
            INSERT INTO analysis_runs (id, experiment_id, scenario_id, config, status, started_at, completed_at,
                   total_synths)
            SELECT ?, ?, scenario_id, config, status, started_at, completed_at, total_synths
              FROM simulation_runs
             WHERE id = ?
            ON CONFLICT (id) DO NOTHING
            """;

    private static final String PREFIX = "sim_";

    private SimulationQueries() {}

    /**
     * Returns the analysis that outcomes of a simulation are rows of.
     *
     * @param simulationId the simulation, of any form
     * @return its id; an id of another form is its own
     */
    public static String analysisId(String simulationId) {
        return simulationId.startsWith(PREFIX) ? "ana_" + suffix(simulationId) : simulationId;
    }

    private static String suffix(String simulationId) {
        return simulationId.substring(PREFIX.length());
    }

    /**
     * Returns the parameters of {@link #INSERT_EXPERIMENT}.
     *
     * @param simulationId the simulation
     * @param now when it is created
     * @return the parameters
     */
    public static Object[] experiment(String simulationId, Instant now) {
        return new Object[] {
            "exp_" + suffix(simulationId),
            "Simulation " + simulationId,
            Timestamps.format(now),
            simulationId,
            analysisId(simulationId)
        };
    }

    /**
     * Returns the parameters of {@link #INSERT_ANALYSIS}.
     *
     * @param simulationId the simulation
     * @return the parameters
     */
    public static Object[] analysis(String simulationId) {
        return new Object[] {analysisId(simulationId), "exp_" + suffix(simulationId), simulationId};
    }

    /**
     * Returns the rows of outcomes to store.
     *
     * @param simulationId the simulation
     * @param outcomes its outcomes, of whatever analysis
     * @return their rows, by synth, so that two callers lock rows in one order
     * @throws io.synthlab.persistence.error.ValidationException if the id or an outcome breaks a rule
     */
    public static List<OutcomeRow> rows(String simulationId, List<SynthOutcome> outcomes) {
        SimulationRun.requireId(simulationId);
        String analysisId = analysisId(simulationId);
        return outcomes.stream()
                .map(SynthOutcome::validated)
                .sorted(Comparator.comparing(SynthOutcome::synthId))
                .map(outcome -> OutcomeRow.of(outcome).in(analysisId))
                .toList();
    }

    /**
     * Returns the columns a filter is about.
     *
     * @param filter the filter
     * @return column to value, possibly none
     */
    public static Map<String, String> conditions(SimulationFilter filter) {
        Map<String, String> conditions = new LinkedHashMap<>();
        add(conditions, "scorecard_id", filter.scorecardId());
        add(conditions, "scenario_id", filter.scenarioId());
        add(conditions, "status", filter.status());
        return conditions;
    }

    private static void add(Map<String, String> conditions, String column, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            conditions.put(column, value);
        }
    }
}
