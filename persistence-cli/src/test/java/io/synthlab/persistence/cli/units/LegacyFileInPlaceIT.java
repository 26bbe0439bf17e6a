package io.synthlab.persistence.cli.units;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.DatabaseUrl;
import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.Repositories;
import io.synthlab.persistence.RepositoryFactory;
import io.synthlab.persistence.error.SchemaMismatchException;
import io.synthlab.persistence.experiment.ExperimentSummary;
import io.synthlab.persistence.experiment.ExperimentUpdate;
import io.synthlab.persistence.migrations.BaselineOptions;
import io.synthlab.persistence.migrations.BaselineReport;
import io.synthlab.persistence.migrations.Schema;
import io.synthlab.persistence.synth.SynthGroupSummary;
import io.synthlab.persistence.synth.SynthSummary;
import io.synthlab.persistence.testkit.legacy.LegacyDatabase;
import io.synthlab.persistence.testkit.legacy.LegacyOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file of the original is taken over where it lies, and both implementations read all of it alike. */
class LegacyFileInPlaceIT {
    private static final PageRequest ALL = PageRequest.of(PageRequest.MAX_LIMIT, 0);

    @TempDir
    private Path directory;

    private PersistenceConfig config(boolean olderTables) {
        return config(LegacyDatabase.options().withOlderTables(olderTables));
    }

    private PersistenceConfig config(LegacyOptions options) {
        Path file = directory.resolve("legacy.db");
        LegacyDatabase.create(file, options.withScale(0.1));
        return PersistenceConfig.builder()
                .databaseUrl(DatabaseUrl.sqlite(file.toString()).jdbcUrl())
                .build();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void both_implementations_read_the_same(boolean olderTables) {
        BaselineReport report = assertBothReadTheSame(config(olderTables));
        assertEquals(olderTables ? List.of() : List.of("prfaq_metadata", "assumption_log"), report.addedTables());
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 8, 10, 11, 12, 13, 14})
    void both_implementations_read_the_same_of_an_older_file(int version) {
        BaselineReport report =
                assertBothReadTheSame(config(LegacyDatabase.options().withSchemaVersion(version)));
        assertEquals("version " + version + " of the original", report.recognised());
    }

    private static BaselineReport assertBothReadTheSame(PersistenceConfig config) {
        BaselineReport report = Schema.of(config).baseline(BaselineOptions.defaults());
        Schema.of(config).migrate();
        assertTrue(Files.exists(report.backup().orElseThrow()));
        try (RepositoryFactory repositories = RepositoryFactory.open(config)) {
            repositories.switches().useForAll("legacy-jdbc");
            Map<String, List<Object>> legacy = everything(repositories);
            repositories.switches().useForAll("jpa");
            assertEquals(legacy, everything(repositories));
            assertTrue(legacy.get("synths").size() > 50, "there is something to read");
        }
        return report;
    }

    @Test
    void both_implementations_write_to_it() {
        PersistenceConfig config = config(true);
        Schema.of(config).baseline(BaselineOptions.defaults());
        Schema.of(config).migrate();
        try (RepositoryFactory repositories = RepositoryFactory.open(config)) {
            String id = repositories.experiments().list(ALL).items().get(0).id();
            for (String provider : repositories.switches().providers()) {
                repositories.switches().useForAll(provider);
                repositories.experiments().update(id, ExperimentUpdate.ofName("By " + provider));
                assertEquals(
                        "By " + provider,
                        repositories.experiments().findById(id).orElseThrow().name());
            }
        }
    }

    @Test
    void opening_it_before_that_names_the_command() {
        PersistenceConfig config = config(true);
        SchemaMismatchException e = assertThrows(SchemaMismatchException.class, () -> RepositoryFactory.open(config));
        assertTrue(
                String.valueOf(e.getMessage()).contains("synthlab-db schema baseline --database jdbc:sqlite:"),
                e::getMessage);
    }

    private static Map<String, List<Object>> everything(Repositories repositories) {
        List<Object> experiments = new ArrayList<>();
        for (ExperimentSummary summary : repositories.experiments().list(ALL).items()) {
            experiments.add(summary);
            experiments.add(repositories.experiments().findById(summary.id()).orElseThrow());
            experiments.add(repositories.interviewGuides().findByExperimentId(summary.id()));
        }
        List<Object> groups = new ArrayList<>();
        for (SynthGroupSummary group : repositories.synthGroups().list(ALL).items()) {
            groups.add(repositories.synthGroups().findDetail(group.id()).orElseThrow());
        }
        List<Object> synths = new ArrayList<>();
        for (SynthSummary synth :
                repositories.synths().list(ALL.sortedBy("created_at")).items()) {
            synths.add(repositories.synths().findById(synth.id()).orElseThrow());
            synths.add(repositories.synths().getById(synth.id()));
        }
        return Map.of("experiments", experiments, "groups", groups, "synths", synths);
    }
}
