package io.synthlab.persistence.cli.units;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.DatabaseUrl;
import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.RepositoryFactory;
import io.synthlab.persistence.migrations.BaselineOptions;
import io.synthlab.persistence.migrations.Schema;
import io.synthlab.persistence.research.NewTranscript;
import io.synthlab.persistence.research.ResearchExecutionSummary;
import io.synthlab.persistence.research.ResearchRepository;
import io.synthlab.persistence.research.TranscriptSummary;
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

/** Interviews of a file of the original, most of which have no id, are read and added to where they lie. */
class LegacyInterviewsIT {
    private static final PageRequest ALL = PageRequest.of(PageRequest.MAX_LIMIT, 0);

    @TempDir
    private Path directory;

    @Test
    void both_implementations_read_the_same_and_write_beside_rows_without_id() throws SQLException {
        Path file = directory.resolve("legacy.db");
        LegacyDatabase.create(file, LegacyDatabase.options().withScale(0.1).withOlderTables(true));
        String url = DatabaseUrl.sqlite(file.toString()).jdbcUrl();
        PersistenceConfig config = PersistenceConfig.builder().databaseUrl(url).build();
        Schema.of(config).baseline(BaselineOptions.defaults());
        Schema.of(config).migrate();
        assertTrue(withoutId(url) > 10, "there is something to read");
        try (RepositoryFactory repositories = RepositoryFactory.open(config)) {
            repositories.switches().useForAll("legacy-jdbc");
            List<Object> legacy = everything(repositories.research());
            repositories.switches().useForAll("jpa");
            assertEquals(legacy, everything(repositories.research()));
            for (String provider : repositories.switches().providers()) {
                repositories.switches().useForAll(provider);
                writeBeside(repositories.research(), provider);
            }
        }
    }

    private static long withoutId(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM transcripts WHERE id IS NULL")) {
            return row.getLong(1);
        }
    }

    private static List<Object> everything(ResearchRepository research) {
        List<Object> found = new ArrayList<>();
        List<String> execIds = new ArrayList<>();
        for (ResearchExecutionSummary execution : research.listExecutions(ALL).items()) {
            String execId = execution.execId();
            execIds.add(execId);
            found.add(execution);
            found.add(research.getExecution(execId));
            found.add(research.listTranscripts(execId, ALL));
            for (TranscriptSummary transcript :
                    research.listTranscripts(execId, ALL).items()) {
                found.add(research.getTranscript(execId, transcript.synthId()));
            }
            String experimentId = execution.experimentId();
            if (experimentId != null) {
                found.add(research.listExecutionsByExperiment(experimentId));
                found.add(research.findAutoInterview(experimentId));
            }
        }
        found.add(research.checkSummariesExistBatch(execIds));
        found.add(research.checkPrfaqsExistBatch(execIds));
        found.add(research.checkAdditionalContextExistBatch(execIds));
        found.add(research.getAdditionalContextBatch(execIds));
        found.add(research.getTotalTurnsBatch(execIds));
        return found;
    }

    private static void writeBeside(ResearchRepository research, String provider) {
        String execId = research.listExecutions(ALL).items().get(0).execId();
        long before = research.listTranscripts(execId).total();
        NewTranscript transcript = NewTranscript.of(execId, "by-" + provider, "Ana", List.of());
        assertEquals(research.createTranscript(transcript), research.getTranscript(execId, transcript.synthId()));
        assertEquals(before + 1, research.listTranscripts(execId).total());
    }
}
