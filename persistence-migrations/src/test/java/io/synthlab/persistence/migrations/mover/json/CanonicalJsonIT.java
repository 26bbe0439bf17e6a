package io.synthlab.persistence.migrations.mover.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.synthlab.persistence.testkit.postgres.TestServers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Asks PostgreSQL itself what it shows for a document. */
class CanonicalJsonIT {
    private static final long SEED = 20260103;
    private static final int DOCUMENTS = 3_000;

    @ParameterizedTest
    @ValueSource(ints = {18, 14})
    void writes_what_postgresql_writes(int version) throws SQLException, InvalidJsonException {
        JsonFuzz fuzz = new JsonFuzz(SEED);
        JsonCanonicalizer canonicalizer = JsonCanonicalizer.likePostgresql();
        try (Connection connection = TestServers.postgres(version).connect("postgres");
                PreparedStatement show = connection.prepareStatement("SELECT ?::jsonb::text")) {
            for (int left = DOCUMENTS; left > 0; left--) {
                String document = fuzz.write(fuzz.value(5));
                byte[] canonical = canonicalizer.canonicalize(document.getBytes(StandardCharsets.UTF_8));
                assertEquals(shown(show, document), new String(canonical, StandardCharsets.UTF_8), document);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e131071", "1e131072", "1e-16383", "1e-16384", "0e200000", "0e-16384"})
    void agrees_about_the_limits_of_numbers(String number) throws SQLException {
        JsonCanonicalizer canonicalizer = JsonCanonicalizer.likePostgresql();
        byte[] document = number.getBytes(StandardCharsets.US_ASCII);
        try (Connection connection = TestServers.postgres(18).connect("postgres");
                PreparedStatement show = connection.prepareStatement("SELECT ?::jsonb::text")) {
            try {
                String canonical = new String(canonicalizer.canonicalize(document), StandardCharsets.US_ASCII);
                assertEquals(shown(show, number), canonical);
            } catch (InvalidJsonException e) {
                assertEquals(
                        "22003",
                        assertThrows(SQLException.class, () -> shown(show, number))
                                .getSQLState());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {18, 14})
    void agrees_about_the_deepest_document(int version) throws SQLException, InvalidJsonException {
        String deep = "[".repeat(10_000) + "]".repeat(10_000);
        try (Connection connection = TestServers.postgres(version).connect("postgres");
                PreparedStatement show = connection.prepareStatement("SELECT ?::jsonb::text")) {
            byte[] canonical =
                    JsonCanonicalizer.likePostgresql().canonicalize(deep.getBytes(StandardCharsets.US_ASCII));
            assertEquals(shown(show, deep), new String(canonical, StandardCharsets.US_ASCII));
        }
    }

    private static String shown(PreparedStatement show, String document) throws SQLException {
        show.setString(1, document);
        try (ResultSet result = show.executeQuery()) {
            result.next();
            return result.getString(1);
        }
    }
}
