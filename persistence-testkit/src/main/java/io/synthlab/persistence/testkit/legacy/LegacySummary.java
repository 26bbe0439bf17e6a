package io.synthlab.persistence.testkit.legacy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a generated database holds.
 *
 * @param rowsPerTable number of rows, planted ones included, of every table by name, in order of the names
 * @param planted every row with a defect, in the order of planting; empty for a clean database
 */
public record LegacySummary(Map<String, Long> rowsPerTable, List<PlantedRow> planted) {
    /** Copies both. */
    public LegacySummary {
        rowsPerTable = Collections.unmodifiableMap(new TreeMap<>(rowsPerTable));
        planted = List.copyOf(planted);
    }
}
