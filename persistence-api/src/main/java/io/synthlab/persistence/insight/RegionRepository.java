package io.synthlab.persistence.insight;

import io.synthlab.persistence.Reads;
import io.synthlab.persistence.Writes;
import io.synthlab.persistence.error.ConstraintViolationException;
import io.synthlab.persistence.error.UnreadableRowException;
import io.synthlab.persistence.error.ValidationException;
import java.util.List;

/**
 * Stores the regions of simulations. Every method joins the caller's unit of work and is one by itself otherwise; none
 * returns {@code null}.
 */
public interface RegionRepository {
    /**
     * Stores regions beside those there are, all or none (original: {@code save_region_analyses}, which kept those
     * before a failing one). They may be of several simulations.
     *
     * @param regions what to store; nothing happens if there are none
     * @throws ValidationException if one breaks a rule
     * @throws ConstraintViolationException of kind UNIQUE if an id exists, of kind FOREIGN_KEY if there is no such
     *     simulation; nothing is stored
     */
    @Writes
    void saveRegionAnalyses(List<RegionAnalysis> regions);

    /**
     * Replaces all regions of a simulation in one step, by none if the list is empty (not in the original, whose caller
     * deleted and saved in two).
     *
     * @param simulationId the simulation
     * @param regions its new regions
     * @return how many there were before
     * @throws ValidationException if one breaks a rule or is of another simulation
     * @throws ConstraintViolationException as in {@link #saveRegionAnalyses}; the old regions stay
     */
    @Writes
    int replaceRegionAnalyses(String simulationId, List<RegionAnalysis> regions);

    /**
     * Lists the regions of a simulation, highest failure rate first, ties broken by id (original:
     * {@code get_region_analyses}). Unpaged: a simulation has some ten at most.
     *
     * @param simulationId the simulation; of any form
     * @return the regions, possibly none
     * @throws UnreadableRowException if stored rules lack a key or have an unknown operator
     */
    @Reads
    List<RegionAnalysis> listRegionAnalyses(String simulationId);

    /**
     * Deletes the regions of a simulation (original: {@code delete_region_analyses}).
     *
     * @param simulationId the simulation; of any form
     * @return how many there were
     */
    @Writes
    int deleteRegionAnalyses(String simulationId);
}
