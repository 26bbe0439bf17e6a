package io.synthlab.persistence.internal.row;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.document.DocumentType;
import io.synthlab.persistence.error.UnreadableRowException;
import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.research.PrfaqValidation;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenerationTest {
    private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo"); // three hours behind UTC
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private static boolean stale(@Nullable String status, @Nullable String start) {
        return new Generation(status, start).isStale(new StoredRow("t", "id=1"), "started_at", NOON, SAO_PAULO);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T11:59:59.999999+00:00, true",
        "2026-01-01T12:00:00+00:00, false",
        "2026-01-01T08:59:59, true", // without zone: the configured one
        "2026-01-01T09:00:00, false",
        "2026-01-01 11:59:59, true",
        "2026-01-01 12:00:00, false",
        "2026-01-01T13:59:59+02:00, true",
        ", true"
    })
    void isStaleIfItBeganEarlier(@Nullable String start, boolean stale) {
        assertEquals(stale, stale("generating", start));
    }

    @Test
    void isNeverStaleInAnotherState() {
        assertFalse(stale("completed", "2025-01-01 00:00:00"));
        assertFalse(stale("failed", "soon"));
        assertFalse(stale(null, null));
    }

    @Test
    void cannotTellWithoutAReadableStart() {
        UnreadableRowException error = assertThrows(UnreadableRowException.class, () -> stale("generating", "soon"));
        assertEquals("t", error.table());
        assertEquals("id=1", error.key());
        assertTrue(error.getMessage().contains("started_at"));
        assertFalse(error.getMessage().contains("soon"));
    }

    @Test
    void absentColumnsStandForTheirDefaults() {
        assertEquals("gpt-4o-mini", GeneratedColumns.model(null));
        assertEquals("gpt-4o-mini", GeneratedColumns.model(""));
        assertEquals("m", GeneratedColumns.model("m"));
        assertEquals(PrfaqValidation.VALID, GeneratedColumns.validation(null));
        assertEquals(PrfaqValidation.VALID, GeneratedColumns.validation(""));
        assertEquals(PrfaqValidation.INVALID, GeneratedColumns.validation("invalid"));
        assertThrows(ValidationException.class, () -> GeneratedColumns.validation("needs_review"));
        assertNull(GeneratedColumns.metadata(null));
        assertNull(GeneratedColumns.metadata(""));
        assertEquals(JsonValue.parse("{}"), GeneratedColumns.metadata("{ }"));
        assertThrows(ValidationException.class, () -> GeneratedColumns.metadata("[]"));
    }

    @Test
    void everyTypeIsAnsweredFor() {
        assertEquals(
                Map.of(DocumentType.SUMMARY, false, DocumentType.PRFAQ, true, DocumentType.EXECUTIVE_SUMMARY, false),
                GeneratedColumns.existing(List.of("prfaq", "unknown")));
        assertThrows(
                UnsupportedOperationException.class,
                () -> GeneratedColumns.existing(List.of()).clear());
    }
}
