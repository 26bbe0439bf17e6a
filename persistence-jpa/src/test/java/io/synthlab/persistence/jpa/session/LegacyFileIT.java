package io.synthlab.persistence.jpa.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.model.EntityClasses;
import io.synthlab.persistence.model.analysis.SynthOutcomeEntity;
import io.synthlab.persistence.model.analysis.SynthOutcomeKey;
import io.synthlab.persistence.model.research.TranscriptEntity;
import io.synthlab.persistence.model.research.TranscriptKey;
import io.synthlab.persistence.testkit.legacy.LegacyDatabase;
import jakarta.persistence.Table;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file as the original left it: keys may be NULL, and most transcripts and many outcomes have no id. */
class LegacyFileIT {
    private static Path file;
    private static Map<String, Long> rowsPerTable;

    private SharedFactory.Lease factory;
    private Connection connection;
    private StatelessSession session;

    @BeforeAll
    static void generate(@TempDir Path directory) {
        file = directory.resolve("legacy.db");
        rowsPerTable = LegacyDatabase.create(file, LegacyDatabase.options().withScale(0.1))
                .rowsPerTable();
    }

    @BeforeEach
    void open() throws SQLException {
        factory = SharedFactory.lease(DatabaseKind.SQLITE);
        connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        session =
                factory.factory().withStatelessOptions().connection(connection).openStatelessSession();
    }

    @AfterEach
    void close() throws SQLException {
        session.close();
        connection.close();
        factory.close();
    }

    @Test
    void given_an_original_file_then_each_row_of_each_table_is_read_as_an_entity() {
        Map<String, Long> read = new TreeMap<>();
        for (Class<?> type : EntityClasses.all()) {
            long rows = session.createSelectionQuery("from " + type.getSimpleName(), type).list().stream()
                    .filter(Objects::nonNull)
                    .count();
            read.put(type.getAnnotation(Table.class).name(), rows);
        }
        assertEquals(new TreeMap<>(rowsPerTable), read);
    }

    @Test
    void given_transcripts_without_id_then_each_is_found_by_execution_and_synth() {
        assertFoundByKey("exec_id", TranscriptEntity.class, TranscriptKey::new);
    }

    @Test
    void given_outcomes_without_id_then_each_is_found_by_analysis_and_synth() {
        assertFoundByKey("analysis_id", SynthOutcomeEntity.class, SynthOutcomeKey::new);
    }

    private <E> void assertFoundByKey(String owner, Class<E> type, BiFunction<String, String, Object> key) {
        var keys = session.createNativeQuery(
                        "SELECT %s, synth_id FROM %s WHERE id IS NULL"
                                .formatted(
                                        owner, type.getAnnotation(Table.class).name()),
                        Object[].class)
                .list();
        assertTrue(keys.size() > 1, "the file has rows without id");
        for (Object[] columns : keys) {
            Object wanted = key.apply((String) columns[0], (String) columns[1]);
            assertNotNull(session.get(type, wanted), wanted::toString);
        }
    }
}
