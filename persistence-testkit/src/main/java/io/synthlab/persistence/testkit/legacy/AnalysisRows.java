package io.synthlab.persistence.testkit.legacy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows of analyses, their outcomes and their cached charts. */
final class AnalysisRows {
    /** Outcomes of a placeholder experiment have no id, those of every sixth analysis a short one. */
    private static final int SHORT_IDS_EVERY = 6;

    private static final int IDS_PER_ANALYSIS = 1000;

    private final Blueprint blueprint;

    AnalysisRows(Blueprint blueprint) {
        this.blueprint = blueprint;
    }

    /** One analysis per experiment, except for the first draft. */
    Stream<Row> analyses() {
        Sizes sizes = blueprint.sizes();
        return blueprint
                .rows("analysis_runs", sizes.experiments(), this::analysis)
                .filter(row -> !blueprint.analysisId(sizes.analysed()).equals(row.get("id")));
    }

    private Row analysis(int number, Chance chance, Moment at) {
        String status = status(number);
        boolean completed = status.equals("completed");
        boolean ended = completed || status.equals("failed");
        List<Rates> rates = number < blueprint.sizes().analysed() ? rates(number) : List.of();
        return new Row()
                .set("id", blueprint.analysisId(number))
                .set("experiment_id", blueprint.experimentId(number))
                .set("scenario_id", Vocabulary.SCENARIOS.get(number % 3))
                .set("config", config(number))
                .set("status", status)
                .set("started_at", at.aware())
                .set("completed_at", ended ? at.plusMinutes(3).aware() : null)
                .set("total_synths", rates.size())
                .set(
                        "aggregated_outcomes",
                        completed ? PythonJson.ascii(Rates.mean(rates).json()) : null)
                .set("execution_time_seconds", ended ? chance.between(0.4, 90) : null);
    }

    private String status(int number) {
        Sizes sizes = blueprint.sizes();
        if (number < sizes.analysed()) {
            return sizes.isPlaceholder(number) ? "running" : "completed";
        }
        return number == sizes.analysed() + 1 ? "pending" : "failed";
    }

    private static String config(int number) {
        return PythonJson.ascii(new JsonObject()
                .set("n_synths", Sizes.OUTCOMES_PER_ANALYSIS)
                .set("n_executions", Blueprint.executions(number))
                .set("sigma", 0.05)
                .set("seed", number % 2 == 0 ? null : number));
    }

    private List<Rates> rates(int experiment) {
        return blueprint.population(experiment).stream()
                .map(synth -> blueprint.rates(experiment, synth))
                .toList();
    }

    Stream<Row> outcomes() {
        return IntStream.range(0, blueprint.sizes().analysed()).boxed().flatMap(this::outcomes);
    }

    private Stream<Row> outcomes(int experiment) {
        List<Integer> synths = blueprint.population(experiment);
        return IntStream.range(0, synths.size()).mapToObj(index -> outcome(experiment, index, synths.get(index)));
    }

    private Row outcome(int experiment, int index, int synth) {
        Row row = new Row()
                .set("id", outcomeId(experiment, index, synth))
                .set("analysis_id", blueprint.analysisId(experiment))
                .set("synth_id", blueprint.synthId(synth))
                .set("synth_attributes", blueprint.traits(synth).json());
        return blueprint.rates(experiment, synth).fill(row);
    }

    private @Nullable String outcomeId(int experiment, int index, int synth) {
        if (blueprint.sizes().isPlaceholder(experiment)) {
            return null;
        }
        return experiment % SHORT_IDS_EVERY == 2
                ? blueprint.id(IdKind.OUTCOME, experiment * IDS_PER_ANALYSIS + index)
                : blueprint.analysisId(experiment) + "_" + blueprint.synthId(synth);
    }

    Stream<Row> cache() {
        int total = blueprint.sizes().completed();
        return IntStream.range(0, total).boxed().flatMap(number -> cache(number, total));
    }

    private Stream<Row> cache(int experiment, int total) {
        Chance chance = blueprint.chance("analysis_cache", experiment);
        Moment at = blueprint.moment(chance, experiment, total);
        Map<String, JsonObject> charts =
                new ChartDocuments(ChartPopulation.of(blueprint, experiment), chance, at).all();
        return charts.entrySet().stream()
                .map(chart -> new Row()
                        .set("analysis_id", blueprint.analysisId(experiment))
                        .set("cache_key", chart.getKey())
                        .set("data", PythonJson.ascii(chart.getValue()))
                        .set(
                                "params",
                                chart.getKey().equals("heatmap") ? "{\"bins\": 5, \"metric\": \"failed_rate\"}" : null)
                        .set("computed_at", at.aware()));
    }
}
