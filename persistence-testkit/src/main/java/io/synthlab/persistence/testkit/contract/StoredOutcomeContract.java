package io.synthlab.persistence.testkit.contract;

import static io.synthlab.persistence.testkit.contract.Outcomes.draft;
import static io.synthlab.persistence.testkit.contract.Outcomes.outcome;
import static io.synthlab.persistence.testkit.contract.Refusals.assertInvalid;
import static io.synthlab.persistence.testkit.contract.Refusals.assertUnreadable;
import static io.synthlab.persistence.testkit.fixture.Fixtures.A1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.E1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.e1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.synthlab.persistence.CountedList;
import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.analysis.SynthAttributes;
import io.synthlab.persistence.analysis.SynthOutcome;
import io.synthlab.persistence.synth.LatentTraits;
import io.synthlab.persistence.synth.Observables;
import io.synthlab.persistence.testkit.fixture.Fixtures;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Outcomes as old files hold them: without ids, without attributes, with values that break a rule. */
public abstract class StoredOutcomeContract extends ContractBase {
    private static final String FILLED = "ana_00000001_abc123";
    /** Made of the pair of {@link Fixtures#A1} and {@code a_c123}. */
    private static final String HASHED = "out_4abcbd3903dfd782fca914023a8eab88";

    /** For the cells. */
    protected StoredOutcomeContract() {}

    @BeforeEach
    final void createAnalysis() {
        experiments().create(e1());
        rows().analysis(A1, E1, "completed");
        rows().letKeyBeNull(Outcomes.TABLE, "id");
    }

    @Test
    void given_a_row_without_an_id_when_read_then_it_has_the_one_the_mover_would_give_it() {
        rows().outcomeWithoutId(FILLED, A1, "abc123", Fixtures.ATTRIBUTES);
        SynthOutcome read = stored(FILLED, "abc123", Outcomes.ATTRIBUTES);
        assertReadEverywhere(read);
        assertEquals(Optional.of(read), synthOutcomes().findById(FILLED));
        assertEquals(Optional.empty(), synthOutcomes().findById("ana_00000001_abc12"));
        assertEquals(Optional.empty(), synthOutcomes().findById("ana_00000002_abc123"));
    }

    @Test
    void given_a_synth_id_with_an_underscore_when_its_row_has_no_id_then_it_reads_as_a_hash() {
        rows().outcomeWithoutId(HASHED, A1, "a_c123", Fixtures.ATTRIBUTES);
        rows().outcomeWithoutId("out_0123456789abcdef0123456789abcdef", A1, "b_c123", null);
        SynthOutcome read = stored(HASHED, "a_c123", Outcomes.ATTRIBUTES);
        assertEquals(Optional.of(read), synthOutcomes().findById(HASHED));
        assertEquals(Optional.of(read), synthOutcomes().findBySynthAndAnalysis("a_c123", A1));
        assertEquals(List.of(read), analysisOutcomes().listByAnalysis(A1).items());
        assertEquals(Optional.empty(), synthOutcomes().findById("out_ffffffffffffffffffffffffffffffff"));
        assertEquals(Optional.empty(), synthOutcomes().findById("ana_00000001_a_c123"));
    }

    @Test
    void given_rows_without_ids_when_counted_averaged_and_deleted_then_they_are_like_others() {
        rows().outcomeWithoutId(FILLED, A1, "abc123", Fixtures.ATTRIBUTES);
        rows().outcomeWithoutId("ana_00000001_abc124", A1, "abc124", null);
        rows().outcome(A1, "abc125", 0.5);
        assertEquals(3, synthOutcomes().countByAnalysis(A1));
        assertEquals(3, synthOutcomes().findStatistics(A1).orElseThrow().synthCount());
        assertEquals(3, analysisOutcomes().deleteByAnalysis(A1));
        assertEquals(0, rows().count(Outcomes.TABLE));
    }

    @Test
    void given_a_row_without_an_id_when_its_synth_is_saved_then_it_is_replaced_and_has_one() {
        rows().outcomeWithoutId(FILLED, A1, "abc123", null);
        rows().outcomeWithoutId("ana_00000001_abc124", A1, "abc124", null);
        analysisOutcomes().saveAll(A1, List.of(draft("abc123", 0.75)));
        assertEquals(2, rows().count(Outcomes.TABLE));
        assertEquals(FILLED, rows().text(Outcomes.TABLE, "id", "synth_id", "abc123"));
        assertEquals(
                Optional.of(outcome(FILLED, A1, "abc123", 0.75)),
                synthOutcomes().findById(FILLED));
    }

    @Test
    void given_an_id_that_another_row_has_stored_when_looked_for_then_the_stored_one_is_found() {
        rows().outcomeWithoutId("out_0000000a", A1, "abc123", null);
        SynthOutcome holder = synthOutcomes().create(outcome(FILLED, A1, "abc124", 0.5));
        assertEquals(Optional.of(holder), synthOutcomes().findById(FILLED));
    }

    @Test
    void given_a_row_without_attributes_when_read_then_they_are_null_and_it_cannot_be_written_back() {
        rows().outcomeWithoutId("out_0000000a", A1, "abc123", null);
        rows().outcome(A1, "abc124", 0.5);
        SynthOutcome read = synthOutcomes().findBySynthAndAnalysis("abc123", A1).orElseThrow();
        assertEquals(stored(read.id(), "abc123", null), read);
        assertEquals(Optional.of(read), synthOutcomes().findLatestForSynth("abc123"));
        assertEquals(
                List.of(read, outcome("ana_00000001_abc124", A1, "abc124", 0.5)),
                synthOutcomes().listByAnalysis(A1, PageRequest.first()).items());
        assertEquals(1, analysisOutcomes().listByAnalysis(A1).items().size());
        assertInvalid("synth_attributes", () -> synthOutcomes().create(read));
    }

    /** What the original calls an empty object: nothing distinguishes it from none. */
    @Test
    void given_an_empty_document_or_a_json_null_when_listed_then_it_counts_as_none() {
        rows().outcomeWithoutId(FILLED, A1, "abc123", JsonValue.parse("{}"));
        rows().outcomeWithoutId("ana_00000001_abc124", A1, "abc124", JsonValue.NULL);
        assertEquals(new CountedList<>(List.of(), 2), analysisOutcomes().listByAnalysis(A1));
        assertEquals(
                List.of(stored(FILLED, "abc123", null), stored("ana_00000001_abc124", "abc124", null)),
                synthOutcomes().listByAnalysis(A1, PageRequest.first()).items());
    }

    @Test
    void given_values_out_of_range_texts_for_numbers_and_unknown_keys_when_read_then_they_are_read() {
        JsonValue document = JsonValue.parse("""
                {"observables": {"digital_literacy": "0.1", "similar_tool_experience": 2, "motor_ability": 0.3,
                                 "time_availability": 0.4, "domain_expertise": 5e-1, "new": [1]},
                 "latent_traits": {"capability_mean": -1, "trust_mean": 0.2, "friction_tolerance_mean": 0.3,
                                   "exploration_prob": 0.4},
                 "source": {"a": null}}""");
        rows().insert(
                        Outcomes.TABLE,
                        "id",
                        "old id",
                        "analysis_id",
                        A1,
                        "synth_id",
                        "abc123",
                        "did_not_try_rate",
                        5.0,
                        "failed_rate",
                        -1.0,
                        "success_rate",
                        0.25,
                        "synth_attributes",
                        document);
        SynthAttributes attributes =
                new SynthAttributes(new Observables(0.1, 2, 0.3, 0.4, 0.5), new LatentTraits(-1, 0.2, 0.3, 0.4));
        SynthOutcome read = new SynthOutcome("old id", A1, "abc123", 5, -1, 0.25, attributes);
        assertReadEverywhere(read);
        assertEquals(Optional.of(read), synthOutcomes().findById("old id"));
        assertInvalid("synth_outcomes.id", () -> synthOutcomes().create(read));
    }

    @Test
    void given_one_row_whose_attributes_lack_a_number_when_read_then_the_error_names_the_row() {
        rows().outcome(A1, "abc122", 0.5);
        insertUnreadable("out_000000bb", "{\"observables\": {}, \"latent_traits\": {}}");
        assertUnreadableEverywhere("out_000000bb", "synth_attributes.observables.digital_literacy");
        assertEquals(2, synthOutcomes().countByAnalysis(A1));
        assertEquals(2, synthOutcomes().findStatistics(A1).orElseThrow().synthCount());
        assertEquals(2, synthOutcomes().deleteByAnalysis(A1));
    }

    @Test
    void given_documents_of_a_wrong_shape_when_read_then_the_error_names_the_part() {
        String observables =
                "{\"observables\": " + Outcomes.ATTRIBUTES.observables().toJson();
        insertUnreadable("out_000000b1", observables + "}");
        assertUnreadableEverywhere("out_000000b1", "synth_attributes.latent_traits is missing");
        database().execute("DELETE FROM synth_outcomes");
        insertUnreadable("out_000000b1", "[1]");
        assertUnreadableEverywhere("out_000000b1", "synth_attributes must be a JSON object");
        database().execute("DELETE FROM synth_outcomes");
        insertUnreadable("out_000000b1", observables + ", \"latent_traits\": {\"capability_mean\": true}}");
        assertUnreadableEverywhere("out_000000b1", "synth_attributes.latent_traits.capability_mean must be a number");
    }

    private void insertUnreadable(String id, String document) {
        rows().insert(
                        Outcomes.TABLE,
                        "id",
                        id,
                        "analysis_id",
                        A1,
                        "synth_id",
                        "abc123",
                        "did_not_try_rate",
                        0.5,
                        "failed_rate",
                        0.0,
                        "success_rate",
                        0.5,
                        "synth_attributes",
                        JsonValue.parse(document));
    }

    private void assertUnreadableEverywhere(String id, String field) {
        for (Executable read : List.<Executable>of(
                () -> synthOutcomes().findById(id),
                () -> synthOutcomes().findBySynthAndAnalysis("abc123", A1),
                () -> synthOutcomes().findLatestForSynth("abc123"),
                () -> synthOutcomes().listByAnalysis(A1, PageRequest.first()),
                () -> analysisOutcomes().listByAnalysis(A1))) {
            assertUnreadable(Outcomes.TABLE, "id=" + id, field, read);
        }
    }

    private void assertReadEverywhere(SynthOutcome expected) {
        assertEquals(Optional.of(expected), synthOutcomes().findBySynthAndAnalysis(expected.synthId(), A1));
        assertEquals(Optional.of(expected), synthOutcomes().findLatestForSynth(expected.synthId()));
        assertEquals(
                List.of(expected),
                synthOutcomes().listByAnalysis(A1, PageRequest.first()).items());
        assertEquals(List.of(expected), analysisOutcomes().listByAnalysis(A1).items());
    }

    private static SynthOutcome stored(String id, String synthId, @Nullable SynthAttributes attributes) {
        return new SynthOutcome(id, A1, synthId, 0.5, 0.25, 0.25, attributes);
    }
}
