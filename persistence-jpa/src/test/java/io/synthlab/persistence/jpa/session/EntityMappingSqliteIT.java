package io.synthlab.persistence.jpa.session;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.jpa.dialect.SqliteDialect;
import io.synthlab.persistence.testkit.SynthLabDatabase;
import io.synthlab.persistence.testkit.TestDatabase;
import org.junit.jupiter.api.Test;

@SynthLabDatabase(kind = DatabaseKind.SQLITE)
class EntityMappingSqliteIT {
    @Test
    void given_a_migrated_sqlite_database_then_the_entities_map_each_column_of_the_19_tables(TestDatabase database)
            throws Exception {
        EntityMapping.assertFits(database, new SqliteDialect());
    }
}
