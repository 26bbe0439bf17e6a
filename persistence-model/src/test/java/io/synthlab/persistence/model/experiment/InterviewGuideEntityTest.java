package io.synthlab.persistence.model.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.synthlab.persistence.experiment.InterviewGuide;
import io.synthlab.persistence.model.EntityFields;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterviewGuideEntityTest {
    private static final Instant CREATED = Instant.parse("2025-01-02T03:04:05.000006Z");

    @Test
    void given_a_guide_with_all_parts_then_every_column_survives_a_round_trip() throws Exception {
        InterviewGuide full =
                new InterviewGuide("exp_0000000a", "Context", "Questions", "Examples", CREATED, CREATED.plusSeconds(1));
        InterviewGuideEntity row = InterviewGuideEntity.of(full);
        assertEquals(List.of(), EntityFields.nulls(row));
        assertEquals(full, row.toRecord(ZoneOffset.UTC));
    }

    @Test
    void given_a_guide_without_texts_then_their_columns_are_null_and_stay_so() throws Exception {
        InterviewGuide bare = InterviewGuide.of("exp_0000000a", null, null, null, CREATED);
        InterviewGuideEntity row = InterviewGuideEntity.of(bare);
        assertEquals(
                List.of("contextDefinition", "questions", "contextExamples", "updatedAt"), EntityFields.nulls(row));
        assertEquals(bare, row.toRecord(ZoneOffset.UTC));
    }
}
