package io.synthlab.persistence.cli.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.migrations.Schema;
import io.synthlab.persistence.migrations.draft.Hints;
import io.synthlab.persistence.migrations.draft.VersionDraft;
import io.synthlab.persistence.migrations.schema.VersionScripts;
import io.synthlab.persistence.model.EntityClasses;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The entities say what the newest version makes. */
class EntitiesIT {
    @Test
    void entities_and_schema_are_the_same() {
        EntityTables entities = EntityTables.of(EntityClasses.all());
        assertEquals(List.of(), entities.doubts());
        assertEquals(19, entities.tables().size());
        assertEquals(List.of(), Schema.differencesOf(entities.tables()));
    }

    @Test
    void nothing_is_drafted_where_nothing_differs() {
        EntityTables entities = EntityTables.of(EntityClasses.all());
        VersionDraft draft =
                VersionDraft.of(VersionScripts.LIBRARY, entities.tables(), entities.doubts(), "nothing", Hints.NONE);
        assertEquals(Map.of(), draft.files());
    }

    @Test
    void what_entities_cannot_say_is_said_in_the_draft() {
        EntityTables entities =
                EntityTables.of(Model.compile(Model.BASE.replace("Double price", "java.math.BigDecimal price")));
        VersionDraft draft =
                VersionDraft.of(VersionScripts.LIBRARY, entities.tables(), entities.doubts(), "other", Hints.NONE);
        String doubt = "column books.price has a type (JDBC code 2) that no table here has";
        assertTrue(draft.doubts().stream().anyMatch(each -> each.startsWith(doubt)), draft.doubts()::toString);
        assertTrue(draft.files().get("sqlite/V3__other.sql").contains("-- DECIDE: " + doubt));
        assertThrows(ConfigurationException.class, () -> draftFilling(entities, "books.nothing=1"));
    }

    private static VersionDraft draftFilling(EntityTables entities, String fill) {
        return VersionDraft.of(
                VersionScripts.LIBRARY,
                entities.tables(),
                entities.doubts(),
                "other",
                Hints.parse(List.of(), List.of(fill)));
    }
}
