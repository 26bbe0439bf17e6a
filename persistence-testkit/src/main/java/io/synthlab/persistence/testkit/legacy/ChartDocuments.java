package io.synthlab.persistence.testkit.legacy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The documents that were cached with an analysis, in the original's shapes. */
final class ChartDocuments {
    private static final int BINS = 5;
    private static final int CASES = 5;
    private static final int OUTLIERS = 2;
    private static final List<String> QUADRANTS = List.of("low_value", "usability_issue", "discovery_issue", "ok");

    private final ChartPopulation population;
    private final Chance chance;
    private final Moment at;

    ChartDocuments(ChartPopulation population, Chance chance, Moment at) {
        this.population = population;
        this.chance = chance;
        this.at = at;
    }

    /** Returns the fifteen documents by cache key. */
    Map<String, JsonObject> all() {
        ClusterCharts clusters = new ClusterCharts(population, chance, at);
        Map<String, JsonObject> charts = new LinkedHashMap<>();
        charts.put("try_vs_success", tryVersusSuccess());
        charts.put("distribution", distribution());
        charts.put("heatmap", heatmap());
        charts.put("scatter", scatter());
        charts.put("correlations", correlations());
        charts.put("clustering_k4", clusters.clustering());
        charts.put("pca_scatter", clusters.principalComponents());
        charts.put("radar_comparison", clusters.radar());
        charts.put("extreme_cases", extremeCases());
        charts.put("outliers", outliers());
        charts.put("shap_summary", importances());
        charts.put("insight_try_vs_success", insight("try_vs_success"));
        charts.put("insight_shap_summary", insight("shap_summary"));
        charts.put("insight_outliers", insight("outliers"));
        charts.put("executive_summary", executiveSummary());
        return charts;
    }

    private JsonObject tryVersusSuccess() {
        List<String> found = population.points().stream()
                .map(ChartPopulation.Point::quadrant)
                .toList();
        JsonObject counts = new JsonObject();
        for (String quadrant : QUADRANTS) {
            counts.set(quadrant, found.stream().filter(quadrant::equals).count());
        }
        return population
                .chart()
                .set("points", population.each(ChartDocuments::attempt))
                .set("quadrant_counts", counts)
                .set("quadrant_thresholds", point(0.5, 0.5))
                .set("total_synths", population.size());
    }

    private static JsonObject attempt(ChartPopulation.Point point) {
        return point.json()
                .set("attempt_rate", 1 - point.rates().didNotTry())
                .set("success_rate", point.rates().success())
                .set("quadrant", point.quadrant());
    }

    private static JsonObject point(double x, double y) {
        return new JsonObject().set("x", x).set("y", y);
    }

    private JsonObject distribution() {
        Rates mean = Rates.mean(
                population.points().stream().map(ChartPopulation.Point::rates).toList());
        JsonObject summary = new JsonObject()
                .set("avg_success", mean.success())
                .set("avg_failed", mean.failed())
                .set("avg_did_not_try", mean.didNotTry())
                .set("median_success", mean.success())
                .set("std_success", chance.between(0.0, 0.3));
        return population
                .chart()
                .set("distributions", population.each(ChartDocuments::bar))
                .set("summary", summary)
                .set("worst_performers", population.ids(0, 10))
                .set("best_performers", population.ids(10, 20))
                .set("total_synths", population.size());
    }

    private static JsonObject bar(ChartPopulation.Point point) {
        return point.json()
                .setAll(point.rates().json())
                .set("sort_key", point.rates().success());
    }

    private JsonObject heatmap() {
        List<JsonObject> cells = IntStream.range(0, BINS * BINS)
                .mapToObj(cell -> cell(cell / BINS, cell % BINS))
                .toList();
        return population
                .chart()
                .set("x_axis", "digital_literacy")
                .set("y_axis", "trust_mean")
                .set("metric", "failed_rate")
                .set("bins", BINS)
                .set("cells", cells)
                .set("max_value", 1.0)
                .set("min_value", 0.0)
                .set("critical_cells", List.of())
                .set("critical_threshold", 0.7);
    }

    /** All synths stand on the diagonal. */
    private JsonObject cell(int x, int y) {
        int perBin = population.size() / BINS;
        List<String> ids = x == y ? population.ids(x * perBin, (x + 1) * perBin) : List.of();
        return new JsonObject()
                .set("x_bin", bin(x))
                .set("y_bin", bin(y))
                .set("x_range", List.of(edge(x), edge(x + 1)))
                .set("y_range", List.of(edge(y), edge(y + 1)))
                .set("metric_value", chance.between(0.0, 1.0))
                .set("synth_count", ids.size())
                .set("synth_ids", ids);
    }

    private static String bin(int number) {
        return PythonJson.number(edge(number)) + "-" + PythonJson.number(edge(number + 1));
    }

    private static double edge(int number) {
        return (double) number / BINS;
    }

    private JsonObject scatter() {
        double correlation = chance.between(-1.0, 1.0);
        JsonObject trend = new JsonObject()
                .set("pearson_r", correlation)
                .set("p_value", tiny())
                .set("r_squared", correlation * correlation)
                .set("is_significant", true)
                .set("trend_slope", chance.normal())
                .set("trend_intercept", chance.normal());
        return population
                .chart()
                .set("x_axis", "capability_mean")
                .set("y_axis", "success_rate")
                .set(
                        "points",
                        population.each(point -> point.json()
                                .set("x_value", point.traits().capability())
                                .set("y_value", point.rates().success())))
                .set("correlation", trend)
                .set("trendline", List.of(point(0, chance.normal()), point(1, chance.normal())));
    }

    /** Returns a probability with far more leading zeros than digits, as real correlations have it. */
    private double tiny() {
        return chance.oneIn(5) ? 0.0 : StrictMath.pow(10, -chance.between(3.0, 300.0));
    }

    private JsonObject correlations() {
        List<JsonObject> correlations = population.points().get(0).traits().all().names().stream()
                .map(this::correlation)
                .toList();
        return population.chart().set("correlations", correlations).set("total_synths", population.size());
    }

    private JsonObject correlation(String attribute) {
        return new JsonObject()
                .set("attribute", attribute)
                .set("attribute_label", "Atributo: " + attribute.replace('_', ' '))
                .set("correlation_attempt", chance.between(-1.0, 1.0))
                .set("correlation_success", chance.between(-1.0, 1.0))
                .set("p_value_attempt", tiny())
                .set("p_value_success", tiny())
                .set("is_significant_attempt", true)
                .set("is_significant_success", false);
    }

    private JsonObject extremeCases() {
        return population
                .chart()
                .set("worst_failures", cases("worst_failure", 0))
                .set("best_successes", cases("best_success", CASES))
                .set("unexpected_cases", cases("unexpected", 2 * CASES))
                .set("total_synths", population.size());
    }

    private List<JsonObject> cases(String category, int from) {
        return population.points().subList(from, from + CASES).stream()
                .map(point -> point.json()
                        .set("synth_name", "")
                        .set("category", category)
                        .setAll(point.rates().json())
                        .set("profile_summary", "High capability, low trust")
                        .set("interview_questions", List.of(question(), question()))
                        .setAll(point.traits().latent()))
                .toList();
    }

    private String question() {
        return Phrases.question(chance, Vocabulary.SERVICE);
    }

    private JsonObject outliers() {
        List<JsonObject> outliers = population.points().subList(0, OUTLIERS).stream()
                .map(point -> point.json()
                        .set("outlier_type", "atypical_profile")
                        .set("anomaly_score", -chance.between(0.01, 0.3))
                        .setAll(point.rates().json())
                        .set("explanation", "Success is far from similar synths")
                        .setAll(point.traits().all()))
                .toList();
        return population
                .chart()
                .set("method", "isolation_forest")
                .set("contamination", 0.1)
                .set("outliers", outliers)
                .set("total_synths", population.size())
                .set("n_outliers", OUTLIERS)
                .set(
                        "features_used",
                        population.points().get(0).traits().latent().names())
                .set("outlier_percentage", 100.0 * OUTLIERS / population.size());
    }

    private JsonObject importances() {
        JsonObject importances = new JsonObject();
        List<String> features =
                population.points().get(0).traits().observables().names();
        features.forEach(feature -> importances.set(feature, chance.between(0.0, 0.1)));
        return population
                .chart()
                .set("feature_importances", importances)
                .set("top_features", features)
                .set("total_synths", population.size())
                .set("model_score", chance.between(-0.1, 1.0));
    }

    private JsonObject insight(String chart) {
        return new JsonObject()
                .set("analysis_id", population.analysisId())
                .set("chart_type", chart)
                .set("summary", Phrases.prose(chance, 5) + " 💡")
                .set("generation_timestamp", at.aware())
                .set("status", "completed")
                .set("model", Vocabulary.MODELS.get(1));
    }

    private JsonObject executiveSummary() {
        JsonObject summary = new JsonObject().set("analysis_id", population.analysisId());
        Stream.of("overview", "explainability", "segmentation", "edge_cases")
                .forEach(part -> summary.set(part, Phrases.prose(chance, 3)));
        return summary.set("recommendations", List.of(Phrases.prose(chance, 1), Phrases.prose(chance, 1)))
                .set("included_chart_types", List.of("try_vs_success", "shap_summary", "outliers"))
                .set("generation_timestamp", at.aware())
                .set("status", "completed")
                .set("model", Vocabulary.MODELS.get(1));
    }
}
