package io.synthlab.persistence.cli.cells;

import io.synthlab.persistence.Reads;
import io.synthlab.persistence.Repositories;
import io.synthlab.persistence.RepositoryName;
import io.synthlab.persistence.Writes;
import io.synthlab.persistence.error.ConstraintViolationException;
import io.synthlab.persistence.error.DatabaseException;
import io.synthlab.persistence.error.SynthLabException;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Calls repositories one after the other, keeps each answer, be it an error, and knows which methods were called. */
final class Script {
    private final Repositories repositories;
    private final Map<String, Object> answers = new LinkedHashMap<>();
    private final Set<String> called = new TreeSet<>();

    Script(Repositories repositories) {
        this.repositories = new Recorder(repositories);
    }

    /** What an error says to a program and to a person. */
    record Failure(
            Class<?> type,
            String code,
            @Nullable String message,
            Map<String, Object> details,
            ConstraintViolationException.@Nullable Kind kind,
            @Nullable String table,
            @Nullable String key) {
        static Failure of(SynthLabException e) {
            DatabaseException database = e instanceof DatabaseException known ? known : null;
            return new Failure(
                    e.getClass(),
                    e.code(),
                    e.getMessage(),
                    e.details(),
                    e instanceof ConstraintViolationException violation ? violation.kind() : null,
                    database == null ? null : database.table(),
                    database == null ? null : database.key());
        }
    }

    /** Returns the repositories whose calls are known. */
    Repositories repositories() {
        return repositories;
    }

    /** Keeps what a call answers. */
    void ask(String label, Supplier<?> call) {
        Object answer;
        try {
            answer = call.get();
        } catch (SynthLabException e) {
            answer = Failure.of(e);
        }
        if (answers.put(label, answer) != null) {
            throw new IllegalStateException("two calls are named " + label);
        }
    }

    /** Keeps what one call answers for each argument. */
    <A> void askEach(String label, Iterable<A> arguments, Function<A, ?> call) {
        for (A argument : arguments) {
            ask(label + " " + argument, () -> call.apply(argument));
        }
    }

    /** Keeps that a call without result came to its end. */
    void run(String label, Runnable call) {
        ask(label, () -> {
            call.run();
            return "done";
        });
    }

    Map<String, Object> answers() {
        return answers;
    }

    /** Returns the methods with a mark that no call has used. */
    Set<String> uncalled(Class<? extends Annotation> mark) {
        Set<String> missing = Arrays.stream(RepositoryName.values())
                .flatMap(name -> Arrays.stream(name.type().getMethods()))
                .filter(method -> method.isAnnotationPresent(mark))
                .map(Script::signature)
                .collect(Collectors.toCollection(TreeSet::new));
        missing.removeAll(called);
        return missing;
    }

    private static String signature(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private final class Recorder implements Repositories {
        private final Repositories real;

        Recorder(Repositories real) {
            this.real = real;
        }

        @Override
        public <R> R repository(Class<R> type) {
            R front = real.repository(type);
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                        if (method.isAnnotationPresent(Reads.class) || method.isAnnotationPresent(Writes.class)) {
                            called.add(signature(method));
                        }
                        try {
                            return method.invoke(front, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }));
        }
    }
}
