package io.synthlab.persistence.jpa.session;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.jpa.dialect.PostgresDialect;
import io.synthlab.persistence.testkit.SynthLabDatabase;
import io.synthlab.persistence.testkit.TestDatabase;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EntityMappingPostgresIT {
    @Nested
    @SynthLabDatabase(kind = DatabaseKind.POSTGRESQL, postgres = SynthLabDatabase.NEWEST_POSTGRES)
    class Newest {
        @Test
        void given_a_migrated_database_then_the_entities_map_each_column_of_the_19_tables(TestDatabase database)
                throws Exception {
            EntityMapping.assertFits(database, new PostgresDialect());
        }
    }

    @Nested
    @SynthLabDatabase(kind = DatabaseKind.POSTGRESQL, postgres = SynthLabDatabase.OLDEST_POSTGRES)
    class Oldest {
        @Test
        void given_a_migrated_database_then_the_entities_map_each_column_of_the_19_tables(TestDatabase database)
                throws Exception {
            EntityMapping.assertFits(database, new PostgresDialect());
        }
    }
}
