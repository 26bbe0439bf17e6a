package io.synthlab.persistence.internal.transaction;

import io.synthlab.persistence.Repositories;
import io.synthlab.persistence.RepositoryName;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The repository objects that hosts hold: thin fronts that send each call to the implementation that is on.
 *
 * <p>Proxies, because all that a front does is the same for every method of every repository.
 */
public final class RepositoryFronts implements Repositories {
    /** Where a front sends its calls. */
    @FunctionalInterface
    public interface Dispatcher {
        /**
         * Runs a call in a unit of work.
         *
         * @param call the call
         * @return what the method returned
         * @throws Throwable what the method threw
         */
        @Nullable
        Object dispatch(RepositoryCall call) throws Throwable;
    }

    private final Dispatcher dispatcher;
    private final Map<Class<?>, Object> fronts = new ConcurrentHashMap<>();

    /**
     * Creates the fronts.
     *
     * @param dispatcher where calls go
     */
    public RepositoryFronts(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    @Override
    public <R> R repository(Class<R> type) {
        return type.cast(fronts.computeIfAbsent(type, this::front));
    }

    private Object front(Class<?> type) {
        RepositoryName name = RepositoryName.byType(type)
                .orElseThrow(() -> new IllegalArgumentException(type.getName() + " is no repository of this library"));
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new Front(name));
    }

    private final class Front implements InvocationHandler {
        private final RepositoryName name;

        Front(RepositoryName name) {
            this.name = name;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            if (method.getDeclaringClass() == Object.class) {
                return ofObject(proxy, method, arguments);
            }
            return dispatcher.dispatch(new RepositoryCall(name, method, arguments));
        }

        private Object ofObject(Object proxy, Method method, Object @Nullable [] arguments) {
            return switch (method.getName()) {
                case "equals" -> proxy == (arguments == null ? null : arguments[0]);
                case "hashCode" -> System.identityHashCode(proxy);
                default -> name + " repository";
            };
        }
    }
}
