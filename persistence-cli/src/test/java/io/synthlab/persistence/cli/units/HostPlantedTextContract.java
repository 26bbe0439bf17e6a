package io.synthlab.persistence.cli.units;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.RepositoryFactory;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Planted text on a host's connections, whose driver repeats rows and statements in its messages. */
abstract class HostPlantedTextContract extends HostSourceUnits {
    @Test
    void given_a_driver_that_repeats_values_when_violations_come_out_then_the_planted_text_is_nowhere_in_them() {
        PGSimpleDataSource source = source();
        assertTrue(source.getLogServerErrorDetail(), "the library's own pool turns this off");
        try (RepositoryFactory repositories = open(source)) {
            PlantedText.plant(database(), repositories);
            PlantedText.assertNowhereIn(repositories);
        }
    }
}
