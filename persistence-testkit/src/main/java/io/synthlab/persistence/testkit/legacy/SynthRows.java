package io.synthlab.persistence.testkit.legacy;

import java.util.List;
import java.util.Locale;
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
        JsonObject data = persona(number, chance, demographics(number, chance, place, job, age));
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

    private static JsonObject demographics(
            int number, Chance chance, Vocabulary.Place place, Vocabulary.Job job, int age) {
        JsonObject part = new JsonObject()
                .set("idade", age)
                .set("genero_biologico", chance.pick(Vocabulary.GENDERS))
                .set("raca_etnia", chance.pick(Vocabulary.ETHNICITIES))
                .set("localizacao", location(place))
                .set("escolaridade", chance.pick(Vocabulary.SCHOOLING))
                .set("renda_mensal", chance.between(100 * job.lowestIncome(), 100 * job.highestIncome()) / 100.0)
                .set("ocupacao", job.name())
                .set("estado_civil", chance.pick(Vocabulary.MARITAL_STATES))
                .set("composicao_familiar", family(chance.pick(Vocabulary.HOUSEHOLDS)));
        if (Blueprint.isImported(number)) {
            part.set("identidade_genero", chance.pick(Vocabulary.GENDER_IDENTITIES));
        }
        return part;
    }

    private static JsonObject location(Vocabulary.Place place) {
        return new JsonObject()
                .set("pais", "Brasil")
                .set("regiao", place.region())
                .set("estado", place.state())
                .set("cidade", place.city());
    }

    private static JsonObject family(Vocabulary.Household household) {
        return new JsonObject().set("tipo", household.kind()).set("numero_pessoas", household.people());
    }

    /** Returns the current document, or for imported personas one of the older shapes, told apart by their keys. */
    private JsonObject persona(int number, Chance chance, JsonObject demographics) {
        JsonObject data = new JsonObject()
                .set("demografia", demographics)
                .set("psicografia", psychographics(number, chance))
                .set("deficiencias", disabilities(number));
        if (Blueprint.isImported(number)) {
            data.set("capacidades_tecnologicas", abilities(number, chance));
        } else {
            data.set("observables", blueprint.traits(number).observables());
        }
        return data;
    }

    private JsonObject psychographics(int number, Chance chance) {
        List<String> interests = chance.sample(Vocabulary.INTERESTS, chance.between(1, 4));
        if (!Blueprint.isImported(number)) {
            return new JsonObject().set("interesses", interests).set("contrato_cognitivo", contract(chance));
        }
        JsonObject part = new JsonObject()
                .set("personalidade_big_five", blueprint.personality(number).json())
                .set("interesses", interests);
        if (number % 3 == 0) {
            part.set("inclinacao_politica", chance.between(-100, 100));
            part.set("inclinacao_religiosa", "católico");
        } else {
            part.set("contrato_cognitivo", contract(chance));
        }
        return part;
    }

    private static JsonObject contract(Chance chance) {
        Vocabulary.Contract contract = chance.pick(Vocabulary.CONTRACTS);
        return new JsonObject()
                .set("tipo", contract.kind())
                .set("perfil_cognitivo", contract.profile())
                .set("regras", contract.rules())
                .set("efeito_esperado", contract.effect());
    }

    private JsonObject disabilities(int number) {
        JsonObject part = new JsonObject();
        for (String disability : DISABILITIES) {
            int level = disability.equals("motora") ? blueprint.motorLevel(number) : 0;
            part.set(disability, new JsonObject().set("tipo", Vocabulary.DISABILITY_LEVELS.get(level)));
        }
        return part;
    }

    private static JsonObject abilities(int number, Chance chance) {
        JsonObject part = new JsonObject().set("alfabetizacao_digital", chance.between(0, 100));
        if (number % 3 == 0) {
            part.set(
                    "dispositivos",
                    new JsonObject().set("principal", "smartphone").set("qualidade", "intermediário"));
            part.set(
                    "preferencias_acessibilidade",
                    new JsonObject().set("zoom_fonte", 125).set("alto_contraste", true));
            part.set("velocidade_digitacao", chance.between(10, 120));
            part.set("frequencia_internet", "diária");
            part.set(
                    "familiaridade_plataformas",
                    new JsonObject()
                            .set("e_commerce", chance.between(0, 100))
                            .set("banco_digital", chance.between(0, 100))
                            .set("redes_sociais", chance.between(0, 100)));
        }
        return part;
    }
}
