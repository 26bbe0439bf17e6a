package io.synthlab.persistence.testkit.legacy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows of explorations and their trees of scenarios. The last exploration is one chain. */
final class ExplorationRows {
    /** Nodes of the chain, far more than the original's own limit of ten levels. */
    static final int CHAIN_NODES = 120;

    private static final int FEWEST_NODES = 24;
    private static final int MOST_NODES = 36;
    private static final int DEEPEST = 5;
    private static final int BEAM = 6;
    private static final int IDS_PER_EXPLORATION = 1000;
    private static final List<String> STATES =
            List.of("running", "goal_achieved", "depth_limit_reached", "cost_limit_reached", "no_viable_paths");
    private static final List<String> NODE_STATES = List.of("active", "active", "dominated", "expansion_failed");

    private final Blueprint blueprint;

    ExplorationRows(Blueprint blueprint) {
        this.blueprint = blueprint;
    }

    Stream<Row> explorations() {
        return blueprint.rows("explorations", blueprint.sizes().explorations(), this::exploration);
    }

    private Row exploration(int number, Chance chance, Moment at) {
        List<Place> tree = tree(number);
        int experiment = number % blueprint.sizes().completed();
        String state = STATES.get(number % STATES.size());
        return new Row()
                .set("id", blueprint.id(IdKind.EXPLORATION, number))
                .set("experiment_id", blueprint.experimentId(experiment))
                .set("baseline_analysis_id", blueprint.analysisId(experiment))
                .set("goal", goal(chance))
                .set("config", config(number))
                .set("status", state)
                .set("current_depth", tree.stream().mapToInt(Place::depth).max().orElse(0))
                .set("total_nodes", tree.size())
                .set("total_llm_calls", tree.size() / 2)
                .set("best_success_rate", number % 4 == 0 ? null : chance.between(0.0, 1.0))
                .set("started_at", at.aware())
                .set(
                        "completed_at",
                        state.equals("running") ? null : at.plusMinutes(200).aware());
    }

    private static String goal(Chance chance) {
        double value = chance.pick(List.of(0.4, 0.55, 1.0));
        return PythonJson.ascii(new JsonObject()
                .set("metric", "success_rate")
                .set("operator", ">=")
                .set("value", value));
    }

    private static String config(int number) {
        return PythonJson.ascii(new JsonObject()
                .set("beam_width", 3)
                .set("max_depth", DEEPEST)
                .set("max_llm_calls", 20)
                .set("n_executions", 100)
                .set("sigma", 0.1)
                .set("seed", number % 2 == 0 ? null : 42));
    }

    Stream<Row> nodes() {
        return IntStream.range(0, blueprint.sizes().explorations()).boxed().flatMap(this::nodes);
    }

    /** Parents come first, except in the chain: there children do, as a restored dump may have it. */
    private Stream<Row> nodes(int exploration) {
        Chance chance = blueprint.chance("scenario_nodes", exploration);
        Moment at = blueprint.moment(chance, exploration, blueprint.sizes().explorations());
        List<Row> nodes = new ArrayList<>();
        for (Place place : tree(exploration)) {
            nodes.add(node(exploration, place, chance, at));
        }
        if (isChain(exploration)) {
            Collections.reverse(nodes);
        }
        return nodes.stream();
    }

    private boolean isChain(int exploration) {
        return exploration == blueprint.sizes().explorations() - 1;
    }

    private Row node(int exploration, Place place, Chance chance, Moment at) {
        Vocabulary.Action action = place.parent() == null ? null : chance.pick(Vocabulary.ACTIONS);
        String state = state(exploration, place, chance);
        String results = PythonJson.ascii(Rates.any(chance).nodeJson());
        return new Row()
                .set("id", nodeId(exploration, place.index()))
                .set("exploration_id", blueprint.id(IdKind.EXPLORATION, exploration))
                .set("parent_id", place.parent() == null ? null : nodeId(exploration, place.parent()))
                .set("depth", place.depth())
                .set("action_applied", action == null ? null : action.text())
                .set("action_category", action == null ? null : action.category())
                .set("short_action", action == null ? null : action.label())
                .set("rationale", action == null ? null : Phrases.prose(chance, 1))
                .set("scorecard_params", PythonJson.ascii(Scorecards.scores(chance)))
                .set("simulation_results", state.equals("expansion_failed") ? null : results)
                .set("execution_time_seconds", chance.between(0.0, 9.0))
                .set("node_status", state)
                .set("created_at", at.plusMinutes(place.index()).aware());
    }

    private String nodeId(int exploration, int index) {
        return blueprint.id(IdKind.NODE, exploration * IDS_PER_EXPLORATION + index);
    }

    /** A reached goal has one winner. */
    private static String state(int exploration, Place place, Chance chance) {
        boolean winner = exploration % STATES.size() == 1 && place.index() == FEWEST_NODES - 1;
        return winner ? "winner" : chance.pick(NODE_STATES);
    }

    /** Returns where each node stands, parents first; the same for both tables. */
    private List<Place> tree(int exploration) {
        Chance chance = blueprint.chance("tree", exploration);
        boolean chain = isChain(exploration);
        int size = chain ? CHAIN_NODES : chance.between(FEWEST_NODES, MOST_NODES);
        List<Place> places = new ArrayList<>();
        places.add(new Place(0, null, 0));
        while (places.size() < size) {
            Place parent = chain ? places.get(places.size() - 1) : chance.pick(expandable(places));
            places.add(new Place(places.size(), parent.index(), parent.depth() + 1));
        }
        return places;
    }

    private static List<Place> expandable(List<Place> places) {
        List<Place> shallow =
                places.stream().filter(place -> place.depth() < DEEPEST).toList();
        return shallow.subList(Math.max(0, shallow.size() - BEAM), shallow.size());
    }

    /**
     * Where a node stands in its tree.
     *
     * @param parent index of the parent, {@code null} for the root
     */
    private record Place(int index, @Nullable Integer parent, int depth) {}
}
