package io.synthlab.persistence.cli.faults;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.synthlab.persistence.spi.RepositoryProvider;
import io.synthlab.persistence.testkit.contract.ContractCase;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
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
    static ContractRun of(List<String> contracts, Path directory) throws IOException {
        ContractRun run = new ContractRun();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(FaultyCell.class))
                .filters(onlyIn(contracts))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                .build();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(registering(directory, before));
        try {
            LauncherFactory.create().execute(request, run);
        } finally {
            thread.setContextClassLoader(before);
        }
        return run;
    }

    private static PostDiscoveryFilter onlyIn(List<String> contracts) {
        return test -> FilterResult.includedIf(contracts.isEmpty()
                || contracts.stream()
                        .anyMatch(name -> test.getUniqueId().toString().contains("[nested-class:" + name + "]")));
    }

    /** A loader that finds the faulty provider beside those on the class path. */
    private static ClassLoader registering(Path directory, ClassLoader parent) throws IOException {
        String name = "META-INF/services/" + RepositoryProvider.class.getName();
        URL registration = Files.writeString(directory.resolve("provider"), FaultyProvider.class.getName())
                .toUri()
                .toURL();
        return new ClassLoader(parent) {
            @Override
            protected Enumeration<URL> findResources(String resource) {
                return Collections.enumeration(resource.equals(name) ? List.of(registration) : List.of());
            }
        };
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
