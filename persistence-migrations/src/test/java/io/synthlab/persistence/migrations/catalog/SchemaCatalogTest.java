package io.synthlab.persistence.migrations.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

class SchemaCatalogTest {
    private static int sum(ToIntFunction<Table> count) {
        return SchemaCatalog.tables().stream().mapToInt(count).sum();
    }

    @Test
    void holds_every_fact_of_the_dictionary() {
        assertEquals(19, SchemaCatalog.tables().size());
        assertEquals(162, sum(table -> table.columns().size()));
        assertEquals(19, sum(table -> table.primaryKey().isEmpty() ? 0 : 1));
        assertEquals(16, sum(table -> table.foreignKeys().size()));
        assertEquals(5, sum(table -> table.uniques().size()));
        assertEquals(43, sum(table -> table.checks().size()));
        assertEquals(40, sum(table -> table.indexes().size()));
    }

    @Test
    void lists_parents_before_children() {
        Set<String> seen = new HashSet<>();
        for (Table table : SchemaCatalog.tables()) {
            seen.add(table.name());
            table.foreignKeys().forEach(key -> assertTrue(seen.contains(key.table()), table.name()));
        }
    }

    @Test
    void tells_directions_and_two_column_keys_apart() {
        Table cache = SchemaCatalog.table("analysis_cache");
        assertEquals(List.of("analysis_id", "cache_key"), cache.primaryKey());
        assertTrue(
                SchemaCatalog.table("synths").indexes().get(0).columns().get(0).descending());
        assertThrows(IllegalArgumentException.class, () -> SchemaCatalog.table("synth"));
    }
}
