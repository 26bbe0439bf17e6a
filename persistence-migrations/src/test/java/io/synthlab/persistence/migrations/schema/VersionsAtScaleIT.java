package io.synthlab.persistence.migrations.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.DatabaseUrl;
import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.migrations.BaselineOptions;
import io.synthlab.persistence.migrations.RollbackOptions;
import io.synthlab.persistence.migrations.Schema;
import io.synthlab.persistence.migrations.catalog.SchemaCatalog;
import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.mover.DataMover;
import io.synthlab.persistence.migrations.mover.MoveRequest;
import io.synthlab.persistence.migrations.mover.report.ProgressListener;
import io.synthlab.persistence.testkit.legacy.LegacyDatabase;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The second version goes up, down and up on databases with two thousand synths: same schema, same rows at each stop. */
class VersionsAtScaleIT {
    private static final int LEAST_ROWS = 20_000;

    @TempDir
    private static Path directory;

    private static Path original;

    @BeforeAll
    static void create() {
        original = directory.resolve("original.db");
        LegacyDatabase.create(original, LegacyDatabase.options().withScale(2));
    }

    @Test
    void on_a_file_that_was_taken_over() throws Exception {
        Path file = Files.copy(original, directory.resolve("taken-over.db"));
        try (TestDatabase database = TestDatabase.sqlite(file)) {
            Schema.of(database.config()).baseline(BaselineOptions.defaults());
            upDownUp(database);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void on_a_server(int version) throws Exception {
        try (TestDatabase database = TestDatabase.postgres(version)) {
            PersistenceConfig config = database.config();
            Schema schema = Schema.of(config);
            schema.migrate();
            DataMover.copy(MoveRequest.of(DatabaseUrl.sqlite(original.toString()), config), ProgressListener.NONE);
            schema.rollback(RollbackOptions.to("1"));
            upDownUp(database);
        }
    }

    private static void upDownUp(TestDatabase database) throws SQLException {
        Schema schema = Schema.of(database.config());
        Facts first = database.facts();
        Map<String, String> rows = rows(database);
        assertTrue(Long.parseLong(rows.get("synth_outcomes").split(" ")[0]) >= LEAST_ROWS, rows::toString);

        assertEquals(1, schema.migrate().size());
        Facts second = database.facts();
        assertNotEquals(first, second);
        assertEquals(rows, rows(database));
        assertTrue(schema.check().differences().isEmpty());

        assertEquals(0, schema.rollback(RollbackOptions.to("1")).losses().size());
        assertEquals(first, database.facts());
        assertEquals(rows, rows(database));

        schema.migrate();
        assertEquals(second, database.facts());
        assertEquals(rows, rows(database));
    }

    /** Returns number and digest of the rows of each table, in whatever order they come. */
    private static Map<String, String> rows(TestDatabase database) throws SQLException {
        Map<String, String> rows = new LinkedHashMap<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (Table table : SchemaCatalog.tables()) {
                try (ResultSet row = statement.executeQuery("SELECT * FROM " + table.name())) {
                    rows.put(table.name(), digest(row));
                }
            }
        }
        return rows;
    }

    private static String digest(ResultSet row) throws SQLException {
        int columns = row.getMetaData().getColumnCount();
        long count = 0;
        BigInteger sum = BigInteger.ZERO;
        while (row.next()) {
            MessageDigest digest = sha256();
            for (int column = 1; column <= columns; column++) {
                digest.update((row.getString(column) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            sum = sum.add(new BigInteger(1, digest.digest()));
            count++;
        }
        return count + " rows " + sum.toString(16);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
