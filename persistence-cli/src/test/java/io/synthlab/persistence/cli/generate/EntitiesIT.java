package io.synthlab.persistence.cli.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
        VersionDraft draft = VersionDraft.of(VersionScripts.LIBRARY, entities.tables(), "nothing", Hints.NONE);
        assertEquals(Map.of(), draft.files());
    }
}
