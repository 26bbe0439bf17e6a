package io.synthlab.persistence.benchmarks;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.benchmarks.startup.SchemaTimes;
import io.synthlab.persistence.benchmarks.startup.Startup;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartupIT {
    @Test
    void given_fresh_jvms_when_each_has_answered_once_then_the_report_names_every_time() throws Exception {
        String report = new Startup(1, List.of("-XX:TieredStopAtLevel=1")).measure(DatabaseKind.SQLITE);
        assertTrue(report.matches("(?s).*ratio to bare pool \\+ session factory +\\d.*first answer \\d.*"), report);
    }

    @Test
    void given_an_empty_database_when_a_fresh_jvm_has_migrated_then_the_report_names_every_time() throws Exception {
        String report = new SchemaTimes(1, List.of("-XX:TieredStopAtLevel=1")).measure(DatabaseKind.SQLITE);
        assertTrue(report.matches("(?s).*migrate +\\d.*migrate again +\\d.*check +\\d.*"), report);
    }
}
