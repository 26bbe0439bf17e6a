package io.synthlab.persistence.migrations.schema;

import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass(name = "PostgreSQL {0}")
@ValueSource(ints = {14, 18})
class PostgresSchemaFactsIT extends SchemaFactsContract {
    @Parameter
    private int version;

    @Override
    TestDatabase emptyDatabase() {
        return TestDatabase.postgres(version);
    }

    @Override
    String otherObjects() {
        return """
                SELECT (SELECT count(*) FROM pg_class
                         WHERE relnamespace = 'public'::regnamespace AND relkind NOT IN ('r', 'i'))
                     + (SELECT count(*) FROM pg_proc WHERE pronamespace = 'public'::regnamespace)
                     + (SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal)
                """;
    }
}
