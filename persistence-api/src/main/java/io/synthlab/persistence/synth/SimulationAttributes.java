package io.synthlab.persistence.synth;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.json.JsonObjectReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Stored simulation attributes in a form for people; no generator stores them, hand-made rows do.
 *
 * @param observables the five observables with label and explanation; empty if one is no number of 0 to 1
 * @param raw the stored object
 */
public record SimulationAttributes(List<FormattedObservable> observables, JsonValue raw) {
    /**
     * An observable for people.
     *
     * @param key JSON key
     * @param name name in Portuguese
     * @param value 0 to 1
     * @param label one of five words in Portuguese, by value
     * @param description explanation in Portuguese
     */
    public record FormattedObservable(String key, String name, double value, String label, String description) {}

    private static final List<String> NAMES = List.of(
            "Literacia Digital",
            "Experiência com Ferramentas Similares",
            "Capacidade Motora",
            "Disponibilidade de Tempo",
            "Conhecimento do Domínio");
    private static final List<String> DESCRIPTIONS = List.of(
            "Familiaridade com tecnologia e interfaces digitais",
            "Uso prévio de ferramentas ou produtos parecidos",
            "Habilidade física para interação com dispositivos",
            "Tempo típico disponível para uso do produto",
            "Expertise na área de atuação do produto");
    private static final List<Double> DEFAULTS = List.of(0.5, 0.5, 1.0, 0.5, 0.5);
    private static final List<String> LABELS = List.of("Muito Baixo", "Baixo", "Médio", "Alto", "Muito Alto");

    /** Copies the list. */
    public SimulationAttributes {
        observables = List.copyOf(observables);
        Objects.requireNonNull(raw, "raw");
    }

    /**
     * Returns the word for a value: a fifth of the range each, the lower bound included.
     *
     * @param value 0 to 1
     * @return one of five words in Portuguese
     * @throws ValidationException if the value is outside of 0 to 1
     */
    public static String label(double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new ValidationException("an observable must be 0-1");
        }
        double[] upperBounds = {0.2, 0.4, 0.6, 0.8};
        for (int at = 0; at < upperBounds.length; at++) {
            if (value < upperBounds[at]) {
                return LABELS.get(at);
            }
        }
        return LABELS.get(upperBounds.length);
    }

    /** Reads the stored object; empty if it holds no observables. */
    static Optional<SimulationAttributes> fromJson(JsonValue json, String path) {
        return JsonObjectReader.of(json, path)
                .object("observables", JsonObjectReader::of)
                .map(in -> new SimulationAttributes(format(in), json));
    }

    private static List<FormattedObservable> format(JsonObjectReader in) {
        List<FormattedObservable> formatted = new ArrayList<>();
        try {
            for (int at = 0; at < NAMES.size(); at++) {
                String key = Observables.KEYS.get(at);
                double value = in.number(key).orElse(DEFAULTS.get(at));
                formatted.add(new FormattedObservable(key, NAMES.get(at), value, label(value), DESCRIPTIONS.get(at)));
            }
            return formatted;
        } catch (ValidationException e) {
            return List.of(); // contract: one bad value and none is shown; the stored object still is
        }
    }
}
