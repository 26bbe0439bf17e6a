package io.synthlab.persistence.internal.query;

import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.insight.RegionAnalysis;
import java.util.List;

/** What both implementations check of regions before they store any. */
public final class RegionQueries {
    private RegionQueries() {}

    /**
     * Checks regions that take the place of others.
     *
     * @param simulationId the simulation
     * @param regions its new regions
     * @throws ValidationException if one breaks a rule or is of another simulation
     */
    public static void requireAllOf(String simulationId, List<RegionAnalysis> regions) {
        regions.forEach(region -> {
            if (!region.validated().simulationId().equals(simulationId)) {
                throw new ValidationException("region_analyses.simulation_id of every region must be the simulation"
                        + " whose regions are replaced; save the others with saveRegionAnalyses");
            }
        });
    }
}
