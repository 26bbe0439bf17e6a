package io.synthlab.persistence.synth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.synth.SimulationAttributes.FormattedObservable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SynthProfileTest {
    private static SynthProfile profile(String json) {
        return SynthProfile.fromData(JsonValue.parse(json.replace('\'', '"')));
    }

    private static SimulationAttributes attributes(String observables) {
        return profile("{'simulation_attributes':{'observables':" + observables + ",'x':1}}")
                .simulationAttributes();
    }

    /** Contract case 66. */
    @Test
    void nothingIsKnownWithoutADocument() {
        assertEquals(SynthProfile.EMPTY, SynthProfile.fromData(null));
        assertEquals(SynthProfile.EMPTY, profile("{}"));
        assertEquals(SynthProfile.EMPTY, profile("{'demografia':null,'observables':null,'vieses':{'x':1}}"));
    }

    /** Contract case 67. */
    @Test
    void readsDemographics() {
        SynthProfile profile = profile("{'demografia':{'idade':30,'localizacao':{'cidade':'X'},"
                + "'composicao_familiar':{'tipo':'casal','numero_pessoas':2}}}");
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
    void readsEveryPartOfADemographic() {
        Demographics read = profile(
                        "{'demografia':{'idade':'34','genero_biologico':'feminino','identidade_genero':'mulher cis',"
                                + "'raca_etnia':'pardo','localizacao':{'pais':'Portugal','regiao':'Norte','estado':'PE','cidade':'C'},"
                                + "'escolaridade':'e','renda_mensal':3120.55,'ocupacao':'o','estado_civil':'s',"
                                + "'composicao_familiar':{},'usa_cadeira_rodas':true}}")
                .demografia();
        assertEquals(
                new Demographics(
                        34,
                        "feminino",
                        "mulher cis",
                        "pardo",
                        new Demographics.Location("Portugal", "Norte", "PE", "C"),
                        "e",
                        3120.55,
                        "o",
                        "s",
                        null),
                read);
    }

    /** Contract case 68. */
    @Test
    void emptyObjectsCountAsAbsentAtEveryLevel() {
        SynthProfile profile =
                profile("{'demografia':{},'psicografia':{'interesses':['a'],'personalidade_big_five':{'abertura':80}},"
                        + "'deficiencias':{'visual':{'tipo':'leve'},'motora':{}},'observables':{}}");
        assertNull(profile.demografia());
        assertEquals(new Psychographics(List.of("a"), null), profile.psicografia());
        assertEquals(new Disabilities("leve", null, null, null), profile.deficiencias());
        assertNull(profile.observables());
    }

    @Test
    void readsTheCognitiveContract() {
        assertEquals(
                new Psychographics(
                        List.of(), new Psychographics.CognitiveContract("factual", "p", List.of("r1", "r2"), null)),
                profile(
                                "{'psicografia':{'contrato_cognitivo':{'tipo':'factual','perfil_cognitivo':'p','regras':['r1','r2']}}}")
                        .psicografia());
    }

    /** Contract case 69. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'demografia':{'idade':121}} | data.demografia.idade must be a whole number of 0-120",
                "{'demografia':{'idade':-1}} | data.demografia.idade must be a whole number of 0-120",
                "{'demografia':{'idade':30.5}} | data.demografia.idade must be a whole number of 0-120",
                "{'demografia':{'composicao_familiar':{'numero_pessoas':16}}} | data.demografia.composicao_familiar.numero_pessoas must be a whole number of 1-15",
                "{'demografia':{'renda_mensal':-1}} | data.demografia.renda_mensal must be 0 or more",
                "{'demografia':{'ocupacao':1}} | data.demografia.ocupacao must be text",
                "{'demografia':[]} | data.demografia must be a JSON object",
                "{'psicografia':{'interesses':null}} | data.psicografia.interesses must be a list",
                "{'deficiencias':{'visual':'leve'}} | data.deficiencias.visual must be a JSON object",
                "{'observables':[1]} | data.observables must be a JSON object",
                "[] | data must be a JSON object",
                "null | data must be a JSON object"
            })
    void namesTheFieldThatCannotBeRead(String json, String message) {
        assertEquals(
                message,
                assertThrows(ValidationException.class, () -> profile(json)).getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 120})
    void acceptsTheBoundsOfAge(int age) {
        assertEquals(
                age,
                profile("{'demografia':{'idade':" + age + "}}").demografia().idade());
    }

    /** Contract case 70. */
    @Test
    void observablesPassUnchanged() {
        String observables = "{'digital_literacy':7,'motor_ability':'x','more':[1]}";
        assertEquals(
                JsonValue.parse(observables.replace('\'', '"')),
                profile("{'observables':" + observables + "}").observables());
    }

    /** Contract case 71. */
    @Test
    void labelsSimulationAttributes() {
        List<FormattedObservable> observables = attributes(
                        "{'digital_literacy':0.19,'similar_tool_experience':0.2,'motor_ability':0.6,"
                                + "'time_availability':0.8,'domain_expertise':0.4}")
                .observables();
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
                observables);
    }

    /** Contract case 72. */
    @Test
    void missingObservablesTakeTheirDefault() {
        List<FormattedObservable> observables =
                attributes("{'digital_literacy':0.3}").observables();
        assertEquals(
                List.of(0.3, 0.5, 1.0, 0.5, 0.5),
                observables.stream().map(FormattedObservable::value).toList());
        assertEquals(
                List.of("Baixo", "Médio", "Muito Alto", "Médio", "Médio"),
                observables.stream().map(FormattedObservable::label).toList());
    }

    /** Contract case 73. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'digital_literacy':2}",
                "{'domain_expertise':'x'}",
                "{'motor_ability':-0.1}",
                "{'motor_ability':[]}"
            })
    void oneBadValueHidesAllAndKeepsTheStoredObject(String observables) {
        SimulationAttributes attributes = attributes(observables);
        assertEquals(List.of(), attributes.observables());
        assertEquals(
                JsonValue.parse(("{'observables':" + observables + ",'x':1}").replace('\'', '"')), attributes.raw());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "{'x':1}", "{'observables':null}", "{'observables':{}}"})
    void simulationAttributesWithoutObservablesAreAbsent(String stored) {
        assertNull(profile("{'simulation_attributes':" + stored + "}").simulationAttributes());
    }

    @Test
    void readsThePersonaOfTheDocumentSpecification() {
        SynthProfile profile = profile(CURRENT_SHAPE);
        assertNotNull(profile.demografia());
        assertEquals(
                "esforçado_confuso", profile.psicografia().contratoCognitivo().tipo());
        assertEquals(new Disabilities("nenhuma", "nenhuma", "nenhuma", "nenhuma"), profile.deficiencias());
        assertNotNull(profile.observables());
        assertFalse(profile.psicografia().interesses().isEmpty());
    }

    private static final String CURRENT_SHAPE =
            "{'demografia':{'idade':34,'genero_biologico':'feminino','raca_etnia':'pardo','localizacao':{'pais':'Brasil',"
                    + "'regiao':'Nordeste','estado':'PE','cidade':'Recife'},'escolaridade':'Médio completo',"
                    + "'renda_mensal':3120.55,'ocupacao':'Assistente administrativo','estado_civil':'solteiro',"
                    + "'composicao_familiar':{'tipo':'monoparental','numero_pessoas':3}},'psicografia':{'interesses':"
                    + "['culinária','corrida'],'contrato_cognitivo':{'tipo':'esforçado_confuso','perfil_cognitivo':'…',"
                    + "'regras':['…'],'efeito_esperado':'…'}},'deficiencias':{'visual':{'tipo':'nenhuma'},'auditiva':"
                    + "{'tipo':'nenhuma'},'motora':{'tipo':'nenhuma'},'cognitiva':{'tipo':'nenhuma'}},'observables':"
                    + "{'digital_literacy':0.4127551,'similar_tool_experience':0.55,'motor_ability':0.94,"
                    + "'time_availability':0.31,'domain_expertise':0.62}}";
}
