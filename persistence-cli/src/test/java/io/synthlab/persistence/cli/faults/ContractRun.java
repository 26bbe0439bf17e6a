package io.synthlab.persistence.cli.faults;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.synthlab.persistence.testkit.contract.ContractCase;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs contracts on {@link FaultyProvider} and keeps what failed. */
final class ContractRun implements TestExecutionListener {
    private final Map<String, Throwable> failures = new TreeMap<>();
    private int tests;

    /**
     * Runs nested contracts.
     *
     * @param contracts simple names of the nested classes; empty for all
     * @param directory where to register the provider
     */
    static ContractRun of(List<String> contracts, Path directory) {
        ContractRun run = new ContractRun();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(FaultyCell.class))
                .filters(onlyIn(contracts))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                .build();
        AddedProvider.with(FaultyProvider.class, directory, () -> {
            LauncherFactory.create().execute(request, run);
            return run;
        });
        return run;
    }

    private static PostDiscoveryFilter onlyIn(List<String> contracts) {
        return test -> FilterResult.includedIf(contracts.isEmpty()
                || contracts.stream()
                        .anyMatch(name -> test.getUniqueId().toString().contains("[nested-class:" + name + "]")));
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest()) {
            tests++;
        }
        result.getThrowable().ifPresent(failure -> failures.put(label(test), failure));
    }

    /** The numbers of the case, or the method where it has none. */
    private static String label(TestIdentifier test) {
        return test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(MethodSource.class::cast)
                .map(source -> {
                    ContractCase numbers = source.getJavaMethod().getAnnotation(ContractCase.class);
                    return numbers == null ? source.getMethodName() : String.join(" ", Arrays.asList(numbers.value()));
                })
                .orElseGet(test::getDisplayName);
    }

    /** Returns how many tests were run. */
    int tests() {
        return tests;
    }

    /** Returns what failed, by case. */
    Map<String, Throwable> failures() {
        return failures;
    }
}
