package io.synthlab.persistence.testkit.legacy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The cached charts that sort the synths of an analysis into four groups of equal size. */
final class ClusterCharts {
    private static final List<String> COLORS = List.of("#8B5CF6", "#10B981", "#F59E0B", "#EF4444");
    private static final List<String> LABELS =
            List.of("Confiantes", "Céticos capazes", "Esforçados", "Sem experiência");

    private final ChartPopulation population;
    private final Chance chance;
    private final Moment at;
    private final int clusterSize;

    ClusterCharts(ChartPopulation population, Chance chance, Moment at) {
        this.population = population;
        this.chance = chance;
        this.at = at;
        this.clusterSize = population.size() / LABELS.size();
    }

    JsonObject clustering() {
        JsonObject assignments = new JsonObject();
        IntStream.range(0, population.size())
                .forEach(index -> assignments.set(population.points().get(index).id(), index / clusterSize));
        JsonObject elbow = new JsonObject().set("k", 2).set("inertia", 1e16).set("silhouette", 0.25);
        return population
                .chart()
                .set("n_clusters", LABELS.size())
                .set("method", "kmeans")
                .set("features_used", traits(0).names())
                .set("silhouette_score", chance.between(-0.2, 0.8))
                .set("inertia", chance.between(1.0, 90.0))
                .set("clusters", each(this::cluster))
                .set("synth_assignments", assignments)
                .set("elbow_data", List.of(elbow))
                .set("recommended_k", null)
                .set("created_at", at.aware());
    }

    private static List<JsonObject> each(IntFunction<JsonObject> cluster) {
        return IntStream.range(0, LABELS.size()).mapToObj(cluster).toList();
    }

    private JsonObject traits(int cluster) {
        return population.points().get(cluster * clusterSize).traits().latent();
    }

    private JsonObject cluster(int number) {
        Rates rates = Rates.any(chance);
        return new JsonObject()
                .set("cluster_id", number)
                .set("size", clusterSize)
                .set("percentage", 100.0 / LABELS.size())
                .set("centroid", traits(number))
                .set("avg_success_rate", rates.success())
                .set("avg_failed_rate", rates.failed())
                .set("avg_did_not_try_rate", rates.didNotTry())
                .set("high_traits", List.of("trust_mean"))
                .set("low_traits", List.of())
                .set("suggested_label", LABELS.get(number))
                .set("suggested_explanation", Phrases.prose(chance, 1))
                .set("synth_ids", population.ids(number * clusterSize, (number + 1) * clusterSize));
    }

    JsonObject principalComponents() {
        List<JsonObject> points = new ArrayList<>();
        for (ChartPopulation.Point point : population.points()) {
            int cluster = points.size() / clusterSize;
            points.add(point.json()
                    .set("x", chance.normal())
                    .set("y", chance.normal())
                    .set("cluster_id", cluster)
                    .set("cluster_label", LABELS.get(cluster))
                    .set("color", COLORS.get(cluster)));
        }
        return population
                .chart()
                .set("points", points)
                .set("explained_variance", List.of(chance.between(0.3, 0.6), chance.between(0.1, 0.3)))
                .set("total_variance", chance.between(0.4, 0.9));
    }

    JsonObject radar() {
        return population
                .chart()
                .set("clusters", each(this::radarCluster))
                .set(
                        "axis_labels",
                        traits(0).names().stream().map(ClusterCharts::label).toList())
                .set("baseline", List.of(0.5, 0.5, 0.5, 0.5));
    }

    private JsonObject radarCluster(int number) {
        List<JsonObject> axes = new ArrayList<>();
        traits(number)
                .forEach((name, value) -> axes.add(new JsonObject()
                        .set("name", name)
                        .set("label", label(name))
                        .set("value", value)
                        .set("normalized", chance.thousandths())));
        return new JsonObject()
                .set("cluster_id", number)
                .set("label", LABELS.get(number))
                .set("explanation", "")
                .set("color", COLORS.get(number))
                .set("axes", axes)
                .set("success_rate", chance.thousandths());
    }

    private static String label(String trait) {
        return "Média de " + trait.replace('_', ' ');
    }
}
