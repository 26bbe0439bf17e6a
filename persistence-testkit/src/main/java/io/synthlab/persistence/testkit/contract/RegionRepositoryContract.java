package io.synthlab.persistence.testkit.contract;

import static io.synthlab.persistence.error.ConstraintViolationException.Kind.FOREIGN_KEY;
import static io.synthlab.persistence.error.ConstraintViolationException.Kind.UNIQUE;
import static io.synthlab.persistence.testkit.contract.Refusals.assertInvalid;
import static io.synthlab.persistence.testkit.contract.Refusals.assertUnreadable;
import static io.synthlab.persistence.testkit.contract.Refusals.assertViolation;
import static io.synthlab.persistence.testkit.fixture.StudyRows.R;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.synthlab.persistence.insight.RegionAnalysis;
import io.synthlab.persistence.insight.RegionOperator;
import io.synthlab.persistence.insight.RegionRule;
import io.synthlab.persistence.testkit.fixture.StudyRows;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Regions of simulations. */
public abstract class RegionRepositoryContract extends ContractBase {
    private static final String OTHER = "sim_0000000b";
    private static final List<RegionRule> RULES = List.of(
            new RegionRule("capability_mean", RegionOperator.LESS_OR_EQUAL, 0.528),
            new RegionRule("Ação", RegionOperator.GREATER, -0.30000000000000004));

    /** For the cells. */
    protected RegionRepositoryContract() {}

    private static RegionAnalysis region(String id, String simulationId, double failed) {
        return new RegionAnalysis(id, simulationId, RULES, "as given", 3, 12.5, 0.1, failed, 0.9, -5);
    }

    private static RegionAnalysis region(String id, double failed) {
        return region(id, R, failed);
    }

    private List<String> ids() {
        return regions().listRegionAnalyses(R).stream().map(RegionAnalysis::id).toList();
    }

    @ContractCase("R2-112")
    void given_regions_when_listed_then_the_highest_failure_rate_comes_first() {
        new StudyRows(database()).simulation();
        List<RegionAnalysis> saved = List.of(region("a", 0.5), region("b", 0.9), region("c", 0.7));
        regions().saveRegionAnalyses(saved);
        assertEquals(
                List.of(saved.get(1), saved.get(2), saved.get(0)), regions().listRegionAnalyses(R));
        for (String strange : List.of("nope", "", "\u0000", "\uD83D")) {
            assertEquals(List.of(), regions().listRegionAnalyses(strange));
        }
    }

    @Test
    void given_equal_failure_rates_when_listed_then_the_id_decides() {
        new StudyRows(database()).simulation();
        regions().saveRegionAnalyses(List.of(region("c", 0.5), region("a", 0.5), region("b", 0.5)));
        assertEquals(List.of("a", "b", "c"), ids());
    }

    @ContractCase("R2-113")
    void given_no_regions_when_saved_then_nothing_changes() {
        new StudyRows(database()).simulation();
        regions().saveRegionAnalyses(List.of(region("a", 0.5)));
        regions().saveRegionAnalyses(List.of());
        assertEquals(List.of("a"), ids());
    }

    @ContractCase("R2-114")
    void given_regions_when_others_are_saved_then_all_are_there() {
        new StudyRows(database()).simulation();
        regions().saveRegionAnalyses(List.of(region("a", 0.5)));
        regions().saveRegionAnalyses(List.of(region("b", 0.6), region("c", 0.4)));
        assertEquals(List.of("b", "a", "c"), ids());
    }

    @ContractCase("R2-115")
    void given_a_taken_id_in_the_middle_when_saved_then_none_is_stored() {
        new StudyRows(database()).simulation();
        regions().saveRegionAnalyses(List.of(region("region_1", 0.5)));
        assertViolation(
                UNIQUE,
                "region_analyses",
                "id=region_1",
                () -> regions().saveRegionAnalyses(List.of(region("region_1", 0.6))));
        List<RegionAnalysis> three = List.of(region("x", 0.1), region("region_1", 0.2), region("y", 0.3));
        assertViolation(UNIQUE, "region_analyses", null, () -> regions().saveRegionAnalyses(three));
        List<RegionAnalysis> many = IntStream.range(0, 1_200)
                .mapToObj(i -> region("m" + i % 1_199, 0.1))
                .toList();
        assertViolation(UNIQUE, "region_analyses", null, () -> regions().saveRegionAnalyses(many));
        assertEquals(List.of("region_1"), ids());
    }

    @ContractCase("R2-116")
    void given_no_such_simulation_when_saved_then_a_foreign_key_violation_leaves_no_row() {
        assertViolation(
                FOREIGN_KEY, "region_analyses", "id=a", () -> regions().saveRegionAnalyses(List.of(region("a", 0.5))));
        assertEquals(0, rows().count("region_analyses"));
    }

    @ContractCase("R2-117")
    void given_regions_when_deleted_then_their_number_is_returned() {
        StudyRows study = new StudyRows(database());
        study.simulation();
        study.simulation(OTHER);
        regions()
                .saveRegionAnalyses(
                        List.of(region("a", 0.5), region("b", 0.5), region("c", 0.5), region("d", OTHER, 0.5)));
        assertEquals(3, regions().deleteRegionAnalyses(R));
        assertEquals(0, regions().deleteRegionAnalyses(R));
        assertEquals(0, regions().deleteRegionAnalyses("\u0000"));
        assertEquals(List.of(), regions().listRegionAnalyses(R));
        assertEquals(1, rows().count("region_analyses"));
    }

    @ContractCase("R2-118")
    void given_values_out_of_range_when_saved_then_they_are_refused_and_none_is_stored() {
        new StudyRows(database()).simulation();
        assertInvalid("operator", () -> RegionOperator.ofText("==", "rules.operator"));
        RegionAnalysis good = region("good", 0.5);
        assertRefused("synth_percentage", good, new RegionAnalysis("x", R, RULES, "", 1, 100.1, 0, 0, 0, 0));
        assertRefused("synth_count", good, new RegionAnalysis("x", R, RULES, "", -1, 1, 0, 0, 0, 0));
        assertRefused("failed_rate", good, region("x", 1.1));
        assertRefused("failed_rate", good, region("x", Double.NaN));
        List<RegionRule> infinite = List.of(new RegionRule("x", RegionOperator.LESS, Double.NEGATIVE_INFINITY));
        assertRefused("threshold", good, new RegionAnalysis("x", R, infinite, "", 1, 1, 0, 0, 0, 0));
        assertEquals(0, rows().count("region_analyses"));
        RegionAnalysis odd = new RegionAnalysis(RegionAnalysis.newId(), R, List.of(), "", 0, 100, 1, 1, 1, -5);
        regions().saveRegionAnalyses(List.of(odd));
        assertEquals(List.of(odd), regions().listRegionAnalyses(R));
    }

    private void assertRefused(String field, RegionAnalysis good, RegionAnalysis bad) {
        assertInvalid(field, () -> regions().saveRegionAnalyses(List.of(good, bad)));
    }

    @Test
    void given_regions_when_replaced_then_only_the_new_ones_are_there() {
        StudyRows study = new StudyRows(database());
        study.simulation();
        study.simulation(OTHER);
        regions().saveRegionAnalyses(List.of(region("a", 0.5), region("b", 0.5), region("other", OTHER, 0.5)));
        assertEquals(2, regions().replaceRegionAnalyses(R, List.of(region("a", 0.9), region("c", 0.1))));
        assertEquals(List.of("a", "c"), ids());
        assertViolation(
                UNIQUE,
                "region_analyses",
                null,
                () -> regions().replaceRegionAnalyses(R, List.of(region("x", 0.9), region("other", 0.1))));
        assertInvalid("simulation_id", () -> regions().replaceRegionAnalyses(R, List.of(region("x", OTHER, 0.9))));
        assertEquals(List.of("a", "c"), ids());
        assertEquals(2, regions().replaceRegionAnalyses(R, List.of()));
        assertEquals(1, rows().count("region_analyses"));
    }

    @Test
    void given_an_unknown_operator_when_listed_then_the_row_is_named() {
        new StudyRows(database()).simulation();
        regions().saveRegionAnalyses(List.of(region("a", 0.5), region("b", 0.4)));
        database()
                .execute(
                        "UPDATE region_analyses SET rules = '[{\"attribute\":\"x\",\"operator\":\"==\",\"threshold\":1}]'"
                                + " WHERE id = 'b'");
        assertUnreadable(
                "region_analyses", "id=b", "rules[0].operator", () -> regions().listRegionAnalyses(R));
    }
}
