package io.synthlab.persistence.model.research;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.model.EntityFields;
import io.synthlab.persistence.research.NewPrfaq;
import io.synthlab.persistence.research.PrfaqValidation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PrfaqEntityTest {
    private static final Instant GENERATED = Instant.parse("2025-01-02T03:04:05.000006Z");

    /** Start and error belong to a generation, and a finished PR-FAQ has none; summaries are read by queries. */
    @Test
    void given_a_prfaq_with_all_parts_then_every_column_but_start_and_error_is_there() throws Exception {
        JsonValue document = JsonValue.parse("{\"a\": 1.50}");
        PrfaqEntity row = PrfaqEntity.of(
                NewPrfaq.of("b1", "# x")
                        .withJsonContent(document)
                        .withTitles("h", "o")
                        .withValidation(PrfaqValidation.PENDING, 0.5),
                GENERATED);
        assertEquals(List.of("errorMessage", "startedAt"), EntityFields.nulls(row));
        assertEquals(Optional.of("# x"), row.markdown());
        assertEquals(Optional.of(document), row.json());
    }

    @Test
    void given_a_row_without_content_then_it_is_empty() throws Exception {
        PrfaqEntity row = PrfaqEntity.of(NewPrfaq.of("b1", "# x"), GENERATED);
        assertEquals(
                List.of("confidenceScore", "headline", "oneLiner", "jsonContent", "errorMessage", "startedAt"),
                EntityFields.nulls(row));
        assertEquals(Optional.empty(), row.json());
        assertEquals(
                Optional.empty(),
                EntityFields.with(row, "markdownContent", null).markdown());
    }
}
