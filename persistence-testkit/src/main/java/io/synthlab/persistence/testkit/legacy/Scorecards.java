package io.synthlab.persistence.testkit.legacy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The documents that rate a feature, as an experiment holds it and as the older simulations did. */
final class Scorecards {
    private Scorecards() {}

    /** Returns one score per dimension. */
    static Map<String, @Nullable Object> scores(Chance chance) {
        Map<String, @Nullable Object> scores = new LinkedHashMap<>();
        Vocabulary.DIMENSIONS.forEach(dimension -> scores.put(dimension, chance.thousandths()));
        return scores;
    }

    static Map<String, @Nullable Object> ofExperiment(Chance chance, String product) {
        boolean bounded = chance.oneIn(2);
        Map<String, @Nullable Object> card = PythonJson.object(
                "feature_name",
                product,
                "scenario",
                "baseline",
                "description_text",
                Phrases.prose(chance, 2, product),
                "description_media_urls",
                List.of());
        scores(chance)
                .forEach((dimension, score) -> card.put(
                        dimension,
                        PythonJson.object(
                                "score",
                                score,
                                "rules_applied",
                                rules(chance),
                                "lower_bound",
                                bounded ? 0.05 : null,
                                "upper_bound",
                                bounded ? 0.95 : null)));
        card.put("justification", chance.oneIn(2) ? "Média de três avaliações" : null);
        card.put("impact_hypotheses", List.of(Phrases.prose(chance, 1, product)));
        return card;
    }

    static Map<String, @Nullable Object> ofSimulation(
            Chance chance, String id, @Nullable String experimentId, String product, Moment at) {
        Map<String, @Nullable Object> card = PythonJson.object(
                "id", id,
                "experiment_id", experimentId,
                "identification",
                        PythonJson.object(
                                "feature_name", product,
                                "use_scenario", Phrases.prose(chance, 1, product),
                                "created_at", at.zulu(),
                                "evaluators", List.of("Produto", "Pesquisa de experiência")),
                "description_text", Phrases.prose(chance, 3, product),
                "description_media_urls", List.of());
        scores(chance)
                .forEach((dimension, score) -> card.put(
                        dimension,
                        PythonJson.object(
                                "score",
                                score,
                                "rules_applied",
                                rules(chance),
                                "min_uncertainty",
                                0.05,
                                "max_uncertainty",
                                0.3)));
        card.put("justification", null);
        card.put("impact_hypotheses", List.of());
        card.put("version", "1.0.0");
        card.put("created_at", at.zulu());
        card.put("updated_at", null);
        return card;
    }

    private static List<String> rules(Chance chance) {
        return Stream.generate(() -> chance.between(1, 4) + " conceitos que ninguém conhece")
                .limit(chance.below(3))
                .toList();
    }
}
