package io.synthlab.persistence.testkit.legacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rows of the screens before analyses existed: scorecards, simulations and what was derived from them. */
final class SimulationRows {
    private static final List<String> STATES =
            List.of("completed", "completed", "completed", "running", "failed", "pending");
    private static final List<String> INSIGHTS = List.of("executive_summary", "try_vs_success", "sankey", "tornado");
    private static final List<String> TRAITS =
            List.of("capability_mean", "trust_mean", "friction_tolerance_mean", "exploration_prob");
    private static final List<String> LOGGED = List.of("create_scorecard", "run_simulation", "analyze_region");
    private static final List<Double> DELTAS = List.of(-0.05, 0.05, -0.1, 0.1);

    private final Blueprint blueprint;
    private final int simulations;

    SimulationRows(Blueprint blueprint) {
        this.blueprint = blueprint;
        this.simulations = blueprint.sizes().simulations();
    }

    private String simulationId(int number) {
        return blueprint.id(IdKind.SIMULATION, number % simulations);
    }

    private String scorecardId(int number) {
        return blueprint.id(IdKind.SCORECARD, number % simulations);
    }

    Stream<Row> scorecards() {
        return blueprint.rows("feature_scorecards", simulations, this::scorecard);
    }

    private Row scorecard(int number, Chance chance, Moment at) {
        String id = scorecardId(number);
        String experiment = number % 3 == 0
                ? null
                : blueprint.experimentId(number % blueprint.sizes().completed());
        String product = ExperimentRows.product(number);
        return new Row()
                .set("id", id)
                .set("experiment_id", experiment)
                .set("data", PythonJson.ascii(Scorecards.ofSimulation(chance, id, experiment, product, at)))
                .set("created_at", at.aware())
                .set("updated_at", number % 2 == 0 ? null : at.plusMinutes(9).aware());
    }

    Stream<Row> simulations() {
        return blueprint.rows("simulation_runs", simulations, this::simulation);
    }

    private Row simulation(int number, Chance chance, Moment at) {
        String state = STATES.get(number % STATES.size());
        boolean completed = state.equals("completed");
        String rates = PythonJson.ascii(Rates.any(chance).simulationJson());
        String config = PythonJson.ascii(new JsonObject()
                .set("n_synths", 500)
                .set("n_executions", 100)
                .set("sigma", 0.1)
                .set("seed", null));
        return new Row()
                .set("id", simulationId(number))
                .set("scorecard_id", scorecardId(number))
                .set("scenario_id", Vocabulary.SCENARIOS.get(number % 3))
                .set("config", config)
                .set("status", state)
                .set("started_at", at.aware())
                .set("completed_at", completed ? at.plusMinutes(2).aware() : null)
                .set("total_synths", completed ? 500 : 0)
                .set("aggregated_outcomes", completed ? rates : null)
                .set("execution_time_seconds", completed ? chance.between(1.0, 60.0) : null);
    }

    Stream<Row> regions() {
        return blueprint.rows("region_analyses", simulations * Sizes.REGIONS_PER_SIMULATION, this::region);
    }

    private Row region(int number, Chance chance, Moment at) {
        List<JsonObject> rules = IntStream.range(0, number % 3)
                .mapToObj(index -> new JsonObject()
                        .set("attribute", TRAITS.get((number + index) % TRAITS.size()))
                        .set("operator", chance.oneIn(2) ? "<=" : ">")
                        .set("threshold", chance.thousandths()))
                .toList();
        double percentage = chance.between(1.0, 60.0);
        Row row = new Row()
                .set("id", blueprint.id(IdKind.REGION, number))
                .set("simulation_id", simulationId(number))
                .set("rules", PythonJson.ascii(rules))
                .set("rule_text", ruleText(rules))
                .set("synth_count", (int) (5 * percentage))
                .set("synth_percentage", percentage)
                .set("failure_delta", 0.2 * chance.normal());
        return Rates.any(chance).fill(row);
    }

    private static String ruleText(List<JsonObject> rules) {
        String text = rules.stream()
                .map(rule -> rule.get("attribute") + " " + rule.get("operator") + " " + rule.get("threshold"))
                .collect(Collectors.joining(" AND "));
        return rules.isEmpty() ? "No rules" : text;
    }

    Stream<Row> sensitivities() {
        return blueprint.rows("sensitivity_results", simulations, this::sensitivity);
    }

    private Row sensitivity(int number, Chance chance, Moment at) {
        List<JsonObject> dimensions = dimensions(chance);
        return new Row()
                .set("id", longId(IdKind.SENSITIVITY, number))
                .set("simulation_id", simulationId(number))
                .set("analyzed_at", at.aware())
                .set("deltas_used", "[0.05, 0.1]")
                .set("baseline_success", chance.between(0.0, 1.0))
                .set("most_sensitive_dimension", dimensions.get(0).get("dimension"))
                .set("dimensions", PythonJson.ascii(dimensions))
                .set("created_at", at.sqlite());
    }

    /** Returns the four dimensions, the most sensitive one first. */
    private static List<JsonObject> dimensions(Chance chance) {
        List<Double> indexes = Stream.generate(() -> 2 * chance.thousandths())
                .limit(Vocabulary.DIMENSIONS.size())
                .sorted(Comparator.reverseOrder())
                .toList();
        List<JsonObject> dimensions = new ArrayList<>();
        for (String dimension : chance.sample(Vocabulary.DIMENSIONS, Vocabulary.DIMENSIONS.size())) {
            int rank = dimensions.size() + 1;
            dimensions.add(new JsonObject()
                    .set("dimension", dimension)
                    .set("baseline_value", chance.thousandths())
                    .set("deltas_tested", DELTAS)
                    .set("outcomes_by_delta", outcomesByDelta(chance))
                    .set("sensitivity_index", indexes.get(rank - 1))
                    .set("rank", rank));
        }
        return dimensions;
    }

    private static JsonObject outcomesByDelta(Chance chance) {
        JsonObject outcomes = new JsonObject();
        DELTAS.forEach(delta ->
                outcomes.set(PythonJson.number(delta), Rates.any(chance).simulationJson()));
        return outcomes;
    }

    Stream<Row> insights() {
        return blueprint.rows("chart_insights", simulations * Sizes.INSIGHTS_PER_SIMULATION, this::insight);
    }

    /** The owner is a simulation, or an analysis for every other one. */
    private Row insight(int number, Chance chance, Moment at) {
        String kind = INSIGHTS.get(number / simulations);
        int owner = number % simulations;
        String ownerId = owner % 2 == 0
                ? simulationId(owner)
                : blueprint.analysisId(owner % blueprint.sizes().completed());
        JsonObject document = kind.equals("executive_summary")
                ? new JsonObject().set("executive_summary", Phrases.prose(chance, 6))
                : caption(chance, ownerId, kind);
        document.set("generated_at", at.aware());
        return new Row()
                .set("id", longId(IdKind.INSIGHT, number))
                .set("simulation_id", ownerId)
                .set("insight_type", kind)
                .set("response_json", PythonJson.ascii(document))
                .set("created_at", at.aware())
                .set("updated_at", at.aware());
    }

    private static JsonObject caption(Chance chance, String ownerId, String kind) {
        return new JsonObject()
                .set("simulation_id", ownerId)
                .set("chart_type", kind)
                .set("caption", Phrases.prose(chance, 1))
                .set("explanation", Phrases.prose(chance, 4))
                .set("evidence", List.of(Phrases.prose(chance, 1)))
                .set("recommendation", null)
                .set("confidence", chance.thousandths());
    }

    /** Returns an id with twelve hexadecimal digits. */
    private String longId(IdKind kind, int number) {
        return blueprint.id(kind, number) + blueprint.id(IdKind.CODE, number).substring(0, 4);
    }

    Stream<Row> log() {
        return blueprint.rows("assumption_log", blueprint.sizes().logEntries(), this::logEntry);
    }

    private Row logEntry(int number, Chance chance, Moment at) {
        return new Row()
                .set("id", blueprint.id(IdKind.LOG_ENTRY, number))
                .set("timestamp", at.aware())
                .set("action", LOGGED.get(number % LOGGED.size()))
                .set("scorecard_id", scorecardId(number))
                .set("simulation_id", number % 3 == 0 ? null : simulationId(number))
                .set("data", number % 2 == 0 ? null : PythonJson.ascii(new JsonObject().set("nota", "revisão nº 2")))
                .set("user", "analista-" + chance.between(1, 3));
    }
}
