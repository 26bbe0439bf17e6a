package io.synthlab.persistence.synth;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A field of a synth, for people who write a search.
 *
 * @param name its name, for example {@code data.demografia}
 * @param type {@code string}, {@code datetime} or {@code object}
 * @param description what it holds and how to reach nested values
 * @param nestedFields names of nested values, or {@code null} if it is a plain column
 */
public record SynthFieldInfo(
        String name,
        String type,
        String description,
        @Nullable List<String> nestedFields) {
    private static final String REACH = "; reach nested values with json_extract(data, '$.%s...')";

    private static final List<SynthFieldInfo> ALL = List.of(
            new SynthFieldInfo("id", "string", "Six-character id", null),
            new SynthFieldInfo("nome", "string", "Display name", null),
            new SynthFieldInfo("descricao", "string", "One-line description", null),
            new SynthFieldInfo("created_at", "datetime", "When it was created, ISO 8601 in UTC", null),
            part(
                    "demografia",
                    "Demographics",
                    List.of(
                            "idade",
                            "genero_biologico",
                            "identidade_genero",
                            "raca_etnia",
                            "localizacao",
                            "escolaridade",
                            "renda_mensal",
                            "ocupacao",
                            "estado_civil",
                            "composicao_familiar")),
            part("psicografia", "Psychographics", List.of("interesses", "contrato_cognitivo")),
            part("deficiencias", "Disabilities", List.of("visual", "auditiva", "motora", "cognitiva")),
            part("observables", "Observable attributes, each 0-1", Observables.KEYS));

    /** Copies the list. */
    public SynthFieldInfo {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(description, "description");
        nestedFields = nestedFields == null ? null : List.copyOf(nestedFields);
    }

    /** Returns every field, in a fixed order. */
    public static List<SynthFieldInfo> all() {
        return ALL;
    }

    private static SynthFieldInfo part(String key, String description, List<String> nested) {
        return new SynthFieldInfo("data." + key, "object", description + REACH.formatted(key), nested);
    }
}
