package io.synthlab.persistence.testkit;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Does what {@link SynthLabDatabase} says; registered by it. */
final class SynthLabExtension implements ParameterResolver, AfterEachCallback {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(SynthLabExtension.class);
    private static final Set<Class<?>> TYPES = Set.of(TestDatabase.class, TestClock.class);

    SynthLabExtension() {}

    /** A constructor's parameters belong to the test it is called for, not to the class. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return TYPES.contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (context.getTestMethod().isEmpty()) {
            throw new ParameterResolutionException(
                    parameter.getParameter().getType().getSimpleName()
                            + " lives as long as one test; take it in a test method, a @BeforeEach method, or the constructor of"
                            + " a class with one instance per test");
        }
        Class<?> type = parameter.getParameter().getType();
        return type == TestClock.class ? database(context).clock() : database(context);
    }

    /** Runs after the test's own {@code @AfterEach} methods. */
    @Override
    public void afterEach(ExtensionContext context) {
        TestDatabase database = context.getStore(NAMESPACE).get(TestDatabase.class, TestDatabase.class);
        if (database != null) {
            database.close();
        }
    }

    private static TestDatabase database(ExtensionContext context) {
        // The store closes it where a failure before the first @BeforeEach leaves out the last @AfterEach.
        return context.getStore(NAMESPACE)
                .computeIfAbsent(
                        TestDatabase.class,
                        key -> TestDatabase.of(annotation(context), new TestClock()),
                        TestDatabase.class);
    }

    private static SynthLabDatabase annotation(ExtensionContext context) {
        Optional<SynthLabDatabase> found = AnnotationSupport.findAnnotation(
                context.getRequiredTestClass(), SynthLabDatabase.class, context.getEnclosingTestClasses());
        return found.orElseThrow(() -> new ParameterResolutionException(
                context.getRequiredTestClass().getName() + " is not marked @SynthLabDatabase"));
    }
}
