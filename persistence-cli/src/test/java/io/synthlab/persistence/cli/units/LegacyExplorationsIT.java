package io.synthlab.persistence.cli.units;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.DatabaseUrl;
import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.RepositoryFactory;
import io.synthlab.persistence.exploration.Exploration;
import io.synthlab.persistence.exploration.ExplorationRepository;
import io.synthlab.persistence.exploration.ScenarioNode;
import io.synthlab.persistence.migrations.BaselineOptions;
import io.synthlab.persistence.migrations.Schema;
import io.synthlab.persistence.testkit.legacy.LegacyDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Explorations of a file of the original, one of them a chain far deeper than its own limit, are read in place. */
class LegacyExplorationsIT {
    @TempDir
    private Path directory;

    @Test
    void both_implementations_read_the_same_trees() throws SQLException {
        Path file = directory.resolve("legacy.db");
        LegacyDatabase.create(file, LegacyDatabase.options().withScale(0.1));
        String url = DatabaseUrl.sqlite(file.toString()).jdbcUrl();
        PersistenceConfig config = PersistenceConfig.builder().databaseUrl(url).build();
        Schema.of(config).baseline(BaselineOptions.defaults());
        Schema.of(config).migrate();
        List<String> experimentIds = experimentIds(url);
        try (RepositoryFactory repositories = RepositoryFactory.open(config)) {
            repositories.switches().useForAll("legacy-jdbc");
            List<Object> legacy = everything(repositories.explorations(), experimentIds);
            repositories.switches().useForAll("jpa");
            assertEquals(legacy, everything(repositories.explorations(), experimentIds));
        }
    }

    /** Of all experiments, those that the other repositories no longer show included. */
    private static List<String> experimentIds(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT DISTINCT experiment_id FROM explorations")) {
            List<String> ids = new ArrayList<>();
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
            return ids;
        }
    }

    private static List<Object> everything(ExplorationRepository explorations, List<String> experimentIds) {
        List<Object> found = new ArrayList<>();
        int deepest = 0;
        for (String experimentId : experimentIds) {
            for (Exploration exploration : explorations.listExplorationsByExperiment(experimentId)) {
                assertEquals(
                        exploration,
                        explorations.findExplorationById(exploration.id()).orElseThrow());
                found.add(exploration);
                deepest = Math.max(deepest, addTree(explorations, exploration.id(), found));
            }
        }
        assertTrue(deepest > 100, "the chain was read");
        return found;
    }

    private static int addTree(ExplorationRepository explorations, String explorationId, List<Object> found) {
        List<ScenarioNode> nodes = explorations.listNodesByExploration(explorationId);
        found.add(nodes);
        found.add(explorations.listFrontierNodes(explorationId));
        found.add(explorations.findRootNode(explorationId));
        found.add(explorations.findWinnerNode(explorationId));
        found.add(explorations.findBestNodeBySuccessRate(explorationId));
        found.add(explorations.countNodesByStatus(explorationId));
        for (ScenarioNode node : nodes) {
            assertEquals(node, explorations.findNodeById(node.id()).orElseThrow());
            List<ScenarioNode> path = explorations.listPathToNode(node.id());
            assertEquals(node.depth() + 1, path.size());
            found.add(path);
            found.add(explorations.listChildren(node.id()));
        }
        return nodes.get(nodes.size() - 1).depth();
    }
}
