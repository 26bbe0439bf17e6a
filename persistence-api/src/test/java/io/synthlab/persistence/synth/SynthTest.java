package io.synthlab.persistence.synth;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ValidationException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SynthTest {
    private static final Instant CREATED = Instant.parse("2025-03-01T10:00:00.123456Z");

    private static Synth synth(@Nullable JsonValue data) {
        return Synth.of("aaa111", "Ana", CREATED, "2.3.0", data);
    }

    private static String refusal(Runnable check) {
        return String.valueOf(
                assertThrows(ValidationException.class, check::run).getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"aaa11", "aaa1111", "aaa11-", "aaa11\n", "ááá111", ""})
    void refusesOtherIds(String id) {
        assertEquals("synths.id must match [a-zA-Z0-9]{6}", refusal(() -> Synth.of(id, "Ana", CREATED, "2.3.0", null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "0", "\"x\"", "null", "true"})
    void dataMustBeAnObject(String json) {
        assertEquals("synths.data must be a JSON object", refusal(() -> synth(JsonValue.parse(json))));
    }

    @Test
    void dataThatIsNoJsonIsRefused() {
        assertThrows(ValidationException.class, () -> synth(JsonValue.ofStored("{")));
        assertThrows(ValidationException.class, () -> synth(JsonValue.parse("{\"a\": [\"\\u0000\"]}")));
    }

    @Test
    void dataKeepsEveryKeyAndItsText() {
        String text = "{\"capacidades_tecnologicas\" : {\"x\":1e0}, \"vieses\":[ ]}";
        assertEquals(text, String.valueOf(synth(JsonValue.parse(text)).data()));
    }

    @Test
    void checksEveryText() {
        String bad = "\ud800";
        for (Synth broken : List.of(
                new Synth("aaa111", bad, "n", null, null, null, CREATED, null, null),
                new Synth("aaa111", null, bad, null, null, null, CREATED, null, null),
                new Synth("aaa111", null, "n", bad, null, null, CREATED, null, null),
                new Synth("aaa111", null, "n", null, bad, null, CREATED, null, null),
                new Synth("aaa111", null, "n", null, null, bad, CREATED, null, null),
                new Synth("aaa111", null, "n", null, null, null, CREATED, bad, null))) {
            assertThrows(ValidationException.class, broken::validated, broken::toString);
        }
        assertThrows(ValidationException.class, () -> synth(null).withAvatarPath(bad));
    }

    @Test
    void changesReturnNewValues() {
        Synth synth = synth(null);
        assertEquals("grp_1", synth.withGroup("grp_1").synthGroupId());
        assertEquals("rel/x.jpg", synth.withAvatarPath("rel/x.jpg").avatarPath());
        assertNull(synth.synthGroupId());
        assertNull(synth.avatarPath());
        assertEquals(synth, synth.withGroup("grp_1").withGroup(null));
    }

    @Test
    void oldRowsMayLackAVersionAndAName() {
        Synth old = new Synth("aaa111", null, "", null, null, null, CREATED.plusNanos(1), null, null);
        assertEquals(old, old.validated());
        assertEquals(CREATED, old.createdAt());
    }

    /** Contract case 50. */
    @Test
    void groupsHaveANameOfAnyLength() {
        assertDoesNotThrow(() -> SynthGroup.of("x".repeat(5_000)));
        assertEquals("synth_groups.name must not be blank", refusal(() -> SynthGroup.of(" \u00a0")));
        assertEquals(
                "synth_groups.id must match grp_[a-f0-9]{8}",
                refusal(() -> SynthGroup.of("grp_12345", "n", null, CREATED)));
        assertThrows(ValidationException.class, () -> SynthGroup.of("grp_12345678", "n", "\0", CREATED));
        assertThrows(ValidationException.class, () -> SynthGroup.of("grp_12345678", "\0", null, CREATED));
    }

    @Test
    void theDefaultGroupIsTheOriginals() {
        SynthGroup group = SynthGroup.defaultGroup(CREATED.plusNanos(1));
        assertEquals("grp_00000001", group.id());
        assertEquals("Default", group.name());
        assertEquals(SynthGroup.DEFAULT_DESCRIPTION, group.description());
        assertEquals(CREATED, group.createdAt());
    }

    /** Contract case 74. */
    @Test
    void listsTheFieldsOfASearch() {
        List<SynthFieldInfo> fields = SynthFieldInfo.all();
        assertEquals(
                List.of(
                        "id",
                        "nome",
                        "descricao",
                        "created_at",
                        "data.demografia",
                        "data.psicografia",
                        "data.deficiencias",
                        "data.observables"),
                fields.stream().map(SynthFieldInfo::name).toList());
        assertEquals(
                List.of("string", "string", "string", "datetime", "object", "object", "object", "object"),
                fields.stream().map(SynthFieldInfo::type).toList());
        for (SynthFieldInfo field : fields) {
            boolean object = field.type().equals("object");
            assertEquals(object, field.nestedFields() != null, field::name);
            assertEquals(object, field.description().contains("json_extract(data, '$."), field::name);
        }
        assertEquals(5, fields.get(7).nestedFields().size());
        assertTrue(fields.get(4).nestedFields().contains("identidade_genero"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, Muito Baixo",
        "0.19, Muito Baixo",
        "0.2, Baixo",
        "0.4, Médio",
        "0.6, Alto",
        "0.8, Muito Alto",
        "1, Muito Alto"
    })
    void labelsFifthsFromTheirLowerBound(double value, String label) {
        assertEquals(label, SimulationAttributes.label(value));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.001, 1.001, Double.NaN})
    void hasNoLabelOutOfRange(double value) {
        assertThrows(ValidationException.class, () -> SimulationAttributes.label(value));
    }
}
