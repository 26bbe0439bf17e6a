package io.synthlab.persistence.testkit.contract;

import static io.synthlab.persistence.error.ConstraintViolationException.Kind.FOREIGN_KEY;
import static io.synthlab.persistence.testkit.contract.Outcomes.draft;
import static io.synthlab.persistence.testkit.contract.Outcomes.draftWithoutAttributes;
import static io.synthlab.persistence.testkit.contract.Outcomes.outcome;
import static io.synthlab.persistence.testkit.contract.Refusals.assertInvalid;
import static io.synthlab.persistence.testkit.contract.Refusals.assertViolation;
import static io.synthlab.persistence.testkit.fixture.Fixtures.A1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.A2;
import static io.synthlab.persistence.testkit.fixture.Fixtures.E1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.E2;
import static io.synthlab.persistence.testkit.fixture.Fixtures.e1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.e2;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.synthlab.persistence.CountedList;
import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.analysis.AnalysisOutcomeRepository;
import io.synthlab.persistence.analysis.OutcomeDraft;
import io.synthlab.persistence.analysis.SynthAttributes;
import io.synthlab.persistence.analysis.SynthOutcome;
import io.synthlab.persistence.error.DatabaseException;
import io.synthlab.persistence.error.InvalidRequestException;
import io.synthlab.persistence.synth.LatentTraits;
import io.synthlab.persistence.synth.Observables;
import io.synthlab.persistence.testkit.fixture.Fixtures;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Outcomes as an analysis run writes and reads them. */
public abstract class AnalysisOutcomeRepositoryContract extends ContractBase {
    private static final String NO_ANALYSIS = "ana_ffffffff";
    private static final String ID = "ana_00000001_abc123";

    /** For the cells. */
    protected AnalysisOutcomeRepositoryContract() {}

    @BeforeEach
    final void createAnalyses() {
        experiments().create(e1());
        experiments().create(e2());
        rows().analysis(A1, E1, "completed");
        rows().analysis(A2, E2, "running");
    }

    @ContractCase("R1-107")
    void given_three_drafts_when_saved_then_ids_are_made_and_they_come_back_by_synth() {
        List<OutcomeDraft> drafts = List.of(draft("abc124", 0.1), draft("ABC999", 0.2), draft("abc123", 0.3));
        assertEquals(3, analysisOutcomes().saveAll(A1, drafts));
        assertEquals(
                List.of("ana_00000001_ABC999", "ana_00000001_abc123", "ana_00000001_abc124"),
                database().query("SELECT id FROM synth_outcomes ORDER BY synth_id").stream()
                        .map(row -> row.get("id"))
                        .toList());
        assertEquals(
                new CountedList<>(
                        List.of(
                                outcome("ana_00000001_ABC999", A1, "ABC999", 0.2),
                                outcome("ana_00000001_abc123", A1, "abc123", 0.3),
                                outcome("ana_00000001_abc124", A1, "abc124", 0.1)),
                        3),
                analysisOutcomes().listByAnalysis(A1));
    }

    @ContractCase("R1-108")
    void given_a_synth_that_is_there_or_comes_twice_when_saved_then_the_last_draft_wins() {
        analysisOutcomes().saveAll(A1, List.of(draft("abc123", 0.5)));
        assertEquals(1, analysisOutcomes().saveAll(A1, List.of(draft("abc123", 0.8))));
        assertEquals(List.of(outcome(ID, A1, "abc123", 0.8)), all(A1));
        assertEquals(
                3,
                analysisOutcomes()
                        .saveAll(A1, List.of(draft("abc123", 0.1), draft("abc124", 0.2), draft("abc123", 0.3))));
        assertEquals(
                List.of(0.3, 0.2),
                all(A1).stream().map(SynthOutcome::successRate).toList());
    }

    @ContractCase("R1-109")
    void given_an_outcome_of_another_id_when_its_synth_is_saved_then_its_id_is_gone() {
        synthOutcomes().create(outcome("out_000000aa", A1, "abc123", 0.5));
        analysisOutcomes().saveAll(A1, List.of(draft("abc123", 0.8)));
        assertEquals(Optional.empty(), synthOutcomes().findById("out_000000aa"));
        assertEquals(
                Optional.of(outcome(ID, A1, "abc123", 0.8)), synthOutcomes().findById(ID));
        assertEquals(1, synthOutcomes().countByAnalysis(A1));
    }

    @Test
    void given_outcomes_of_other_synths_that_hold_the_ids_when_saved_then_they_make_way() {
        synthOutcomes().create(outcome("ana_00000001_bbb222", A1, "aaa111", 0.1));
        synthOutcomes().create(outcome("ana_00000001_aaa111", A1, "bbb222", 0.2));
        synthOutcomes().create(outcome("ana_00000001_ccc333", A2, "ddd444", 0.3));
        synthOutcomes().create(outcome("ana_00000001_eee555", A2, "eee555", 0.4));
        analysisOutcomes().saveAll(A1, List.of(draft("ccc333", 0.7), draft("bbb222", 0.8), draft("aaa111", 0.9)));
        assertEquals(
                List.of(
                        outcome("ana_00000001_aaa111", A1, "aaa111", 0.9),
                        outcome("ana_00000001_bbb222", A1, "bbb222", 0.8),
                        outcome("ana_00000001_ccc333", A1, "ccc333", 0.7)),
                all(A1));
        assertEquals(List.of(outcome("ana_00000001_eee555", A2, "eee555", 0.4)), all(A2));
    }

    @Test
    void given_an_outcome_that_is_there_when_saved_without_attributes_then_the_row_is_replaced_as_a_whole() {
        analysisOutcomes().saveAll(A1, List.of(draft("abc123", 0.5)));
        analysisOutcomes().saveAll(A1, List.of(draftWithoutAttributes("abc123")));
        assertEquals(
                Optional.of(new SynthOutcome(ID, A1, "abc123", 0.25, 0.25, 0.5, null)),
                synthOutcomes().findById(ID));
    }

    @ContractCase("R1-110")
    void given_no_drafts_or_no_analysis_when_saved_then_nothing_happens_or_the_key_is_broken() {
        assertEquals(0, analysisOutcomes().saveAll(A1, List.of()));
        assertEquals(0, analysisOutcomes().saveAll(NO_ANALYSIS, List.of()));
        assertViolation(
                FOREIGN_KEY,
                Outcomes.TABLE,
                "id=ana_ffffffff_abc123",
                () -> analysisOutcomes().saveAll(NO_ANALYSIS, List.of(draft("abc123", 0.5))));
        assertViolation(
                FOREIGN_KEY,
                Outcomes.TABLE,
                null,
                () -> analysisOutcomes().saveAll(NO_ANALYSIS, List.of(draft("abc123", 0.5), draft("abc124", 0.5))));
        assertEquals(0, rows().count(Outcomes.TABLE));
    }

    /** A draft has no room for a null rate; the database's own check of it is shown beside. */
    @ContractCase("R1-111")
    void given_one_bad_draft_when_saved_then_none_is_stored() {
        assertNoneIsStored("did_not_try_rate", new OutcomeDraft("abc124", Double.NaN, 0, 0.5, Outcomes.ATTRIBUTES));
        assertNoneIsStored("failed_rate", new OutcomeDraft("abc124", 0, -0.1, 1, Outcomes.ATTRIBUTES));
        assertNoneIsStored("success_rate", new OutcomeDraft("abc124", 0, 0, 5.0, Outcomes.ATTRIBUTES));
        assertNoneIsStored("rates", new OutcomeDraft("abc124", 0.5, 0.5, 0.5, Outcomes.ATTRIBUTES));
        assertNoneIsStored("trust_mean", new OutcomeDraft("abc124", 0, 0, 1, badAttributes()));
        assertNoneIsStored("synth_id", new OutcomeDraft("abc\0", 0, 0, 1, null));
        assertThrows(
                DatabaseException.class,
                () -> rows().insert(Outcomes.TABLE, "id", ID, "analysis_id", A1, "synth_id", "abc123"));
        assertEquals(0, rows().count(Outcomes.TABLE));
    }

    private void assertNoneIsStored(String field, OutcomeDraft bad) {
        assertInvalid(
                field, () -> analysisOutcomes().saveAll(A1, List.of(draft("abc123", 0.5), bad, draft("abc125", 0.5))));
        assertEquals(0, rows().count(Outcomes.TABLE), field);
    }

    private static SynthAttributes badAttributes() {
        return new SynthAttributes(new Observables(0, 0, 0, 0, 0), new LatentTraits(0, Double.POSITIVE_INFINITY, 0, 0));
    }

    @Test
    void given_an_id_that_is_none_of_an_analysis_when_saved_to_then_it_is_refused() {
        for (String id : List.of("x", "ana_0000000", "ana_0000000A", "ana_00000001\n", "")) {
            assertInvalid("analysis_id", () -> analysisOutcomes().saveAll(id, List.of(draft("abc123", 0.5))));
        }
    }

    @ContractCase("R1-112")
    void given_a_draft_without_attributes_when_listed_then_it_counts_but_is_left_out() {
        analysisOutcomes()
                .saveAll(A1, List.of(draft("aaa111", 0.1), draftWithoutAttributes("bbb222"), draft("ccc333", 0.3)));
        SynthOutcome first = outcome("ana_00000001_aaa111", A1, "aaa111", 0.1);
        SynthOutcome third = outcome("ana_00000001_ccc333", A1, "ccc333", 0.3);
        assertEquals(
                new CountedList<>(List.of(first, third), 3), analysisOutcomes().listByAnalysis(A1));
        assertEquals(new CountedList<>(List.of(first), 3), analysisOutcomes().listByAnalysis(A1, 2, 0));
        assertEquals(new CountedList<>(List.of(), 3), analysisOutcomes().listByAnalysis(A1, 1, 1));
        assertEquals(new CountedList<>(List.of(third), 3), analysisOutcomes().listByAnalysis(A1, 2, 1));
    }

    @ContractCase("R1-113")
    void given_five_outcomes_when_a_part_is_listed_then_the_total_counts_all() {
        givenFiveOutcomes();
        assertPart(List.of("a3", "a4"), 2, 2);
        assertPart(List.of(), 2, 9);
        assertPart(List.of(), 2, 5);
        assertPart(List.of(), 0, 0);
        assertPart(List.of("a1", "a2", "a3", "a4", "a5"), Integer.MAX_VALUE, 0);
        assertEquals(new CountedList<>(List.of(), 0), analysisOutcomes().listByAnalysis(NO_ANALYSIS));
        assertEquals(new CountedList<>(List.of(), 0), analysisOutcomes().listByAnalysis("a\0\ud800"));
    }

    private void assertPart(List<String> synths, int limit, int offset) {
        CountedList<SynthOutcome> part = analysisOutcomes().listByAnalysis(A1, limit, offset);
        assertEquals(synths, part.items().stream().map(SynthOutcome::synthId).toList());
        assertEquals(5, part.total());
    }

    private void givenFiveOutcomes() {
        analysisOutcomes()
                .saveAll(
                        A1,
                        Stream.of("a5", "a4", "a3", "a2", "a1")
                                .map(id -> draft(id, 0.5))
                                .toList());
        analysisOutcomes().saveAll(A2, List.of(draft("a1", 0.5), draft("a2", 0.5)));
    }

    @Test
    void given_negative_numbers_when_listed_then_they_are_refused() {
        for (String analysisId : List.of(A1, "a\0")) {
            assertThrows(InvalidRequestException.class, () -> analysisOutcomes().listByAnalysis(analysisId, -1, 0));
            assertThrows(InvalidRequestException.class, () -> analysisOutcomes().listByAnalysis(analysisId, 10, -1));
        }
    }

    @ContractCase("R1-114")
    void given_outcomes_when_those_of_one_analysis_are_deleted_then_the_others_stay() {
        givenFiveOutcomes();
        assertEquals(5, analysisOutcomes().deleteByAnalysis(A1));
        assertEquals(0, analysisOutcomes().deleteByAnalysis(A1));
        assertEquals(0, analysisOutcomes().deleteByAnalysis("a\0"));
        assertEquals(2, rows().count(Outcomes.TABLE));
        assertEquals(2, analysisOutcomes().listByAnalysis(A2).total());
    }

    @Test
    void given_more_drafts_than_one_statement_takes_when_saved_then_all_are_stored() {
        int count = AnalysisOutcomeRepository.DEFAULT_LIMIT + 1;
        List<OutcomeDraft> drafts = IntStream.range(0, count)
                .mapToObj(number -> draftWithoutAttributes("s%05d".formatted(number)))
                .toList();
        assertEquals(count, analysisOutcomes().saveAll(A1, drafts));
        assertEquals(count, rows().count(Outcomes.TABLE));
        assertEquals(count, synthOutcomes().countByAnalysis(A1));
        List<OutcomeDraft> bad = Stream.concat(drafts.stream(), Stream.of(new OutcomeDraft("s\0", 0, 0, 1, null)))
                .toList();
        assertInvalid("synth_id", () -> analysisOutcomes().saveAll(A2, bad));
        assertEquals(0, synthOutcomes().countByAnalysis(A2));
    }

    @Test
    void given_numbers_of_all_digits_when_saved_then_every_bit_comes_back() {
        double third = 1.0 / 3;
        double tiny = Double.MIN_VALUE;
        SynthAttributes attributes = new SynthAttributes(
                new Observables(third, tiny, 1, 0, 0.1 + 0.2), new LatentTraits(1 - third, 1e-300, 0.56060204, 1));
        analysisOutcomes()
                .saveAll(A1, List.of(OutcomeDraft.of("é\"\\,{}'\n NULL 😀", third, third, third, attributes)));
        SynthOutcome read = all(A1).get(0);
        assertEquals(attributes, read.attributes());
        assertEquals("é\"\\,{}'\n NULL 😀", read.synthId());
        assertEquals(third, read.didNotTryRate());
        assertEquals(third, read.failedRate());
        assertEquals(third, read.successRate());
    }

    @Test
    void given_a_draft_when_saved_then_the_document_holds_its_nine_keys() {
        analysisOutcomes().saveAll(A1, List.of(draft("abc123", 0.5)));
        assertEquals(
                Fixtures.ATTRIBUTES,
                JsonValue.parse(String.valueOf(rows().text(Outcomes.TABLE, "synth_attributes", "id", ID))));
    }

    @Test
    void given_two_threads_when_both_save_the_same_synths_then_both_succeed() throws Exception {
        List<OutcomeDraft> forward = List.of(draft("aaa111", 0.1), draft("aaa112", 0.2), draft("aaa113", 0.3));
        List<OutcomeDraft> backward = List.of(forward.get(2), forward.get(1), forward.get(0));
        for (int round = 0; round < 5; round++) {
            AtomicBoolean turn = new AtomicBoolean();
            List<Integer> saved = Race.of(
                    2, () -> analysisOutcomes().saveAll(A1, turn.compareAndSet(false, true) ? forward : backward));
            assertEquals(List.of(3, 3), saved);
        }
        assertEquals(3, rows().count(Outcomes.TABLE));
    }

    private List<SynthOutcome> all(String analysisId) {
        return analysisOutcomes().listByAnalysis(analysisId).items();
    }
}
