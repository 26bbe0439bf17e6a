package io.synthlab.persistence.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.RepositoryName;
import org.junit.jupiter.api.Test;

class DemoIT {
    @Test
    void the_demo_proves_what_it_tells() {
        Cli.Run run = Cli.run("demo", "--scale", "0.05").endsWith(ExitCode.DONE);
        run.prints(
                "tables, ", "every value is equal", "committed: ", "rolled back: ", "inside a savepoint: ", "Done in ");
        for (RepositoryName name : RepositoryName.values()) {
            assertTrue(
                    run.out()
                            .lines()
                            .anyMatch(line -> line.strip().startsWith(name.text() + " ")
                                    && line.contains(" legacy-jdbc -> jpa -> legacy-jdbc, same answers: ")),
                    () -> name + " was not switched there and back in " + run);
        }
        assertFalse(run.out().contains("verify synths"), "lines per table are noise in a demo");
        assertEquals("", run.err());
    }
}
