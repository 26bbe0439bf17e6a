package io.synthlab.persistence.testkit.contract;

import static io.synthlab.persistence.testkit.contract.Refusals.assertInvalid;
import static io.synthlab.persistence.testkit.fixture.ScenarioRows.E;
import static io.synthlab.persistence.testkit.fixture.ScenarioRows.N2;
import static io.synthlab.persistence.testkit.fixture.ScenarioRows.PARAMS;
import static io.synthlab.persistence.testkit.fixture.ScenarioRows.ROOT;
import static io.synthlab.persistence.testkit.fixture.StudyRows.A;
import static io.synthlab.persistence.testkit.fixture.StudyRows.T0;
import static io.synthlab.persistence.testkit.fixture.StudyRows.X;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.synthlab.persistence.exploration.Exploration;
import io.synthlab.persistence.exploration.ExplorationConfig;
import io.synthlab.persistence.exploration.ExplorationStatus;
import io.synthlab.persistence.exploration.Goal;
import io.synthlab.persistence.exploration.NodeStatus;
import io.synthlab.persistence.exploration.ScenarioNode;
import io.synthlab.persistence.exploration.ScorecardParams;
import io.synthlab.persistence.exploration.SimulationResults;
import io.synthlab.persistence.testkit.fixture.ScenarioRows;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules of explorations and their nodes: what breaks one never reaches the database. */
public abstract class ScenarioRulesContract extends ContractBase {
    private static final String TWO_UNITS = "\uD83D\uDE00";

    /** For the cells. */
    protected ScenarioRulesContract() {}

    @BeforeEach
    void insertExplorations() {
        new ScenarioRows(database()).explorations();
        explorations().createNode(ROOT);
    }

    private static ScenarioNode node(@Nullable String parentId, int depth, @Nullable String action) {
        return new ScenarioNode(
                ScenarioNode.newId(),
                E,
                parentId,
                depth,
                action,
                null,
                null,
                null,
                PARAMS,
                null,
                null,
                NodeStatus.ACTIVE,
                T0);
    }

    private static ScenarioNode texts(
            @Nullable String action, @Nullable String category, @Nullable String rationale, @Nullable String label) {
        return new ScenarioNode(
                ScenarioNode.newId(),
                E,
                ROOT.id(),
                1,
                action,
                category,
                rationale,
                label,
                PARAMS,
                null,
                null,
                NodeStatus.ACTIVE,
                T0);
    }

    private void assertAccepted(ScenarioNode node) {
        explorations().createNode(node);
        assertEquals(Optional.of(node), explorations().findNodeById(node.id()));
    }

    private void assertRefused(String field, ScenarioNode node) {
        assertInvalid(field, () -> explorations().createNode(node));
        assertEquals(Optional.empty(), explorations().findNodeById(node.id()));
    }

    @ContractCase("R2-89")
    void given_depth_parent_and_action_when_a_node_is_created_then_a_root_has_neither() {
        assertRefused("scenario_nodes.parent_id", node(ROOT.id(), 0, null));
        assertRefused("scenario_nodes.action_applied", node(null, 0, "one tap"));
        assertRefused("scenario_nodes.parent_id", node(null, 1, null));
        assertRefused("scenario_nodes.depth", node(ROOT.id(), -1, null));
        assertAccepted(ScenarioNode.root(ScenarioNode.newId(), E, PARAMS, T0).withAction(null, "flow", "why", null));
        assertAccepted(node(ROOT.id(), 2, null));
    }

    @ContractCase("R2-90")
    void given_texts_when_a_node_is_created_then_their_characters_are_counted() {
        assertAccepted(texts("é".repeat(500), null, null, null));
        assertRefused("scenario_nodes.action_applied", texts("é".repeat(501), null, null, null));
        assertAccepted(texts(TWO_UNITS.repeat(500), "x".repeat(5_000), "é".repeat(200), TWO_UNITS.repeat(30)));
        assertRefused("scenario_nodes.rationale", texts(null, null, "x".repeat(201), null));
        assertRefused("scenario_nodes.short_action", texts(null, null, null, "x".repeat(31)));
    }

    @Test
    void given_unstorable_text_when_a_node_is_created_then_it_is_refused() {
        for (String bad : List.of("a\u0000b", "\uD83D", "\uDE00\uD83D")) {
            assertRefused("scenario_nodes.action_applied", texts(bad, null, null, null));
            assertRefused("scenario_nodes.action_category", texts(null, bad, null, null));
            assertRefused("scenario_nodes.rationale", texts(null, null, bad, null));
            assertRefused("scenario_nodes.short_action", texts(null, null, null, bad));
        }
    }

    /** In doubles 0.5 + 0.3 + 0.21 and 0.5 + 0.3 + 0.19 are a little more than 0.01 away from 1. */
    @ContractCase("R2-91")
    void given_rates_when_results_are_written_then_their_sum_is_1_within_a_hundredth() {
        for (double rest : List.of(0.2, 0.209)) {
            SimulationResults results = SimulationResults.of(0.5, 0.3, rest);
            explorations().updateNodeSimulation(ROOT.id(), results, 1.0);
            assertEquals(
                    results,
                    explorations().findNodeById(ROOT.id()).orElseThrow().simulationResults());
        }
        ScenarioNode before = explorations().findNodeById(ROOT.id()).orElseThrow();
        for (double rest : List.of(0.21, 0.19, 0.3)) {
            assertInvalid("simulation_results", () -> SimulationResults.of(0.5, 0.3, rest));
            assertResultsRefused("simulation_results", new SimulationResults(0.5, 0.3, rest));
        }
        assertResultsRefused("success_rate", new SimulationResults(Double.NaN, 0.5, 0.5));
        assertResultsRefused("fail_rate", new SimulationResults(1.0, Double.NEGATIVE_INFINITY, 0));
        assertResultsRefused("did_not_try_rate", new SimulationResults(0.5, 0.5, -0.001));
        assertEquals(Optional.of(before), explorations().findNodeById(ROOT.id()));
    }

    private void assertResultsRefused(String field, SimulationResults results) {
        ScenarioNode child = node(ROOT.id(), 1, null);
        ScenarioNode simulated = new ScenarioNode(
                child.id(), E, ROOT.id(), 1, null, null, null, null, PARAMS, results, null, child.status(), T0);
        assertInvalid(field, () -> explorations().updateNodeSimulation(ROOT.id(), results, 1.0));
        assertInvalid(field, () -> explorations().updateNode(simulated));
        assertRefused(field, simulated);
    }

    @ContractCase("R2-92")
    void given_goals_and_limits_when_an_exploration_is_created_then_the_bounds_belong_to_the_range() {
        assertConfigRefused("beam_width", new ExplorationConfig(0, 5, 20, 100, 0.1, null));
        assertConfigRefused("beam_width", new ExplorationConfig(11, 5, 20, 100, 0.1, null));
        assertConfigRefused("max_depth", new ExplorationConfig(3, 11, 20, 100, 0.1, null));
        assertConfigRefused("max_depth", new ExplorationConfig(3, 0, 20, 100, 0.1, null));
        assertConfigRefused("max_llm_calls", new ExplorationConfig(3, 5, 101, 100, 0.1, null));
        assertConfigRefused("max_llm_calls", new ExplorationConfig(3, 5, 0, 100, 0.1, null));
        assertConfigRefused("n_executions", new ExplorationConfig(3, 5, 20, 9, 0.1, null));
        assertConfigRefused("n_executions", new ExplorationConfig(3, 5, 20, 1_001, 0.1, null));
        for (double sigma : List.of(0.51, -0.01, Double.NaN, Double.POSITIVE_INFINITY)) {
            assertConfigRefused("sigma", new ExplorationConfig(3, 5, 20, 100, sigma, null));
        }
        for (double value : List.of(1.1, -0.1, Double.NaN)) {
            assertExplorationRefused("goal.value", exploration(new Goal("success_rate", ">=", value)));
        }
        assertExplorationAccepted(1.0, new ExplorationConfig(1, 1, 1, 10, 0, Long.MIN_VALUE));
        assertExplorationAccepted(0.0, new ExplorationConfig(10, 10, 100, 1_000, 0.5, Long.MAX_VALUE));
    }

    private static Exploration exploration(Goal goal) {
        return exploration(Exploration.newId(), X, A, goal, ExplorationConfig.DEFAULTS);
    }

    private static Exploration exploration(
            String id, String experimentId, String analysisId, Goal goal, ExplorationConfig config) {
        return new Exploration(
                id, experimentId, analysisId, goal, config, ExplorationStatus.RUNNING, 0, 0, 0, null, T0, null);
    }

    private void assertConfigRefused(String key, ExplorationConfig config) {
        assertExplorationRefused("config." + key, exploration(Exploration.newId(), X, A, Goal.of(0.4), config));
    }

    private void assertExplorationRefused(String field, Exploration exploration) {
        assertInvalid(field, () -> explorations().createExploration(exploration));
        assertInvalid(field, () -> explorations().updateExploration(exploration));
        assertEquals(2, rows().count("explorations"));
    }

    private void assertExplorationAccepted(double goal, ExplorationConfig config) {
        Exploration exploration = exploration(Exploration.newId(), X, A, Goal.of(goal), config);
        explorations().createExploration(exploration);
        assertEquals(Optional.of(exploration), explorations().findExplorationById(exploration.id()));
    }

    @ContractCase("R2-93")
    void given_ids_metric_or_operator_of_another_form_when_created_then_they_are_refused() {
        Goal goal = Goal.of(0.4);
        ExplorationConfig config = ExplorationConfig.DEFAULTS;
        for (String id : List.of("expl_ABCDEF12", "expl_1234567", "expl_12345678\n", "")) {
            assertExplorationRefused("explorations.id", exploration(id, X, A, goal, config));
            assertInvalid("scenario_nodes.exploration_id", () -> ScenarioNode.root("node_0000000f", id, PARAMS, T0));
        }
        String id = Exploration.newId();
        assertExplorationRefused("experiment_id", exploration(id, X + "\n", A, goal, config));
        assertExplorationRefused("baseline_analysis_id", exploration(id, X, "ana_1234567", goal, config));
        assertExplorationRefused("goal.metric", exploration(new Goal("x", ">=", 0.4)));
        assertExplorationRefused("goal.operator", exploration(new Goal("success_rate", ">", 0.4)));
        assertRefused("scenario_nodes.parent_id", node(ROOT.id() + "\n", 1, null));
        assertInvalid("scenario_nodes.id", () -> ROOT.child("node_0000000G", PARAMS, T0));
    }

    @ContractCase("R2-94")
    void given_impacts_when_applied_then_scores_are_cut_to_their_range_and_stored_unrounded() {
        ScorecardParams before = ScorecardParams.of(0.4, 0.3, 0.2, 0.5);
        ScorecardParams after = before.applyImpacts(Map.of("complexity", -2.0, "time_to_value", 0.6, "foo", 1.0));
        assertEquals(ScorecardParams.of(0.0, 0.3, 0.2, 1.0), after);
        assertEquals(ScorecardParams.of(0.4, 0.3, 0.2, 0.5), before);
        ScorecardParams residue = before.applyImpacts(Map.of("initial_effort", 0.3, "perceived_risk", 0.1));
        assertEquals(new ScorecardParams(0.4, 0.3 + 0.3, 0.2 + 0.1, 0.5), residue);
        assertAccepted(N2.withScorecardParams(residue));
    }
}
