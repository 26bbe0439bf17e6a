package io.synthlab.persistence.testkit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs sample test classes in an engine of their own. */
final class SampleRuns {
    private SampleRuns() {}

    /** Runs a class and returns the messages of its failures. */
    static List<String> failures(Class<?> sample, int expectedTests) {
        EngineExecutionResults results = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(sample))
                .execute();
        long started = results.testEvents().started().count();
        if (started != expectedTests) {
            throw new AssertionError(started + " tests of " + sample + " ran instead of " + expectedTests);
        }
        return results.allEvents()
                .failed()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow()
                        .toString())
                .toList();
    }
}
