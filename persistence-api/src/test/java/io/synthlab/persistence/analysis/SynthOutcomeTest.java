package io.synthlab.persistence.analysis;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.synth.LatentTraits;
import io.synthlab.persistence.synth.Observables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SynthOutcomeTest {
    private static final String A1 = "ana_00000001";
    private static final SynthAttributes ATTRIBUTES =
            new SynthAttributes(new Observables(0, 1, 0.5, 0.5, 0.5), new LatentTraits(0, 1, 0.5, 0.5));

    private static SynthOutcome outcome(String id, String analysisId, String synthId) {
        return new SynthOutcome(id, analysisId, synthId, 0.2, 0.3, 0.5, ATTRIBUTES);
    }

    private static String refusal(Runnable check) {
        return String.valueOf(
                assertThrows(ValidationException.class, check::run).getMessage());
    }

    @Test
    void aNewOutcomeGetsARandomId() {
        SynthOutcome first = SynthOutcome.of(A1, "abc123", 0.2, 0.3, 0.5, ATTRIBUTES);
        SynthOutcome second = SynthOutcome.of(A1, "abc123", 0.2, 0.3, 0.5, ATTRIBUTES);
        assertTrue(first.id().matches("out_[a-f0-9]{8}"), first.id());
        assertFalse(first.id().equals(second.id()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "out_0123abcd",
                "out_0123456789abcdef0123456789abcdef",
                "ana_00000001_abc123",
                "ana_00000001_ABC-9",
                "ana_00000001_a_b",
                "ana_00000001_",
                "ana_00000001_é\n"
            })
    void idsOfAllThreeFormsPass(String id) {
        assertDoesNotThrow(() -> outcome(id, A1, "abc123").validated());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "out_0123abc",
                "out_0123abcde",
                "out_0123ABCD",
                "out_0123abcd\n",
                "out_0123456789abcdef0123456789abcde",
                "ana_00000001",
                "ana_0000000g_abc123",
                " ana_00000001_abc123"
            })
    void otherIdsAreRefused(String id) {
        assertTrue(refusal(outcome(id, A1, "abc123")::validated).startsWith("synth_outcomes.id "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "ana_0000001", "ana_00000001\n", "ANA_00000001", "exp_00000001"})
    void otherAnalysisIdsAreRefused(String analysisId) {
        String field = "synth_outcomes.analysis_id ";
        assertTrue(refusal(outcome("out_00000001", analysisId, "s")::validated).startsWith(field));
        OutcomeDraft draft = OutcomeDraft.of("s", 0, 0, 1, null);
        assertTrue(refusal(() -> draft.in(analysisId)).startsWith(field));
    }

    /** Contract case 123. The sum may be off by a hundredth, both ends included. */
    @ParameterizedTest
    @CsvSource({"0.2, 0.3, 0.5", "0.33, 0.33, 0.33", "0, 0, 1", "1, 0, 0", "0, 1, 0", "0.99, 0, 0", "0, 0.01, 1"})
    void ratesThatAddUpPass(double didNotTry, double failed, double success) {
        assertDoesNotThrow(() -> OutcomeDraft.of("s", didNotTry, failed, success, null));
        assertDoesNotThrow(() -> SynthOutcome.of(A1, "s", didNotTry, failed, success, ATTRIBUTES));
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.5, 0.5, rates of synth_outcomes",
        "0.3, 0.3, 0.3, rates of synth_outcomes",
        "0, 0, 0, rates of synth_outcomes",
        "0, 0.02, 1, rates of synth_outcomes",
        "-0.01, 0.5, 0.5, did_not_try_rate",
        "1.01, 0, 0, did_not_try_rate",
        "NaN, 0.5, 0.5, did_not_try_rate",
        "0.5, NaN, 0.5, failed_rate",
        "0, Infinity, 0, failed_rate",
        "0, 0, -Infinity, success_rate",
        "0, 0, 5, success_rate"
    })
    void otherRatesAreRefused(double didNotTry, double failed, double success, String field) {
        String ofDraft = refusal(() -> OutcomeDraft.of("s", didNotTry, failed, success, null));
        assertTrue(ofDraft.contains(field), ofDraft);
        assertEquals(ofDraft, refusal(() -> SynthOutcome.of(A1, "s", didNotTry, failed, success, ATTRIBUTES)));
    }

    @Test
    void attributesMustBeThereInAnOutcomeButNotInADraft() {
        SynthOutcome stored = new SynthOutcome("out_00000001", A1, "s", 0, 0, 1, null);
        assertEquals("synth_outcomes.synth_attributes is missing", refusal(stored::validated));
        assertNull(OutcomeDraft.of("s", 0, 0, 1, null).in(A1).attributes());
    }

    @Test
    void attributesOutOfRangeAreRefused() {
        SynthAttributes bad =
                new SynthAttributes(new Observables(0, 0, 0, 0, 1.5), new LatentTraits(0.5, 0.5, 0.5, 0.5));
        String field = "synth_attributes.observables.domain_expertise must be 0-1";
        assertEquals(field, refusal(() -> OutcomeDraft.of("s", 0, 0, 1, bad)));
        assertEquals(field, refusal(() -> SynthOutcome.of(A1, "s", 0, 0, 1, bad)));
    }

    @Test
    void synthsThatNoColumnHoldsAreRefused() {
        for (String synth : new String[] {"a\0", "\ud800"}) {
            assertTrue(refusal(() -> OutcomeDraft.of(synth, 0, 0, 1, null)).contains("synth_id"));
            assertTrue(refusal(() -> SynthOutcome.of(A1, synth, 0, 0, 1, ATTRIBUTES))
                    .contains("synth_id"));
            assertTrue(refusal(outcome("ana_00000001_" + synth, A1, "s")::validated)
                    .contains("synth_outcomes.id"));
        }
    }

    @Test
    void aDraftBecomesAnOutcomeOfItsAnalysis() {
        OutcomeDraft draft = OutcomeDraft.of("ABC-9", 0.2, 0.3, 0.5, ATTRIBUTES);
        SynthOutcome outcome = draft.in(A1);
        assertEquals(outcome("ana_00000001_ABC-9", A1, "ABC-9"), outcome);
        assertEquals(outcome, outcome.validated());
    }

    @ParameterizedTest
    @CsvSource({"id", "analysisId", "synthId"})
    void requiredPartsMustBeThere(String missing) {
        @Nullable String id = missing.equals("id") ? null : "out_00000001";
        @Nullable String analysisId = missing.equals("analysisId") ? null : A1;
        @Nullable String synthId = missing.equals("synthId") ? null : "s";
        NullPointerException refusal = assertThrows(NullPointerException.class, () -> outcome(id, analysisId, synthId));
        assertEquals(missing, refusal.getMessage());
    }
}
