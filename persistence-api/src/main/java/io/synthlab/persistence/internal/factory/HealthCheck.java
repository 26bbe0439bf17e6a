package io.synthlab.persistence.internal.factory;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.RepositoryName;
import io.synthlab.persistence.error.SynthLabException;
import io.synthlab.persistence.internal.connect.DriverConnections;
import io.synthlab.persistence.internal.error.ErrorTranslator;
import io.synthlab.persistence.internal.schema.SchemaHistory;
import io.synthlab.persistence.observe.Health;
import io.synthlab.persistence.observe.PoolFigures;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks the database how it is, on a connection of its own: a pool that is used up says nothing about the database, and
 * is seen in its figures.
 *
 * @param config which database
 * @param kind which kind it is
 */
record HealthCheck(PersistenceConfig config, DatabaseKind kind) {
    /** What the database said. */
    private record Reply(
            boolean answers,
            @Nullable String version,
            @Nullable String schema,
            @Nullable String reason) {}

    Health of(List<PoolFigures> pools, Map<RepositoryName, String> switches) {
        long begin = System.nanoTime();
        Reply reply = ask();
        return new Health(
                kind,
                reply.answers(),
                Duration.ofNanos(System.nanoTime() - begin),
                reply.version(),
                reply.schema(),
                SchemaHistory.EXPECTED_VERSION,
                pools,
                switches,
                reply.reason());
    }

    private Reply ask() {
        try (Connection connection = DriverConnections.probe(config)) {
            DatabaseMetaData metaData = connection.getMetaData();
            String schema = SchemaGuard.version(connection, metaData);
            boolean expected = SchemaHistory.EXPECTED_VERSION.equals(schema);
            return new Reply(
                    true,
                    metaData.getDatabaseProductVersion(),
                    schema,
                    expected ? null : "the schema is not at version " + SchemaHistory.EXPECTED_VERSION);
        } catch (SQLException e) {
            return new Reply(
                    false,
                    null,
                    null,
                    ErrorTranslator.translate(e, kind, null, null).getMessage());
        } catch (SynthLabException e) {
            return new Reply(false, null, null, e.getMessage());
        }
    }

    /** Returns what is left to say when the factory is closed. */
    Health closed(Map<RepositoryName, String> switches) {
        return new Health(
                kind,
                false,
                Duration.ZERO,
                null,
                null,
                SchemaHistory.EXPECTED_VERSION,
                List.of(),
                switches,
                "this factory is closed; open another one");
    }
}
