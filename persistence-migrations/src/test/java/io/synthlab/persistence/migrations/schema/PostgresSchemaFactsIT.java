package io.synthlab.persistence.migrations.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.synthlab.persistence.migrations.catalog.SchemaCatalog;
import io.synthlab.persistence.migrations.query.Rows;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass(name = "PostgreSQL {0}")
@ValueSource(ints = {14, 18})
class PostgresSchemaFactsIT extends SchemaFactsContract {
    @Parameter
    private int version;

    @Test
    void check_constraints_are_named_by_one_scheme_and_there_are_no_others() throws SQLException {
        List<String> expected = SchemaCatalog.tables().stream()
                .flatMap(table -> table.checks().stream()
                        .filter(check -> !check.kind().equals("json"))
                        .map(check -> table.name() + "_" + check.column() + "_check"))
                .sorted()
                .toList();
        String sql = "SELECT conname FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace"
                + " ORDER BY conname COLLATE \"C\"";
        assertEquals(expected, Rows.list(connection(), sql, row -> row.getString(1)));
    }

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
