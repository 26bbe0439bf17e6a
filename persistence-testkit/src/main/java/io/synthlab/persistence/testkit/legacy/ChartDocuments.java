package io.synthlab.persistence.testkit.legacy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The documents that were cached with an analysis, in the original's shapes; charts show a few of the synths. */
final class ChartDocuments {
    private static final int SHOWN_SYNTHS = 20;
    private static final int BINS = 5;
    private static final List<String> COLORS = List.of("#8B5CF6", "#10B981", "#F59E0B", "#EF4444");
    private static final List<String> CLUSTERS =
            List.of("Confiantes", "Céticos capazes", "Esforçados", "Sem experiência");
    private static final List<String> QUADRANTS = List.of("low_value", "usability_issue", "discovery_issue", "ok");

    private final Chance chance;
    private final Moment at;
    private final String analysisId;
    private final List<Point> points;

    ChartDocuments(Blueprint blueprint, Chance chance, int experiment, Moment at) {
        this.chance = chance;
        this.at = at;
        this.analysisId = blueprint.analysisId(experiment);
        this.points = blueprint.population(experiment).stream()
                .limit(SHOWN_SYNTHS)
                .map(synth -> new Point(
                        blueprint.synthId(synth), blueprint.traits(synth), blueprint.rates(experiment, synth)))
                .toList();
    }

    /** Returns the fifteen documents by cache key. */
    Map<String, Map<String, @Nullable Object>> all() {
        Map<String, Map<String, @Nullable Object>> charts = new LinkedHashMap<>();
        charts.put("try_vs_success", tryVersusSuccess());
        charts.put("distribution", distribution());
        charts.put("heatmap", heatmap());
        charts.put("scatter", scatter());
        charts.put("correlations", correlations());
        charts.put("clustering_k4", clustering());
        charts.put("pca_scatter", principalComponents());
        charts.put("radar_comparison", radar());
        charts.put("extreme_cases", extremeCases());
        charts.put("outliers", outliers());
        charts.put("shap_summary", importances());
        charts.put("insight_try_vs_success", insight("try_vs_success"));
        charts.put("insight_shap_summary", insight("shap_summary"));
        charts.put("insight_outliers", insight("outliers"));
        charts.put("executive_summary", executiveSummary());
        return charts;
    }

    /** Returns a chart that begins with its owner and ends with the number of synths. */
    private Map<String, @Nullable Object> chart(@Nullable Object... keysAndValues) {
        Map<String, @Nullable Object> chart = PythonJson.object("simulation_id", analysisId);
        chart.putAll(PythonJson.object(keysAndValues));
        chart.put("total_synths", points.size());
        return chart;
    }

    /** Returns one object per synth that begins with its id. */
    private List<Map<String, @Nullable Object>> each(
            List<Point> chosen, BiFunction<Integer, Point, Map<String, @Nullable Object>> values) {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        for (int index = 0; index < chosen.size(); index++) {
            Map<String, @Nullable Object> one =
                    PythonJson.object("synth_id", chosen.get(index).id());
            one.putAll(values.apply(index, chosen.get(index)));
            all.add(one);
        }
        return all;
    }

    private Map<String, @Nullable Object> tryVersusSuccess() {
        Map<String, @Nullable Object> counts = new LinkedHashMap<>();
        QUADRANTS.forEach(quadrant -> counts.put(
                quadrant,
                points.stream()
                        .filter(point -> quadrant.equals(point.quadrant()))
                        .count()));
        return chart(
                "points",
                        each(
                                points,
                                (index, point) -> PythonJson.object(
                                        "attempt_rate", 1 - point.rates().didNotTry(),
                                        "success_rate", point.rates().success(),
                                        "quadrant", point.quadrant())),
                "quadrant_counts", counts,
                "quadrant_thresholds", PythonJson.object("x", 0.5, "y", 0.5));
    }

    private Map<String, @Nullable Object> distribution() {
        Rates mean = Rates.mean(points.stream().map(Point::rates).toList());
        return chart(
                "distributions",
                        each(points, (index, point) -> {
                            Map<String, @Nullable Object> bar = point.rates().json();
                            bar.put("sort_key", point.rates().success());
                            return bar;
                        }),
                "summary",
                        PythonJson.object(
                                "avg_success", mean.success(),
                                "avg_failed", mean.failed(),
                                "avg_did_not_try", mean.didNotTry(),
                                "median_success", mean.success(),
                                "std_success", chance.between(0.0, 0.3)),
                "worst_performers", ids(0, 10),
                "best_performers", ids(10, points.size()));
    }

    private List<String> ids(int from, int to) {
        return points.subList(from, to).stream().map(Point::id).toList();
    }

    private Map<String, @Nullable Object> heatmap() {
        List<Map<String, @Nullable Object>> cells = IntStream.range(0, BINS * BINS)
                .mapToObj(cell -> cell(cell / BINS, cell % BINS))
                .toList();
        return chart(
                "x_axis",
                "digital_literacy",
                "y_axis",
                "trust_mean",
                "metric",
                "failed_rate",
                "bins",
                BINS,
                "cells",
                cells,
                "max_value",
                1.0,
                "min_value",
                0.0,
                "critical_cells",
                List.of(),
                "critical_threshold",
                0.7);
    }

    private Map<String, @Nullable Object> cell(int x, int y) {
        return PythonJson.object(
                "x_bin", bin(x),
                "y_bin", bin(y),
                "x_range", List.of(x / 5.0, (x + 1) / 5.0),
                "y_range", List.of(y / 5.0, (y + 1) / 5.0),
                "metric_value", chance.between(0.0, 1.0),
                "synth_count", x == y ? 4 : 0,
                "synth_ids", x == y ? ids(4 * x, 4 * x + 4) : List.of());
    }

    private static String bin(int number) {
        return PythonJson.number(number / 5.0) + "-" + PythonJson.number((number + 1) / 5.0);
    }

    private Map<String, @Nullable Object> scatter() {
        double correlation = chance.between(-1.0, 1.0);
        return chart(
                "x_axis", "capability_mean",
                "y_axis", "success_rate",
                "points",
                        each(
                                points,
                                (index, point) -> PythonJson.object(
                                        "x_value",
                                        point.traits().capability(),
                                        "y_value",
                                        point.rates().success())),
                "correlation",
                        PythonJson.object(
                                "pearson_r",
                                correlation,
                                "p_value",
                                tiny(),
                                "r_squared",
                                correlation * correlation,
                                "is_significant",
                                true,
                                "trend_slope",
                                chance.normal(),
                                "trend_intercept",
                                chance.normal()),
                "trendline",
                        List.of(
                                PythonJson.object("x", 0.0, "y", chance.normal()),
                                PythonJson.object("x", 1.0, "y", chance.normal())));
    }

    /** Returns a probability with far more leading zeros than digits, as real correlations have it. */
    private double tiny() {
        return chance.oneIn(5) ? 0.0 : StrictMath.pow(10, -chance.between(3.0, 300.0));
    }

    private Map<String, @Nullable Object> correlations() {
        List<Map<String, @Nullable Object>> rows = points.get(0).traits().all().keySet().stream()
                .map(attribute -> PythonJson.object(
                        "attribute",
                        attribute,
                        "attribute_label",
                        "Atributo: " + attribute.replace('_', ' '),
                        "correlation_attempt",
                        chance.between(-1.0, 1.0),
                        "correlation_success",
                        chance.between(-1.0, 1.0),
                        "p_value_attempt",
                        tiny(),
                        "p_value_success",
                        tiny(),
                        "is_significant_attempt",
                        true,
                        "is_significant_success",
                        false))
                .toList();
        return chart("correlations", rows);
    }

    private Map<String, @Nullable Object> clustering() {
        Map<String, @Nullable Object> assignments = new LinkedHashMap<>();
        IntStream.range(0, points.size())
                .forEach(index -> assignments.put(points.get(index).id(), index / 5));
        Map<String, @Nullable Object> chart = chart(
                "n_clusters", CLUSTERS.size(),
                "method", "kmeans",
                "features_used", List.copyOf(points.get(0).traits().latent().keySet()),
                "silhouette_score", chance.between(-0.2, 0.8),
                "inertia", chance.between(1.0, 90.0),
                "clusters",
                        IntStream.range(0, CLUSTERS.size())
                                .mapToObj(this::cluster)
                                .toList(),
                "synth_assignments", assignments,
                "elbow_data", List.of(PythonJson.object("k", 2, "inertia", 1e16, "silhouette", 0.25)),
                "recommended_k", null,
                "created_at", at.aware());
        chart.remove("total_synths");
        return chart;
    }

    private Map<String, @Nullable Object> cluster(int number) {
        Rates rates = Rates.any(chance);
        return PythonJson.object(
                "cluster_id", number,
                "size", 5,
                "percentage", 25.0,
                "centroid", points.get(5 * number).traits().latent(),
                "avg_success_rate", rates.success(),
                "avg_failed_rate", rates.failed(),
                "avg_did_not_try_rate", rates.didNotTry(),
                "high_traits", List.of("trust_mean"),
                "low_traits", List.of(),
                "suggested_label", CLUSTERS.get(number),
                "suggested_explanation", Phrases.prose(chance, 1),
                "synth_ids", ids(5 * number, 5 * number + 5));
    }

    private Map<String, @Nullable Object> principalComponents() {
        return chart(
                "points",
                        each(
                                points,
                                (index, point) -> PythonJson.object(
                                        "x", chance.normal(),
                                        "y", chance.normal(),
                                        "cluster_id", index / 5,
                                        "cluster_label", CLUSTERS.get(index / 5),
                                        "color", COLORS.get(index / 5))),
                "explained_variance", List.of(chance.between(0.3, 0.6), chance.between(0.1, 0.3)),
                "total_variance", chance.between(0.4, 0.9));
    }

    private Map<String, @Nullable Object> radar() {
        return chart(
                "clusters",
                        IntStream.range(0, CLUSTERS.size())
                                .mapToObj(this::radarCluster)
                                .toList(),
                "axis_labels", axisLabels(),
                "baseline", List.of(0.5, 0.5, 0.5, 0.5));
    }

    private Map<String, @Nullable Object> radarCluster(int number) {
        List<Map<String, @Nullable Object>> axes = new ArrayList<>();
        points.get(5 * number)
                .traits()
                .latent()
                .forEach((name, value) -> axes.add(PythonJson.object(
                        "name", name, "label", label(name), "value", value, "normalized", chance.thousandths())));
        return PythonJson.object(
                "cluster_id",
                number,
                "label",
                CLUSTERS.get(number),
                "explanation",
                "",
                "color",
                COLORS.get(number),
                "axes",
                axes,
                "success_rate",
                chance.thousandths());
    }

    private List<String> axisLabels() {
        return points.get(0).traits().latent().keySet().stream()
                .map(ChartDocuments::label)
                .toList();
    }

    private static String label(String trait) {
        return "Média de " + trait.replace('_', ' ');
    }

    private Map<String, @Nullable Object> extremeCases() {
        return chart(
                "worst_failures", cases("worst_failure", 0),
                "best_successes", cases("best_success", 5),
                "unexpected_cases", cases("unexpected", 10));
    }

    private List<Map<String, @Nullable Object>> cases(String category, int from) {
        return each(points.subList(from, from + 5), (index, point) -> {
            Map<String, @Nullable Object> one = PythonJson.object("synth_name", "", "category", category);
            one.putAll(point.rates().json());
            one.put("profile_summary", "High capability, low trust");
            one.put("interview_questions", List.of(question(), question()));
            one.putAll(point.traits().latent());
            return one;
        });
    }

    private String question() {
        return Phrases.question(chance, "o aplicativo");
    }

    private Map<String, @Nullable Object> outliers() {
        List<Point> odd = points.subList(0, 2);
        Map<String, @Nullable Object> chart =
                chart("method", "isolation_forest", "contamination", 0.1, "outliers", each(odd, (index, point) -> {
                    Map<String, @Nullable Object> one = PythonJson.object(
                            "outlier_type", "atypical_profile", "anomaly_score", -chance.thousandths());
                    one.putAll(point.rates().json());
                    one.put("explanation", "Success is far from similar synths");
                    one.putAll(point.traits().all());
                    return one;
                }));
        chart.put("n_outliers", odd.size());
        chart.put("features_used", List.copyOf(odd.get(0).traits().latent().keySet()));
        chart.put("outlier_percentage", 10.0);
        return chart;
    }

    private Map<String, @Nullable Object> importances() {
        Map<String, @Nullable Object> importances = new LinkedHashMap<>();
        List<String> features = List.copyOf(points.get(0).traits().observables().keySet());
        features.forEach(feature -> importances.put(feature, chance.between(0.0, 0.1)));
        Map<String, @Nullable Object> chart = chart("feature_importances", importances, "top_features", features);
        chart.put("model_score", chance.between(-0.1, 1.0));
        return chart;
    }

    private Map<String, @Nullable Object> insight(String chart) {
        return PythonJson.object(
                "analysis_id",
                analysisId,
                "chart_type",
                chart,
                "summary",
                Phrases.prose(chance, 5) + " 💡",
                "generation_timestamp",
                at.aware(),
                "status",
                "completed",
                "model",
                Vocabulary.MODELS.get(1));
    }

    private Map<String, @Nullable Object> executiveSummary() {
        Map<String, @Nullable Object> summary = PythonJson.object("analysis_id", analysisId);
        Stream.of("overview", "explainability", "segmentation", "edge_cases")
                .forEach(part -> summary.put(part, Phrases.prose(chance, 3)));
        summary.put("recommendations", List.of(Phrases.prose(chance, 1), Phrases.prose(chance, 1)));
        summary.put("included_chart_types", List.of("try_vs_success", "shap_summary", "outliers"));
        summary.put("generation_timestamp", at.aware());
        summary.put("status", "completed");
        summary.put("model", Vocabulary.MODELS.get(1));
        return summary;
    }

    /** A synth as the charts see it. */
    private record Point(String id, Traits traits, Rates rates) {
        String quadrant() {
            int tries = rates.didNotTry() < 0.5 ? 1 : 0;
            int wins = rates.success() >= 0.5 ? 2 : 0;
            return QUADRANTS.get(tries + wins);
        }
    }
}
