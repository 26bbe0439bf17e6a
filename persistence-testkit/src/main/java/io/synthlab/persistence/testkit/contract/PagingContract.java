package io.synthlab.persistence.testkit.contract;

import static io.synthlab.persistence.testkit.contract.Refusals.assertInvalid;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.Page;
import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.SortOrder;
import io.synthlab.persistence.experiment.Experiment;
import io.synthlab.persistence.synth.SynthGroup;
import io.synthlab.persistence.testkit.fixture.Fixtures;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayNameGeneration;

/** Pages and identifiers: values alone, the same whatever serves them. */
@DisplayNameGeneration(ContractNames.class)
public abstract class PagingContract {
    /** For the cells. */
    protected PagingContract() {}

    @ContractCase("R1-1")
    void given_no_arguments_when_a_page_is_asked_for_then_the_defaults_hold() {
        PageRequest request = PageRequest.first();
        assertEquals(50, request.limit());
        assertEquals(0, request.offset());
        assertNull(request.sortBy());
        assertEquals("desc", request.sortOrder().text());
    }

    @ContractCase("R1-2")
    void given_values_out_of_range_when_a_page_is_asked_for_then_each_is_refused() {
        assertInvalid("limit", () -> PageRequest.of(0, 0));
        assertInvalid("limit", () -> PageRequest.of(201, 0));
        assertInvalid("offset", () -> PageRequest.of(1, -1));
        assertInvalid("sort_order", () -> SortOrder.parse("DESC"));
        assertEquals(1, PageRequest.of(1, 0).limit());
        assertEquals(200, PageRequest.of(200, 0).limit());
        assertEquals(SortOrder.ASC, SortOrder.parse("asc"));
        assertEquals(SortOrder.DESC, SortOrder.parse("desc"));
    }

    @ContractCase("R1-3")
    void given_a_total_of_25_when_asked_for_more_then_the_offset_decides() {
        assertTrue(page(0).hasNext());
        assertTrue(page(10).hasNext());
        assertFalse(page(15).hasNext(), "15 + 10 is not below 25");
        assertFalse(page(20).hasNext());
        assertFalse(page(100).hasNext());
    }

    /** Of the four kinds, those whose records exist: analyses and outcomes have none so far. */
    @ContractCase("R1-4")
    void given_a_hundred_new_ids_when_compared_then_they_match_their_pattern_and_differ() {
        assertIds("exp_[a-f0-9]{8}", Experiment::newId);
        assertIds("grp_[a-f0-9]{8}", SynthGroup::newId);
        assertIds("exp_[a-f0-9]{8}", () -> Experiment.of("Checkout", "H1").id());
        assertIds("grp_[a-f0-9]{8}", () -> SynthGroup.of("Batch").id());
    }

    @ContractCase("R1-5")
    void given_a_malformed_experiment_id_when_constructed_then_it_is_refused() {
        for (String id : List.of("exp_1234567", "exp_1234567G", "EXP_12345678", "exp_12345678\n")) {
            assertInvalid("experiments.id", () -> Experiment.of(id, "Checkout", "H1", Fixtures.day(1)));
        }
    }

    private static Page<Integer> page(int offset) {
        return new Page<>(List.of(), 25, PageRequest.of(10, offset));
    }

    private static void assertIds(String pattern, Supplier<String> ids) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            String id = ids.get();
            assertTrue(id.matches(pattern), id);
            assertTrue(seen.add(id), id);
        }
    }
}
