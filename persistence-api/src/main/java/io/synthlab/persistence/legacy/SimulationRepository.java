package io.synthlab.persistence.legacy;

import io.synthlab.persistence.CountedList;
import io.synthlab.persistence.Reads;
import io.synthlab.persistence.Writes;
import io.synthlab.persistence.analysis.SynthOutcome;
import io.synthlab.persistence.error.ConstraintViolationException;
import io.synthlab.persistence.error.InvalidRequestException;
import io.synthlab.persistence.error.UnreadableRowException;
import io.synthlab.persistence.error.ValidationException;
import java.util.List;
import java.util.Optional;

/**
 * Stores simulations of scorecards, and the outcomes of their synths. Every method joins the caller's unit of work and
 * is one by itself otherwise; none returns {@code null}.
 *
 * <p>Outcomes are rows of an analysis. The analysis of simulation {@code sim_1a2b3c4d} is {@code ana_1a2b3c4d} of
 * experiment {@code exp_1a2b3c4d}; both are created when outcomes are first saved, and never refreshed after that. An id
 * with other characters than hex digits works alike ({@code sim_TESTab12}); the original stored its outcomes and could
 * not read them.
 *
 * <p>There is no version column: of two callers who update a simulation the later one wins.
 */
public interface SimulationRepository {
    /** Simulations of a list when no limit is given. */
    int DEFAULT_LIMIT = 20;
    /** Outcomes of a list when no limit is given. */
    int DEFAULT_OUTCOMES = 100;

    /**
     * Stores a new simulation (original: {@code create_simulation_run}).
     *
     * @param run what to store
     * @return its id
     * @throws ValidationException if it breaks a rule
     * @throws ConstraintViolationException of kind UNIQUE if the id exists, of kind FOREIGN_KEY if there is no such
     *     scorecard; nothing is stored
     */
    @Writes
    String createSimulationRun(SimulationRun run);

    /**
     * Writes state, completion, number of synths, outcomes and duration of a simulation; {@code null} clears (original:
     * {@code update_simulation_run}). Nothing else of the argument is stored.
     *
     * @param run the simulation
     * @return whether there was such a simulation
     * @throws ValidationException if an outcome or the duration breaks a rule; nothing is changed
     */
    @Writes
    boolean updateSimulationRun(SimulationRun run);

    /**
     * Finds a simulation (original: {@code get_simulation_run}).
     *
     * @param runId its id; of any form
     * @return the simulation, empty if there is none
     * @throws UnreadableRowException if a stored document is of another shape, or the state unknown
     */
    @Reads
    Optional<SimulationRun> findSimulationRun(String runId);

    /**
     * Lists the first {@value #DEFAULT_LIMIT} simulations.
     *
     * @param filter which
     * @return see {@link #listSimulationRuns(SimulationFilter, int, int)}
     */
    @Reads
    default CountedList<SimulationRun> listSimulationRuns(SimulationFilter filter) {
        return listSimulationRuns(filter, DEFAULT_LIMIT, 0);
    }

    /**
     * Lists simulations, latest first by the stored text of {@code started_at}, ties broken by id (original:
     * {@code list_simulation_runs}).
     *
     * @param filter which
     * @param limit simulations at most, 0 or more
     * @param offset simulations to skip, 0 or more
     * @return part of the list, with the total from the same snapshot
     * @throws InvalidRequestException if a number is negative
     * @throws UnreadableRowException if a row cannot be read; names it
     */
    @Reads
    CountedList<SimulationRun> listSimulationRuns(SimulationFilter filter, int limit, int offset);

    /**
     * Stores outcomes of a simulation, all or none, and the analysis and experiment they hang on if these are missing
     * (original: {@code save_synth_outcomes}, which left those two behind after a failure). The outcomes' own analysis is
     * ignored; their ids are stored.
     *
     * @param simulationId the simulation, {@code sim_} and eight letters or digits
     * @param outcomes what to store; nothing at all happens if there are none
     * @return how many outcomes were given
     * @throws ValidationException if the id or an outcome breaks a rule
     * @throws ConstraintViolationException of kind FOREIGN_KEY if there is neither such a simulation nor its analysis; of
     *     kind UNIQUE if a synth has an outcome already or stands twice, or if the experiment has another analysis;
     *     nothing is stored
     */
    @Writes
    int saveSynthOutcomes(String simulationId, List<SynthOutcome> outcomes);

    /**
     * Lists the first {@value #DEFAULT_OUTCOMES} outcomes of a simulation.
     *
     * @param simulationId the simulation; of any form
     * @return see {@link #listSynthOutcomes(String, int, int)}
     */
    @Reads
    default CountedList<SynthOutcome> listSynthOutcomes(String simulationId) {
        return listSynthOutcomes(simulationId, DEFAULT_OUTCOMES, 0);
    }

    /**
     * Lists outcomes of a simulation by synth, in the order of code points (original: {@code get_synth_outcomes}). A row
     * without attributes has {@code null} there.
     *
     * @param simulationId the simulation; of any form
     * @param limit outcomes at most, 0 or more
     * @param offset outcomes to skip, 0 or more
     * @return part of the list, with the total from the same snapshot; empty if there is no such simulation
     * @throws InvalidRequestException if a number is negative
     * @throws UnreadableRowException if stored attributes lack a number; names the row
     */
    @Reads
    CountedList<SynthOutcome> listSynthOutcomes(String simulationId, int limit, int offset);

    /**
     * Lists the first {@value #DEFAULT_LIMIT} simulations of an experiment.
     *
     * @param experimentId the experiment; of any form
     * @return see {@link #listByExperimentId(String, int, int)}
     */
    @Reads
    default CountedList<SimulationRun> listByExperimentId(String experimentId) {
        return listByExperimentId(experimentId, DEFAULT_LIMIT, 0);
    }

    /**
     * Lists the simulations whose scorecard is of an experiment, in the order of {@link #listSimulationRuns} (original:
     * {@code list_by_experiment_id}). The experiments that outcomes hang on have no scorecard.
     *
     * @param experimentId the experiment; of any form
     * @param limit simulations at most, 0 or more
     * @param offset simulations to skip, 0 or more
     * @return part of the list, with the total from the same snapshot
     * @throws InvalidRequestException if a number is negative
     * @throws UnreadableRowException if a row cannot be read; names it
     */
    @Reads
    CountedList<SimulationRun> listByExperimentId(String experimentId, int limit, int offset);
}
