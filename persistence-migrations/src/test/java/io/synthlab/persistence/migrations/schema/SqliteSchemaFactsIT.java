package io.synthlab.persistence.migrations.schema;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteSchemaFactsIT extends SchemaFactsContract {
    @TempDir
    private Path directory;

    @Override
    TestDatabase emptyDatabase() {
        return TestDatabase.sqlite(directory.resolve("facts.db"));
    }

    @Override
    String otherObjects() {
        return "SELECT count(*) FROM sqlite_master WHERE type IN ('view', 'trigger')";
    }
}
