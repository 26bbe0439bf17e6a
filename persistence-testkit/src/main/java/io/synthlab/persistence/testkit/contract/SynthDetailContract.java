package io.synthlab.persistence.testkit.contract;

import static io.synthlab.persistence.testkit.contract.Refusals.assertUnreadable;
import static io.synthlab.persistence.testkit.fixture.Fixtures.synthWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.error.InvalidRequestException;
import io.synthlab.persistence.error.SynthNotFoundException;
import io.synthlab.persistence.synth.Demographics;
import io.synthlab.persistence.synth.Disabilities;
import io.synthlab.persistence.synth.Psychographics;
import io.synthlab.persistence.synth.SimulationAttributes;
import io.synthlab.persistence.synth.SimulationAttributes.FormattedObservable;
import io.synthlab.persistence.synth.SynthDetail;
import io.synthlab.persistence.synth.SynthFieldInfo;
import io.synthlab.persistence.synth.SynthProfile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Synths: one of them, and what is understood of its document. */
public abstract class SynthDetailContract extends ContractBase {
    private static final String ID = "aaa111";

    /** For the cells. */
    protected SynthDetailContract() {}

    @ContractCase("R1-65")
    void given_an_unknown_id_when_got_then_the_error_names_it() {
        SynthNotFoundException refusal = assertThrows(SynthNotFoundException.class, () -> synths().getById("zzz999"));
        assertEquals("SYNTH_NOT_FOUND", refusal.code());
        assertEquals("Synth not found: zzz999", refusal.getMessage());
        assertEquals(Map.of("synth_id", "zzz999"), refusal.details());
        assertEquals(Optional.empty(), synths().findById("zzz999"));
    }

    /** The default version is 2.0.0 in lists and in the detail. */
    @ContractCase("R1-66")
    void given_a_row_without_document_and_version_when_read_then_both_are_absent_or_default() {
        rows().insert("synths", "id", ID, "nome", "x", "created_at", "2025-01-01 10:00:00", "version", null);
        SynthDetail detail = synths().getById(ID);
        assertEquals(SynthProfile.EMPTY, detail.profile());
        assertEquals("2.0.0", detail.summary().version());
        assertEquals(
                List.of(detail.summary()), synths().list(PageRequest.first()).items());
        assertNull(synths().findById(ID).orElseThrow().version());
        assertNull(synths().findById(ID).orElseThrow().data());
    }

    @ContractCase("R1-67")
    void given_demographics_when_got_then_they_are_typed() {
        SynthProfile profile = stored("""
                {"demografia": {"idade": 30, "localizacao": {"cidade": "X"},
                 "composicao_familiar": {"tipo": "casal", "numero_pessoas": 2}}}""");
        assertEquals(
                new Demographics(
                        30,
                        null,
                        null,
                        null,
                        new Demographics.Location("Brasil", null, null, "X"),
                        null,
                        null,
                        null,
                        null,
                        new Demographics.Household("casal", 2)),
                profile.demografia());
        assertNull(profile.psicografia());
    }

    @Test
    void given_every_demographic_value_when_got_then_none_is_dropped() {
        Demographics all = stored("""
                        {"demografia": {"idade": "41", "genero_biologico": "feminino", "identidade_genero": "mulher",
                         "raca_etnia": "parda", "localizacao": {"pais": "Portugal", "regiao": "Norte", "estado": "P",
                         "cidade": "Porto"}, "escolaridade": "superior", "renda_mensal": 2500, "ocupacao": "médica",
                         "estado_civil": "casada", "composicao_familiar": {"tipo": "só", "numero_pessoas": 15}}}""").demografia();
        assertEquals(
                new Demographics(
                        41,
                        "feminino",
                        "mulher",
                        "parda",
                        new Demographics.Location("Portugal", "Norte", "P", "Porto"),
                        "superior",
                        2500.0,
                        "médica",
                        "casada",
                        new Demographics.Household("só", 15)),
                all);
    }

    @ContractCase("R1-68")
    void given_empty_objects_when_got_then_they_count_as_absent() {
        SynthProfile profile = stored("""
                {"demografia": {}, "psicografia": {"interesses": ["a"], "personalidade_big_five": {"abertura": 80}},
                 "deficiencias": {"visual": {"tipo": "leve"}, "motora": {}}, "observables": {},
                 "simulation_attributes": {}}""");
        assertEquals(
                new SynthProfile(
                        null,
                        new Psychographics(List.of("a"), null),
                        new Disabilities("leve", null, null, null),
                        null,
                        null),
                profile);
    }

    @Test
    void given_a_cognitive_contract_when_got_then_it_is_typed() {
        Psychographics part = stored("""
                        {"psicografia": {"contrato_cognitivo": {"tipo": "factual", "perfil_cognitivo": "p",
                         "regras": ["r1", "r2"], "efeito_esperado": "e"}}}""").psicografia();
        assertEquals(
                new Psychographics(
                        List.of(), new Psychographics.CognitiveContract("factual", "p", List.of("r1", "r2"), "e")),
                part);
    }

    @ContractCase("R1-69")
    void given_values_out_of_range_when_got_then_row_and_field_are_named() {
        Map<String, String> bad = Map.of(
                "data.demografia.idade", "{\"demografia\": {\"idade\": 121}}",
                "data.demografia.composicao_familiar.numero_pessoas",
                        "{\"demografia\": {\"composicao_familiar\": {\"numero_pessoas\": 16}}}",
                "data.demografia.renda_mensal", "{\"demografia\": {\"renda_mensal\": -1}}",
                "data.demografia.estado_civil", "{\"demografia\": {\"estado_civil\": 7}}",
                "data.psicografia.interesses", "{\"psicografia\": {\"interesses\": null}}",
                "data.observables", "{\"observables\": [0.5]}",
                "data.deficiencias.visual", "{\"deficiencias\": {\"visual\": \"leve\"}}");
        bad.forEach((field, json) -> {
            synths().save(synthWith(ID, json));
            assertUnreadable("synths", "id=" + ID, field, () -> synths().getById(ID));
            assertEquals(
                    JsonValue.parse(json), synths().findById(ID).orElseThrow().data());
        });
        for (int age : new int[] {0, 120}) {
            Demographics demographics =
                    stored("{\"demografia\": {\"idade\": " + age + "}}").demografia();
            assertEquals(age, demographics == null ? null : demographics.idade());
        }
    }

    @Test
    void given_a_document_that_is_no_object_when_got_then_the_row_is_named() {
        for (String json : List.of("[]", "0", "\"PLANTED\"", "null")) {
            database().execute("DELETE FROM synths");
            rows().insert(
                            "synths",
                            "id",
                            ID,
                            "nome",
                            "x",
                            "created_at",
                            "2025-01-01 10:00:00",
                            "data",
                            JsonValue.parse(json));
            Exception refusal = assertUnreadable("synths", "id=" + ID, "data must be", () -> synths().getById(ID));
            StoredTextContract.assertNowhere("PLANTED", refusal);
            assertEquals(
                    JsonValue.parse(json), synths().findById(ID).orElseThrow().data());
        }
    }

    @ContractCase("R1-70")
    void given_three_observables_when_got_then_they_pass_through() {
        String three = "{\"digital_literacy\": 2, \"motor_ability\": \"x\", \"other\": null}";
        SynthProfile profile = stored("{\"observables\": %s}".formatted(three));
        assertEquals(JsonValue.parse(three), profile.observables());
    }

    @ContractCase("R1-71")
    void given_simulation_attributes_when_got_then_each_value_has_its_label() {
        SimulationAttributes attributes = simulationAttributes("""
                {"observables": {"digital_literacy": 0.19, "similar_tool_experience": 0.2, "motor_ability": 0.6,
                 "time_availability": 0.8, "domain_expertise": 0.4}}""");
        assertEquals(
                List.of(
                        new FormattedObservable(
                                "digital_literacy",
                                "Literacia Digital",
                                0.19,
                                "Muito Baixo",
                                "Familiaridade com tecnologia e interfaces digitais"),
                        new FormattedObservable(
                                "similar_tool_experience",
                                "Experiência com Ferramentas Similares",
                                0.2,
                                "Baixo",
                                "Uso prévio de ferramentas ou produtos parecidos"),
                        new FormattedObservable(
                                "motor_ability",
                                "Capacidade Motora",
                                0.6,
                                "Alto",
                                "Habilidade física para interação com dispositivos"),
                        new FormattedObservable(
                                "time_availability",
                                "Disponibilidade de Tempo",
                                0.8,
                                "Muito Alto",
                                "Tempo típico disponível para uso do produto"),
                        new FormattedObservable(
                                "domain_expertise",
                                "Conhecimento do Domínio",
                                0.4,
                                "Médio",
                                "Expertise na área de atuação do produto")),
                attributes.observables());
    }

    @ContractCase("R1-72")
    void given_one_simulation_attribute_when_got_then_the_others_take_their_default() {
        List<FormattedObservable> formatted = simulationAttributes("{\"observables\": {\"digital_literacy\": 0.3}}")
                .observables();
        assertEquals(
                List.of(0.3, 0.5, 1.0, 0.5, 0.5),
                formatted.stream().map(FormattedObservable::value).toList());
        assertEquals(
                List.of("Baixo", "Médio", "Muito Alto", "Médio", "Médio"),
                formatted.stream().map(FormattedObservable::label).toList());
    }

    @ContractCase("R1-73")
    void given_a_bad_simulation_attribute_when_got_then_only_the_stored_object_is_left() {
        for (String value : List.of("2", "-0.1", "\"high\"", "true")) {
            String raw = "{\"observables\": {\"digital_literacy\": %s}, \"latent_traits\": {}}".formatted(value);
            SimulationAttributes attributes = simulationAttributes(raw);
            assertEquals(List.of(), attributes.observables());
            assertEquals(JsonValue.parse(raw), attributes.raw());
        }
        for (String raw : List.of("{\"latent_traits\": {\"a\": 1}}", "{\"observables\": {}}", "{}")) {
            assertNull(stored("{\"simulation_attributes\": %s}".formatted(raw)).simulationAttributes());
        }
    }

    @ContractCase("R1-74")
    void given_an_empty_database_when_fields_are_listed_then_there_are_eight() {
        List<SynthFieldInfo> fields = synths().listFields();
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
        assertTrue(fields.subList(0, 4).stream().allMatch(field -> field.nestedFields() == null));
        assertEquals(10, nested(fields.get(4)).size());
        assertEquals(List.of("interesses", "contrato_cognitivo"), nested(fields.get(5)));
        assertEquals(List.of("visual", "auditiva", "motora", "cognitiva"), nested(fields.get(6)));
        assertEquals(
                List.of(
                        "digital_literacy",
                        "similar_tool_experience",
                        "motor_ability",
                        "time_availability",
                        "domain_expertise"),
                nested(fields.get(7)));
    }

    private static List<String> nested(SynthFieldInfo field) {
        List<String> nested = field.nestedFields();
        assertNotNull(nested);
        return nested;
    }

    @ContractCase("R1-75")
    void given_avatar_paths_when_asked_for_then_the_stored_one_counts_or_the_directory_of_the_settings() {
        synths().save(synthWith(ID, null).withAvatarPath("rel/x.jpg"));
        assertEquals(Path.of("rel/x.jpg"), synths().getAvatarPath(ID));
        Path file = database().config().build().avatarDirectory().resolve("aaa111.png");
        for (@Nullable String stored : Stream.of("", null).toList()) {
            assertTrue(synths().updateAvatarPath(ID, stored));
            assertEquals(file, synths().getAvatarPath(ID));
        }
        Executable unknown = () -> synths().getAvatarPath("zzz999");
        assertEquals(
                "SYNTH_NOT_FOUND",
                assertThrows(SynthNotFoundException.class, unknown).code());
    }

    @Test
    void given_an_old_id_that_leads_elsewhere_when_its_avatar_is_asked_for_then_it_is_refused() {
        for (String id : List.of("../aaa", "/aaa11", "a/b/cc")) {
            rows().insert("synths", "id", id, "nome", "x", "created_at", "2025-01-01 10:00:00");
            assertThrows(InvalidRequestException.class, () -> synths().getAvatarPath(id));
        }
    }

    private SynthProfile stored(String json) {
        synths().save(synthWith(ID, json));
        return synths().getById(ID).profile();
    }

    private SimulationAttributes simulationAttributes(String json) {
        SimulationAttributes attributes =
                stored("{\"simulation_attributes\": %s}".formatted(json)).simulationAttributes();
        assertNotNull(attributes);
        return attributes;
    }
}
