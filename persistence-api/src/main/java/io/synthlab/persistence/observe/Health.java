package io.synthlab.persistence.observe;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.RepositoryName;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a factory and its database stand at a moment.
 *
 * @param database which kind of database
 * @param answers whether the database was reached and answered
 * @param answerTime how long it took to connect and to ask, or to fail
 * @param databaseVersion version of the server or of the SQLite library, or {@code null} if it did not answer
 * @param schemaVersion newest schema version that is applied, or {@code null} if it did not answer or has none
 * @param expectedSchemaVersion schema version this library works with
 * @param pools the factory's pools; empty if the host brings its own data source
 * @param switches state of each repository
 * @param reason why {@link #isUp()} is false, without any secret, or {@code null} if it is true
 */
public record Health(
        DatabaseKind database,
        boolean answers,
        Duration answerTime,
        @Nullable String databaseVersion,
        @Nullable String schemaVersion,
        String expectedSchemaVersion,
        List<PoolFigures> pools,
        Map<RepositoryName, String> switches,
        @Nullable String reason) {
    /** Checks that every part is there and copies lists. */
    public Health {
        Objects.requireNonNull(database, "database");
        Objects.requireNonNull(answerTime, "answerTime");
        Objects.requireNonNull(expectedSchemaVersion, "expectedSchemaVersion");
        pools = List.copyOf(pools);
        switches = Collections.unmodifiableMap(new LinkedHashMap<>(switches)); // in their order
    }

    /** Returns whether the database answers and its schema is at the version this library works with. */
    public boolean isUp() {
        return answers && expectedSchemaVersion.equals(schemaVersion);
    }

    /** Returns why {@link #isUp()} is false; empty if it is true. */
    public Optional<String> problem() {
        return Optional.ofNullable(reason);
    }
}
