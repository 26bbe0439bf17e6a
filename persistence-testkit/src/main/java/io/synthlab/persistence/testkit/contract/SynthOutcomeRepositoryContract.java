package io.synthlab.persistence.testkit.contract;

import static io.synthlab.persistence.error.ConstraintViolationException.Kind.FOREIGN_KEY;
import static io.synthlab.persistence.error.ConstraintViolationException.Kind.UNIQUE;
import static io.synthlab.persistence.testkit.contract.Outcomes.draft;
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
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.Page;
import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.analysis.AnalysisStatistics;
import io.synthlab.persistence.analysis.OutcomeDraft;
import io.synthlab.persistence.analysis.SynthOutcome;
import io.synthlab.persistence.error.ConstraintViolationException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Outcomes one by one. */
public abstract class SynthOutcomeRepositoryContract extends ContractBase {
    private static final String NO_ANALYSIS = "ana_ffffffff";
    private static final String OUT = "out_000000aa";
    private static final String SYNTH = "abc123";
    private static final double TOLERANCE = 1e-9;

    /** For the cells. */
    protected SynthOutcomeRepositoryContract() {}

    @BeforeEach
    final void createAnalyses() {
        experiments().create(e1());
        experiments().create(e2());
        rows().analysis(A1, E1, "completed");
        rows().analysis(A2, E2, "completed");
    }

    @ContractCase("R1-115")
    void given_an_outcome_when_created_then_it_is_found_equal_and_its_keys_are_unique() {
        SynthOutcome created = new SynthOutcome(OUT, A1, SYNTH, 0.25, 0.15, 0.6, Outcomes.ATTRIBUTES);
        assertEquals(created, synthOutcomes().create(created));
        assertEquals(Optional.of(created), synthOutcomes().findById(OUT));
        SynthOutcome sameId = outcome(OUT, A2, "abc124", 0.5);
        assertViolation(
                UNIQUE, Outcomes.TABLE, "id=" + OUT, () -> synthOutcomes().create(sameId));
        SynthOutcome samePair = outcome("out_000000bb", A1, SYNTH, 0.5);
        assertViolation(
                UNIQUE, Outcomes.TABLE, "id=out_000000bb", () -> synthOutcomes().create(samePair));
        SynthOutcome noAnalysis = outcome("out_000000cc", NO_ANALYSIS, SYNTH, 0.5);
        assertViolation(
                FOREIGN_KEY,
                Outcomes.TABLE,
                "id=out_000000cc",
                () -> synthOutcomes().create(noAnalysis));
        assertEquals(1, rows().count(Outcomes.TABLE));
        assertEquals(Optional.of(created), synthOutcomes().findById(OUT));
    }

    @ContractCase("R1-116")
    void given_a_batch_when_created_then_it_comes_back_in_order() {
        List<SynthOutcome> batch =
                List.of(outcome(A1, "ccc333", 0.3), outcome(A2, "aaa111", 0.1), outcome(A1, "bbb222", 0.2));
        assertEquals(batch, synthOutcomes().createAll(batch));
        assertEquals(3, rows().count(Outcomes.TABLE));
        for (SynthOutcome created : batch) {
            assertEquals(Optional.of(created), synthOutcomes().findById(created.id()));
        }
        assertEquals(List.of(), synthOutcomes().createAll(List.of()));
        assertEquals(3, rows().count(Outcomes.TABLE));
    }

    @ContractCase("R1-117")
    void given_a_batch_with_one_that_clashes_when_created_then_nothing_is_stored() {
        SynthOutcome first = outcome(OUT, A1, SYNTH, 0.5);
        assertNothingIsStored(first, outcome(OUT, A1, "abc124", 0.5));
        assertNothingIsStored(first, outcome("out_000000bb", A1, SYNTH, 0.5));
        assertViolation(
                FOREIGN_KEY,
                Outcomes.TABLE,
                null,
                () -> synthOutcomes().createAll(List.of(first, outcome(NO_ANALYSIS, SYNTH, 0.5))));
        assertInvalid(
                "rates",
                () -> synthOutcomes()
                        .createAll(List.of(
                                first, new SynthOutcome(OUT, A1, "abc124", 0.5, 0.5, 0.5, Outcomes.ATTRIBUTES))));
        assertEquals(0, synthOutcomes().countByAnalysis(A1));
    }

    private void assertNothingIsStored(SynthOutcome first, SynthOutcome second) {
        assertViolation(UNIQUE, Outcomes.TABLE, null, () -> synthOutcomes().createAll(List.of(first, second)));
        assertEquals(0, rows().count(Outcomes.TABLE));
    }

    @Test
    void given_a_batch_of_one_when_it_clashes_then_the_error_names_it() {
        synthOutcomes().create(outcome(OUT, A1, SYNTH, 0.5));
        assertViolation(
                UNIQUE,
                Outcomes.TABLE,
                "id=" + OUT,
                () -> synthOutcomes().createAll(List.of(outcome(OUT, A1, "abc124", 0.5))));
    }

    @ContractCase("R1-118")
    void given_five_outcomes_when_paged_then_pages_follow_in_order_of_the_synth() {
        givenOutcomes(A1, 0.9, 0.1, 0.5, 0.3, 0.7);
        givenOutcomes(A2, 0.2);
        assertPage(0, true, "s0", "s1");
        assertPage(2, true, "s2", "s3");
        assertPage(4, false, "s4");
        assertPage(6, false);
        PageRequest first = PageRequest.first();
        assertEquals(new Page<>(List.of(), 0, first), synthOutcomes().listByAnalysis(NO_ANALYSIS, first));
        assertEquals(new Page<>(List.of(), 0, first), synthOutcomes().listByAnalysis("a\0\ud800", first));
    }

    private void assertPage(int offset, boolean hasNext, String... synths) {
        PageRequest request = PageRequest.of(2, offset).sortedBy("success_rate");
        Page<SynthOutcome> page = synthOutcomes().listByAnalysis(A1, request);
        assertEquals(
                List.of(synths),
                page.items().stream().map(SynthOutcome::synthId).toList());
        assertEquals(5, page.total());
        assertEquals(hasNext, page.hasNext());
        assertEquals(request, page.request());
    }

    private void givenOutcomes(String analysisId, double... rates) {
        List<OutcomeDraft> drafts = IntStream.range(0, rates.length)
                .mapToObj(at -> draft("s" + at, rates[at]))
                .toList();
        analysisOutcomes().saveAll(analysisId, drafts);
    }

    @ContractCase("R1-119")
    void given_an_outcome_when_looked_for_by_synth_and_analysis_then_both_count_in_this_order() {
        SynthOutcome created = synthOutcomes().create(outcome(OUT, A1, SYNTH, 0.5));
        assertEquals(Optional.of(created), synthOutcomes().findBySynthAndAnalysis(SYNTH, A1));
        assertEquals(Optional.empty(), synthOutcomes().findBySynthAndAnalysis("abc124", A1));
        assertEquals(Optional.empty(), synthOutcomes().findBySynthAndAnalysis(SYNTH, A2));
        assertEquals(Optional.empty(), synthOutcomes().findBySynthAndAnalysis(A1, SYNTH));
        assertEquals(Optional.empty(), synthOutcomes().findBySynthAndAnalysis("abc\0", A1));
        assertEquals(Optional.empty(), synthOutcomes().findBySynthAndAnalysis(SYNTH, "\ud800"));
    }

    @ContractCase("R1-120")
    void given_outcomes_when_averaged_then_all_of_the_analysis_count() {
        givenOutcomes(A1, 0.2, 0.4, 0.9);
        givenOutcomes(A2, 1);
        AnalysisStatistics found = synthOutcomes().findStatistics(A1).orElseThrow();
        assertEquals(0.5, found.avgSuccessRate(), TOLERANCE);
        assertEquals(0.5, found.avgDidNotTryRate(), TOLERANCE);
        assertEquals(0.0, found.avgFailedRate(), TOLERANCE);
        assertEquals(3, found.synthCount());
        assertEquals(Optional.empty(), synthOutcomes().findStatistics(NO_ANALYSIS));
        assertEquals(Optional.empty(), synthOutcomes().findStatistics("a\0"));
    }

    @Test
    void given_an_outcome_without_attributes_when_averaged_then_it_counts_too() {
        analysisOutcomes()
                .saveAll(A1, List.of(OutcomeDraft.of("s1", 0.5, 0.3, 0.2, null), OutcomeDraft.of("s2", 0, 1, 0, null)));
        AnalysisStatistics found = synthOutcomes().findStatistics(A1).orElseThrow();
        assertEquals(0.1, found.avgSuccessRate(), TOLERANCE);
        assertEquals(0.25, found.avgDidNotTryRate(), TOLERANCE);
        assertEquals(0.65, found.avgFailedRate(), TOLERANCE);
        assertEquals(2, found.synthCount());
    }

    @ContractCase("R1-121")
    void given_a_synth_in_two_analyses_when_its_latest_is_looked_for_then_only_completed_ones_count() {
        SynthOutcome inA1 = givenOutcomeCompletedAt(A1, "2025-01-01T00:00:00+00:00");
        SynthOutcome inA2 = givenOutcomeCompletedAt(A2, "2025-02-01T00:00:00+00:00");
        assertEquals(Optional.of(inA2), synthOutcomes().findLatestForSynth(SYNTH));
        database().execute("UPDATE analysis_runs SET status = 'running' WHERE id = ?", A2);
        assertEquals(Optional.of(inA1), synthOutcomes().findLatestForSynth(SYNTH));
        database().execute("UPDATE analysis_runs SET status = 'failed' WHERE id = ?", A1);
        assertEquals(Optional.empty(), synthOutcomes().findLatestForSynth(SYNTH));
    }

    @ContractCase("R1-122")
    void given_an_analysis_without_completion_time_when_the_latest_is_looked_for_then_it_comes_last() {
        SynthOutcome inA1 = givenOutcomeCompletedAt(A1, "2025-01-01T00:00:00+00:00");
        SynthOutcome inA2 = givenOutcomeCompletedAt(A2, null);
        assertEquals(Optional.of(inA1), synthOutcomes().findLatestForSynth(SYNTH));
        database().execute("UPDATE analysis_runs SET status = 'pending' WHERE id = ?", A1);
        assertEquals(Optional.of(inA2), synthOutcomes().findLatestForSynth(SYNTH));
    }

    @Test
    void given_two_analyses_of_one_time_when_the_latest_is_looked_for_then_the_id_decides() {
        givenOutcomeCompletedAt(A2, "2025-01-01T00:00:00+00:00");
        SynthOutcome inA1 = givenOutcomeCompletedAt(A1, "2025-01-01T00:00:00+00:00");
        assertEquals(Optional.of(inA1), synthOutcomes().findLatestForSynth(SYNTH));
        assertTrue(experiments().softDelete(E1));
        assertEquals(Optional.of(inA1), synthOutcomes().findLatestForSynth(SYNTH));
        assertEquals(Optional.empty(), synthOutcomes().findLatestForSynth("abc124"));
        assertEquals(Optional.empty(), synthOutcomes().findLatestForSynth("abc\0"));
    }

    private SynthOutcome givenOutcomeCompletedAt(String analysisId, @Nullable String completedAt) {
        database().execute("UPDATE analysis_runs SET completed_at = ? WHERE id = ?", completedAt, analysisId);
        return synthOutcomes().create(outcome(analysisId, SYNTH, 0.5));
    }

    /** Construction by itself takes what old rows hold; every checked way refuses, and so does every write. */
    @ContractCase("R1-123")
    void given_values_that_break_a_rule_when_created_then_each_is_refused() {
        assertRefused("rates", new SynthOutcome(OUT, A1, SYNTH, 0.5, 0.5, 0.5, Outcomes.ATTRIBUTES));
        assertRefused("rates", new SynthOutcome(OUT, A1, SYNTH, 0.1, 0.1, 0.1, Outcomes.ATTRIBUTES));
        assertRefused("success_rate", new SynthOutcome(OUT, A1, SYNTH, 0, 0, Double.NaN, Outcomes.ATTRIBUTES));
        assertRefused("analysis_id", outcome(OUT, "x", SYNTH, 0.5));
        assertRefused("synth_attributes", new SynthOutcome(OUT, A1, SYNTH, 0.5, 0, 0.5, null));
        assertRefused("synth_id", outcome(OUT, A1, "abc\ud800", 0.5));
        for (String id : List.of("x", "out_000000a", "out_000000AA", "out_000000aa\n", "ana_00000001", "ana_1_a")) {
            assertRefused("synth_outcomes.id", outcome(id, A1, SYNTH, 0.5));
        }
        assertRefused("synth_outcomes.id", outcome("ana_00000001_\0", A1, SYNTH, 0.5));
        assertEquals(0, rows().count(Outcomes.TABLE));
    }

    private void assertRefused(String field, SynthOutcome bad) {
        assertInvalid(field, bad::validated);
        assertInvalid(field, () -> synthOutcomes().create(bad));
        assertInvalid(field, () -> synthOutcomes().createAll(List.of(outcome(A1, "abc999", 0.5), bad)));
    }

    @ContractCase("R1-124")
    void given_synth_ids_of_any_form_when_saved_then_each_can_be_read_back() {
        List<String> synths = List.of("", "A_b", "ABC-9", "abc\n", "_", "é 😀");
        analysisOutcomes()
                .saveAll(A1, synths.stream().map(synth -> draft(synth, 0.5)).toList());
        for (String synth : synths) {
            SynthOutcome expected = outcome(A1 + "_" + synth, A1, synth, 0.5);
            assertEquals(Optional.of(expected), synthOutcomes().findById(expected.id()));
            assertEquals(Optional.of(expected), synthOutcomes().findBySynthAndAnalysis(synth, A1));
        }
        Page<SynthOutcome> listed = synthOutcomes().listByAnalysis(A1, PageRequest.first());
        assertEquals(
                List.of("", "ABC-9", "A_b", "_", "abc\n", "é 😀"),
                listed.items().stream().map(SynthOutcome::synthId).toList());
        synthOutcomes().deleteByAnalysis(A1);
        assertEquals(listed.items(), synthOutcomes().createAll(listed.items()));
    }

    @ContractCase("R1-125")
    void given_outcomes_when_read_twice_then_their_ids_are_the_stored_ones() {
        synthOutcomes().create(outcome(OUT, A1, SYNTH, 0.5));
        analysisOutcomes().saveAll(A1, List.of(draft("abc124", 0.5)));
        List<String> stored = List.of(OUT, "ana_00000001_abc124");
        for (int time = 0; time < 2; time++) {
            assertEquals(
                    stored,
                    analysisOutcomes().listByAnalysis(A1).items().stream()
                            .map(SynthOutcome::id)
                            .toList());
            assertEquals(
                    stored,
                    synthOutcomes().listByAnalysis(A1, PageRequest.first()).items().stream()
                            .map(SynthOutcome::id)
                            .toList());
            assertEquals(
                    OUT,
                    synthOutcomes()
                            .findBySynthAndAnalysis(SYNTH, A1)
                            .orElseThrow()
                            .id());
        }
    }

    @Test
    void given_ids_of_any_form_when_looked_for_then_nothing_is_found() {
        analysisOutcomes().saveAll(A1, List.of(draft(SYNTH, 0.5)));
        for (String id : List.of("", "_", "x", "ana_00000001", "ana_00000001_", "out_000000aa", "a\0", "\ud800")) {
            assertEquals(Optional.empty(), synthOutcomes().findById(id), id);
        }
    }

    @Test
    void given_outcomes_when_counted_and_deleted_then_the_numbers_are_those_of_the_rows() {
        givenOutcomes(A1, 0.1, 0.2, 0.3);
        givenOutcomes(A2, 0.1);
        assertEquals(3, synthOutcomes().countByAnalysis(A1));
        assertEquals(3, synthOutcomes().deleteByAnalysis(A1));
        assertEquals(0, synthOutcomes().deleteByAnalysis(A1));
        assertEquals(0, synthOutcomes().countByAnalysis(A1));
        assertEquals(1, synthOutcomes().countByAnalysis(A2));
        for (String unknown : List.of(NO_ANALYSIS, "x", "a\0")) {
            assertEquals(0, synthOutcomes().countByAnalysis(unknown));
            assertEquals(0, synthOutcomes().deleteByAnalysis(unknown));
        }
    }

    @Test
    void given_two_threads_when_both_create_the_same_outcome_then_one_succeeds() throws Exception {
        List<Boolean> created = Race.of(2, () -> {
            try {
                synthOutcomes().createAll(List.of(outcome(A1, SYNTH, 0.5), outcome(A1, "abc124", 0.5)));
                return true;
            } catch (ConstraintViolationException e) {
                assertEquals(UNIQUE, e.kind());
                return false;
            }
        });
        assertEquals(1, created.stream().filter(wins -> wins).count());
        assertEquals(2, rows().count(Outcomes.TABLE));
    }
}
