package io.synthlab.persistence.testkit;

import io.synthlab.persistence.RepositoryFactory;
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
    private static final Set<Class<?>> TYPES = Set.of(TestDatabase.class, TestClock.class, RepositoryFactory.class);

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
        TestSession session = session(context);
        Class<?> type = parameter.getParameter().getType();
        if (type == RepositoryFactory.class) {
            return session.repositories();
        }
        return type == TestClock.class ? session.database().clock() : session.database();
    }

    /** Runs after the test's own {@code @AfterEach} methods. */
    @Override
    public void afterEach(ExtensionContext context) {
        TestSession session = context.getStore(NAMESPACE).get(TestSession.class, TestSession.class);
        if (session != null) {
            session.close();
        }
    }

    private static TestSession session(ExtensionContext context) {
        // The store closes it where a failure before the first @BeforeEach leaves out the last @AfterEach.
        return context.getStore(NAMESPACE)
                .computeIfAbsent(TestSession.class, key -> new TestSession(annotation(context)), TestSession.class);
    }

    private static SynthLabDatabase annotation(ExtensionContext context) {
        Optional<SynthLabDatabase> found = AnnotationSupport.findAnnotation(
                context.getRequiredTestClass(), SynthLabDatabase.class, context.getEnclosingTestClasses());
        return found.orElseThrow(() -> new ParameterResolutionException(
                context.getRequiredTestClass().getName() + " is not marked @SynthLabDatabase"));
    }
}
