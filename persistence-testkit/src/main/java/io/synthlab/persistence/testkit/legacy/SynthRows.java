package io.synthlab.persistence.testkit.legacy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows of synths and their groups. */
final class SynthRows {
    private static final List<String> IMPORTED_VERSIONS = List.of("1.0.0", "2.0.0", "2.1.0");
    private static final List<String> DISABILITIES = List.of("visual", "auditiva", "motora", "cognitiva");

    private final Blueprint blueprint;

    SynthRows(Blueprint blueprint) {
        this.blueprint = blueprint;
    }

    Stream<Row> groups() {
        return Stream.concat(
                Stream.of(defaultGroup()),
                blueprint.rows("synth_groups", blueprint.sizes().groups(), this::group));
    }

    private static Row defaultGroup() {
        return new Row()
                .set("id", Vocabulary.DEFAULT_GROUP_ID)
                .set("name", Vocabulary.DEFAULT_GROUP_NAME)
                .set("description", Vocabulary.DEFAULT_GROUP_DESCRIPTION)
                .set("created_at", Blueprint.start().sqlite());
    }

    private Row group(int number, Chance chance, Moment at) {
        return new Row()
                .set("id", blueprint.id(IdKind.GROUP, number))
                .set(
                        "name",
                        "Geração " + (number + 1) + " – "
                                + chance.pick(Vocabulary.PLACES).city())
                .set("description", number % 3 == 2 ? null : "Pessoas de todo o Brasil 🇧🇷")
                .set("created_at", at.aware());
    }

    Stream<Row> synths() {
        return blueprint.rows("synths", blueprint.sizes().synths(), this::synth);
    }

    private Row synth(int number, Chance chance, Moment at) {
        String id = blueprint.synthId(number);
        String name = blueprint.synthName(number);
        Vocabulary.Place place = chance.pick(Vocabulary.PLACES);
        Vocabulary.Job job = chance.pick(Vocabulary.JOBS);
        int age = chance.between(18, 97);
        Map<String, @Nullable Object> data = persona(number, chance, demographics(number, chance, place, job, age));
        return new Row()
                .set("id", id)
                .set("synth_group_id", groupOf(number))
                .set("nome", name)
                .set("descricao", describe(age, job, place))
                .set("link_photo", "https://avatars.example/api/?name=" + name.replace(' ', '+') + "&size=256")
                .set("avatar_path", number % 5 < 3 ? "output/synths/avatar/" + id + ".png" : null)
                .set("created_at", createdAt(number, at))
                .set("version", version(number))
                .set("data", number % 150 == 50 ? null : PythonJson.ascii(data));
    }

    /** Every ninth synth is in the default group, now and then one is in none. */
    private @Nullable String groupOf(int number) {
        if (number % 50 == 49) {
            return null;
        }
        if (number % 9 == 0) {
            return Vocabulary.DEFAULT_GROUP_ID;
        }
        long group =
                (long) number * blueprint.sizes().groups() / blueprint.sizes().synths();
        return blueprint.id(IdKind.GROUP, (int) group);
    }

    private static String describe(int age, Vocabulary.Job job, Vocabulary.Place place) {
        return "Pessoa de " + age + " anos, " + job.name().toLowerCase(Locale.ROOT) + ", vive em " + place.city() + "/"
                + place.state() + ".";
    }

    /** Imported personas kept the form of the file they came from. */
    private static String createdAt(int number, Moment at) {
        if (!Blueprint.isImported(number)) {
            return at.aware();
        }
        return number / 40 % 2 == 0 ? at.local() : at.zulu();
    }

    private static @Nullable String version(int number) {
        if (Blueprint.isImported(number)) {
            return IMPORTED_VERSIONS.get(number % IMPORTED_VERSIONS.size());
        }
        return number % 500 == 30 ? null : "2.3.0";
    }

    private static Map<String, @Nullable Object> demographics(
            int number, Chance chance, Vocabulary.Place place, Vocabulary.Job job, int age) {
        Vocabulary.Household household = chance.pick(Vocabulary.HOUSEHOLDS);
        Map<String, @Nullable Object> part = PythonJson.object(
                "idade", age,
                "genero_biologico", chance.pick(Vocabulary.GENDERS),
                "raca_etnia", chance.pick(Vocabulary.ETHNICITIES),
                "localizacao",
                        PythonJson.object(
                                "pais",
                                "Brasil",
                                "regiao",
                                place.region(),
                                "estado",
                                place.state(),
                                "cidade",
                                place.city()),
                "escolaridade", chance.pick(Vocabulary.SCHOOLING),
                "renda_mensal", chance.between(100 * job.lowestIncome(), 100 * job.highestIncome()) / 100.0,
                "ocupacao", job.name(),
                "estado_civil", chance.pick(Vocabulary.MARITAL_STATES),
                "composicao_familiar",
                        PythonJson.object("tipo", household.kind(), "numero_pessoas", household.people()));
        if (Blueprint.isImported(number)) {
            part.put("identidade_genero", chance.pick(Vocabulary.GENDER_IDENTITIES));
        }
        return part;
    }

    /** Returns the current document, or for imported personas one of the older shapes, told apart by their keys. */
    private Map<String, @Nullable Object> persona(
            int number, Chance chance, Map<String, @Nullable Object> demographics) {
        Map<String, @Nullable Object> data = PythonJson.object(
                "demografia", demographics,
                "psicografia", psychographics(number, chance),
                "deficiencias", disabilities(number));
        if (Blueprint.isImported(number)) {
            data.put("capacidades_tecnologicas", abilities(number, chance));
        } else {
            data.put("observables", blueprint.traits(number).observables());
        }
        return data;
    }

    private Map<String, @Nullable Object> psychographics(int number, Chance chance) {
        List<String> interests = chance.sample(Vocabulary.INTERESTS, chance.between(1, 4));
        if (!Blueprint.isImported(number)) {
            return PythonJson.object("interesses", interests, "contrato_cognitivo", contract(chance));
        }
        Map<String, @Nullable Object> part = PythonJson.object(
                "personalidade_big_five", blueprint.personality(number).json(), "interesses", interests);
        if (number % 3 == 0) {
            part.put("inclinacao_politica", chance.between(-100, 100));
            part.put("inclinacao_religiosa", "católico");
        } else {
            part.put("contrato_cognitivo", contract(chance));
        }
        return part;
    }

    private static Map<String, @Nullable Object> contract(Chance chance) {
        Vocabulary.Contract contract = chance.pick(Vocabulary.CONTRACTS);
        return PythonJson.object(
                "tipo", contract.kind(),
                "perfil_cognitivo", contract.profile(),
                "regras", contract.rules(),
                "efeito_esperado", contract.effect());
    }

    private Map<String, @Nullable Object> disabilities(int number) {
        Map<String, @Nullable Object> part = new LinkedHashMap<>();
        for (String disability : DISABILITIES) {
            int level = disability.equals("motora") ? blueprint.motorLevel(number) : 0;
            part.put(disability, PythonJson.object("tipo", Vocabulary.DISABILITY_LEVELS.get(level)));
        }
        return part;
    }

    private static Map<String, @Nullable Object> abilities(int number, Chance chance) {
        Map<String, @Nullable Object> part = PythonJson.object("alfabetizacao_digital", chance.between(0, 100));
        if (number % 3 == 0) {
            part.put("dispositivos", PythonJson.object("principal", "smartphone", "qualidade", "intermediário"));
            part.put("preferencias_acessibilidade", PythonJson.object("zoom_fonte", 125, "alto_contraste", true));
            part.put("velocidade_digitacao", chance.between(10, 120));
            part.put("frequencia_internet", "diária");
            part.put(
                    "familiaridade_plataformas",
                    PythonJson.object(
                            "e_commerce",
                            chance.between(0, 100),
                            "banco_digital",
                            chance.between(0, 100),
                            "redes_sociais",
                            chance.between(0, 100)));
        }
        return part;
    }
}
