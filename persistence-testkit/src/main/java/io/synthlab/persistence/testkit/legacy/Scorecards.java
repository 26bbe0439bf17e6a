package io.synthlab.persistence.testkit.legacy;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The documents that rate a feature, as an experiment holds it and as the older simulations did. */
final class Scorecards {
    private Scorecards() {}

    /** Returns one score per dimension. */
    static JsonObject scores(Chance chance) {
        JsonObject scores = new JsonObject();
        Vocabulary.DIMENSIONS.forEach(dimension -> scores.set(dimension, chance.thousandths()));
        return scores;
    }

    static JsonObject ofExperiment(Chance chance, String product) {
        boolean bounded = chance.oneIn(2);
        JsonObject card = new JsonObject()
                .set("feature_name", product)
                .set("scenario", "baseline")
                .set("description_text", Phrases.prose(chance, 2, product))
                .set("description_media_urls", List.of());
        scores(chance)
                .forEach((dimension, score) -> card.set(
                        dimension,
                        new JsonObject()
                                .set("score", score)
                                .set("rules_applied", rules(chance))
                                .set("lower_bound", bounded ? 0.05 : null)
                                .set("upper_bound", bounded ? 0.95 : null)));
        card.set("justification", chance.oneIn(2) ? "Média de três avaliações" : null);
        card.set("impact_hypotheses", List.of(Phrases.prose(chance, 1, product)));
        return card;
    }

    static JsonObject ofSimulation(Chance chance, String id, @Nullable String experimentId, String product, Moment at) {
        JsonObject card = new JsonObject()
                .set("id", id)
                .set("experiment_id", experimentId)
                .set(
                        "identification",
                        new JsonObject()
                                .set("feature_name", product)
                                .set("use_scenario", Phrases.prose(chance, 1, product))
                                .set("created_at", at.zulu())
                                .set("evaluators", List.of("Produto", "Pesquisa de experiência")))
                .set("description_text", Phrases.prose(chance, 3, product))
                .set("description_media_urls", List.of());
        scores(chance)
                .forEach((dimension, score) -> card.set(
                        dimension,
                        new JsonObject()
                                .set("score", score)
                                .set("rules_applied", rules(chance))
                                .set("min_uncertainty", 0.05)
                                .set("max_uncertainty", 0.3)));
        card.set("justification", null);
        card.set("impact_hypotheses", List.of());
        card.set("version", "1.0.0");
        card.set("created_at", at.zulu());
        card.set("updated_at", null);
        return card;
    }

    private static List<String> rules(Chance chance) {
        return Stream.generate(() -> chance.between(1, 4) + " conceitos que ninguém conhece")
                .limit(chance.below(3))
                .toList();
    }
}
