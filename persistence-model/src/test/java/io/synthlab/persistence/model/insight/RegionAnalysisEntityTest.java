package io.synthlab.persistence.model.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.synthlab.persistence.error.UnreadableRowException;
import io.synthlab.persistence.insight.RegionAnalysis;
import io.synthlab.persistence.insight.RegionOperator;
import io.synthlab.persistence.insight.RegionRule;
import io.synthlab.persistence.model.EntityFields;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegionAnalysisEntityTest {
    private static final RegionAnalysis REGION = new RegionAnalysis(
            "region_1",
            "sim_1",
            List.of(new RegionRule("trust_mean", RegionOperator.GREATER_OR_EQUAL, 0.30000000000000004)),
            "text",
            3,
            12.5,
            0.1,
            0.2,
            0.7,
            -0.05);

    @Test
    void given_a_region_then_every_column_survives_a_round_trip() throws Exception {
        RegionAnalysisEntity row = RegionAnalysisEntity.of(REGION);
        assertEquals(List.of(), EntityFields.nulls(row));
        assertEquals(REGION, row.toRecord());
    }

    @Test
    void given_rules_that_are_no_list_then_the_row_is_named() throws Exception {
        RegionAnalysisEntity row = EntityFields.with(RegionAnalysisEntity.of(REGION), "rules", "{}");
        UnreadableRowException error = assertThrows(UnreadableRowException.class, row::toRecord);
        assertEquals("id=region_1", error.key());
    }
}
