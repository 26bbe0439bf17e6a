package io.synthlab.persistence.model.synth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.model.EntityFields;
import io.synthlab.persistence.synth.Synth;
import io.synthlab.persistence.synth.SynthGroup;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class SynthEntityTest {
    private static final Instant CREATED = Instant.parse("2025-01-02T03:04:05Z");

    @Test
    void given_a_synth_with_all_parts_then_every_column_survives_a_round_trip() throws Exception {
        String document = "{ \"b\" : 1e3, \"a\" : \"\\u00e9\", \"a\" : 2 }";
        Synth full = new Synth(
                "abc123",
                "grp_0000000a",
                "Ana",
                "Designer",
                "https://example.org/ana",
                "avatars/abc123.png",
                CREATED,
                "2.3.0",
                JsonValue.parse(document));
        SynthEntity row = SynthEntity.of(full);
        assertEquals(List.of(), EntityFields.nulls(row));
        Synth read = row.toRecord(ZoneOffset.UTC);
        assertEquals(full, read);
        assertEquals(document, read.data().text());
    }

    @Test
    void given_a_synth_without_optional_parts_then_their_columns_are_null_and_stay_so() throws Exception {
        Synth bare = new Synth("abc123", null, "", null, null, null, CREATED, null, null);
        SynthEntity row = SynthEntity.of(bare);
        assertEquals(
                List.of("synthGroupId", "descricao", "linkPhoto", "avatarPath", "version", "data"),
                EntityFields.nulls(row));
        assertEquals(bare, row.toRecord(ZoneOffset.UTC));
    }

    @Test
    void given_a_group_then_every_column_survives_a_round_trip() throws Exception {
        SynthGroup full = SynthGroup.of("grp_0000000a", "Designers", "From São Paulo", CREATED);
        SynthGroupEntity row = SynthGroupEntity.of(full);
        assertEquals(List.of(), EntityFields.nulls(row));
        assertEquals(full, row.toRecord(ZoneOffset.UTC));
    }

    @Test
    void given_a_group_without_description_then_its_column_is_null_and_stays_so() throws Exception {
        SynthGroup bare = SynthGroup.of("grp_0000000a", "Designers", null, CREATED);
        SynthGroupEntity row = SynthGroupEntity.of(bare);
        assertEquals(List.of("description"), EntityFields.nulls(row));
        assertEquals(bare, row.toRecord(ZoneOffset.UTC));
    }
}
