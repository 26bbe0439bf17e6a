package io.synthlab.persistence.synth;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.json.JsonObjectReader;
import org.jspecify.annotations.Nullable;

/**
 * Part {@code demografia} of a persona; every value may be {@code null}, no value set is enforced.
 *
 * @param idade age in years, 0 to 120
 * @param generoBiologico biological sex
 * @param identidadeGenero gender identity; older formats only
 * @param racaEtnia race or ethnicity
 * @param localizacao where the person lives
 * @param escolaridade schooling
 * @param rendaMensal income a month, 0 or more
 * @param ocupacao occupation
 * @param estadoCivil marital status
 * @param composicaoFamiliar household
 */
public record Demographics(
        @Nullable Integer idade,
        @Nullable String generoBiologico,
        @Nullable String identidadeGenero,
        @Nullable String racaEtnia,
        @Nullable Location localizacao,
        @Nullable String escolaridade,
        @Nullable Double rendaMensal,
        @Nullable String ocupacao,
        @Nullable String estadoCivil,
        @Nullable Household composicaoFamiliar) {
    private static final int OLDEST = 120;
    private static final int LARGEST_HOUSEHOLD = 15;

    /**
     * Where a person lives.
     *
     * @param pais country, {@code Brasil} unless stored otherwise
     * @param regiao region
     * @param estado state
     * @param cidade city
     */
    public record Location(
            String pais,
            @Nullable String regiao,
            @Nullable String estado,
            @Nullable String cidade) {}

    /**
     * A household.
     *
     * @param tipo kind of household
     * @param numeroPessoas members, 1 to 15
     */
    public record Household(@Nullable String tipo, @Nullable Integer numeroPessoas) {}

    static Demographics fromJson(JsonValue json, String path) {
        JsonObjectReader in = JsonObjectReader.of(json, path);
        Double income = in.number("renda_mensal").orElse(null);
        if (income != null && !(income >= 0)) {
            throw new ValidationException(path + ".renda_mensal must be 0 or more");
        }
        return new Demographics(
                in.integer("idade", 0, OLDEST).orElse(null),
                in.text("genero_biologico").orElse(null),
                in.text("identidade_genero").orElse(null),
                in.text("raca_etnia").orElse(null),
                in.object("localizacao", Demographics::location).orElse(null),
                in.text("escolaridade").orElse(null),
                income,
                in.text("ocupacao").orElse(null),
                in.text("estado_civil").orElse(null),
                in.object("composicao_familiar", Demographics::household).orElse(null));
    }

    private static Location location(JsonValue json, String path) {
        JsonObjectReader in = JsonObjectReader.of(json, path);
        return new Location(
                in.text("pais").orElse("Brasil"),
                in.text("regiao").orElse(null),
                in.text("estado").orElse(null),
                in.text("cidade").orElse(null));
    }

    private static Household household(JsonValue json, String path) {
        JsonObjectReader in = JsonObjectReader.of(json, path);
        return new Household(
                in.text("tipo").orElse(null),
                in.integer("numero_pessoas", 1, LARGEST_HOUSEHOLD).orElse(null));
    }
}
