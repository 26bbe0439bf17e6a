package io.synthlab.persistence.synth;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.internal.json.JsonObjectReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Part {@code psicografia} of a persona. Keys beyond these stay in {@link Synth#data()}.
 *
 * @param interesses interests, possibly none
 * @param contratoCognitivo how the person answers, or {@code null}
 */
public record Psychographics(
        List<String> interesses, @Nullable CognitiveContract contratoCognitivo) {
    /** Copies the list. */
    public Psychographics {
        interesses = List.copyOf(interesses);
    }

    /**
     * How a person answers in interviews.
     *
     * @param tipo kind of contract
     * @param perfilCognitivo description
     * @param regras rules, possibly none
     * @param efeitoEsperado expected effect
     */
    public record CognitiveContract(
            @Nullable String tipo,
            @Nullable String perfilCognitivo,
            List<String> regras,
            @Nullable String efeitoEsperado) {
        /** Copies the list. */
        public CognitiveContract {
            regras = List.copyOf(regras);
        }
    }

    static Psychographics fromJson(JsonValue json, String path) {
        JsonObjectReader in = JsonObjectReader.of(json, path);
        return new Psychographics(
                in.texts("interesses"),
                in.object("contrato_cognitivo", Psychographics::contract).orElse(null));
    }

    private static CognitiveContract contract(JsonValue json, String path) {
        JsonObjectReader in = JsonObjectReader.of(json, path);
        return new CognitiveContract(
                in.text("tipo").orElse(null),
                in.text("perfil_cognitivo").orElse(null),
                in.texts("regras"),
                in.text("efeito_esperado").orElse(null));
    }
}
