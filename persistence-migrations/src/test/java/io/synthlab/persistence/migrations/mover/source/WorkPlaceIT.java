package io.synthlab.persistence.migrations.mover.source;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkPlaceIT {
    @TempDir
    private Path directory;

    @Test
    void what_a_killed_jvm_left_goes_and_what_can_go_on_or_is_in_use_stays() throws IOException {
        Path dead = left("synthlab-mover-dead");
        Path kept = left("synthlab-mover-kept");
        Files.createFile(kept.resolve("kept"));
        Path others = left("somebody-else");
        try (WorkPlace used = WorkPlace.create(directory);
                WorkPlace second = WorkPlace.create(directory)) {
            assertFalse(Files.exists(dead));
            assertTrue(Files.exists(kept.resolve("source.db")));
            assertTrue(Files.exists(others.resolve("source.db")));
            assertTrue(Files.exists(used.directory()));
            second.keep();
        }
        try (var places = Files.list(directory)) {
            assertTrue(
                    places.filter(place -> Files.exists(place.resolve("kept"))).count() == 2, "kept ones stay");
        }
        WorkPlace.reopen(kept).discard();
        assertFalse(Files.exists(kept));
    }

    private Path left(String name) throws IOException {
        Path place = Files.createDirectory(directory.resolve(name));
        Files.createFile(place.resolve("lock"));
        Files.createFile(place.resolve("source.db"));
        return place;
    }
}
