package io.synthlab.persistence.cli.statements;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.schema.VersionScripts;
import io.synthlab.persistence.testkit.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * On 20,000 rows per table, analysed, each call finds its rows by the index that is there for it: what the database
 * says about the very statements that each implementation sends. Once the index is dropped, the same check finds that
 * it is missing.
 */
class IndexUseIT {
    private static final Population POPULATION = new Population(20_000, 10);

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void given_many_rows_when_asked_for_some_then_the_expected_index_finds_them_and_is_missed_once_dropped(
            DatabaseKind kind) throws SQLException {
        try (TestDatabase database = TestDatabase.migrated(kind)) {
            POPULATION.fill(database);
            try (WatchedRepositories jdbc = new WatchedRepositories(database, "legacy-jdbc");
                    WatchedRepositories jpa = new WatchedRepositories(database, "jpa")) {
                Map<IndexedCall, List<SentStatement>> byJdbc = sent(jdbc);
                Map<IndexedCall, List<SentStatement>> byJpa = sent(jpa);
                assertEquals(Map.of(), missing(jdbc, byJdbc), "legacy-jdbc");
                assertEquals(Map.of(), missing(jpa, byJpa), "jpa");
                dropIndexes(database, kind);
                assertEquals(needingDroppable(), missing(jdbc, byJdbc).keySet(), "legacy-jdbc without indexes");
                assertEquals(needingDroppable(), missing(jpa, byJpa).keySet(), "jpa without indexes");
            }
        }
    }

    private static Set<String> needingDroppable() {
        return IndexedCalls.all().stream()
                .filter(IndexedCall::needsDroppable)
                .map(IndexedCall::name)
                .collect(Collectors.toSet());
    }

    private static Map<IndexedCall, List<SentStatement>> sent(WatchedRepositories watched) throws SQLException {
        Map<IndexedCall, List<SentStatement>> sent = new LinkedHashMap<>();
        for (IndexedCall call : IndexedCalls.all()) {
            sent.put(call, watched.sentBy(call.call()));
        }
        return sent;
    }

    /** Returns the calls whose plans lack an index, with what is lacking and the plans. */
    private static Map<String, String> missing(WatchedRepositories watched, Map<IndexedCall, List<SentStatement>> sent)
            throws SQLException {
        Map<String, String> missing = new TreeMap<>();
        for (Map.Entry<IndexedCall, List<SentStatement>> each : sent.entrySet()) {
            List<String> plans = new ArrayList<>();
            for (SentStatement statement : each.getValue()) {
                plans.add(watched.plan(statement));
            }
            List<String> lacking = each.getKey().missingIn(plans, watched.kind());
            if (!lacking.isEmpty()) {
                missing.put(each.getKey().name(), lacking + " in " + plans);
            }
        }
        return missing;
    }

    private static void dropIndexes(TestDatabase database, DatabaseKind kind) {
        VersionScripts versions = VersionScripts.LIBRARY;
        String newest = versions.names().get(versions.names().size() - 1).version();
        versions.tables(newest, kind).stream()
                .flatMap(table -> table.indexes().stream())
                .map(Table.Index::name)
                .forEach(name -> database.execute("DROP INDEX IF EXISTS " + name));
        database.execute("ANALYZE");
    }
}
