package io.synthlab.persistence.internal.row;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.insight.RegionRule;
import java.util.List;

/** What a stored row of {@code region_analyses} is read as. */
public final class RegionRow {
    /** The table. */
    public static final String TABLE = "region_analyses";

    private RegionRow() {}

    /**
     * Reads stored rules.
     *
     * @param id key of the row, for the error
     * @param rules text of the rules
     * @return the rules
     */
    public static List<RegionRule> rules(String id, String rules) {
        return new StoredRow(TABLE, "id=" + id).read(() -> RegionRule.listFromJson(JsonValue.ofStored(rules), "rules"));
    }
}
