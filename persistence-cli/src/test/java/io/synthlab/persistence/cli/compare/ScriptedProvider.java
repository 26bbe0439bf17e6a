package io.synthlab.persistence.cli.compare;

import io.synthlab.persistence.jdbc.LegacyJdbcProvider;
import io.synthlab.persistence.spi.DatabaseContext;
import io.synthlab.persistence.spi.ProviderSession;
import io.synthlab.persistence.spi.RepositoryProvider;
import io.synthlab.persistence.spi.UnitOfWork;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code legacy-jdbc} whose answers a test can change while a factory is in use. */
public final class ScriptedProvider implements RepositoryProvider {
    /** Name it is switched on by. */
    static final String NAME = "scripted";

    /** Answers as {@code legacy-jdbc} does. */
    static final Script SOUND = (method, unit, real) -> real.answer();

    /** What it does now. */
    static volatile Script script = SOUND;

    /** Decides about an answer. */
    @FunctionalInterface
    interface Script {
        /** Returns or throws what the caller gets. */
        @Nullable
        Object answer(String method, UnitOfWork unit, Real real) throws Throwable;
    }

    /** The sound answer, when it is asked for. */
    @FunctionalInterface
    interface Real {
        /** Asks for it. */
        @Nullable
        Object answer() throws Throwable;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ProviderSession connect(DatabaseContext database) {
        ProviderSession sound = new LegacyJdbcProvider().connect(database);
        return new ProviderSession() {
            @Override
            public <R> Optional<R> repository(Class<R> type) {
                return sound.repository(type).map(repository -> type.cast(scripted(type, repository, database)));
            }

            @Override
            public void close() {
                sound.close();
            }
        };
    }

    private static Object scripted(Class<?> type, Object repository, DatabaseContext database) {
        return Proxy.newProxyInstance(
                ScriptedProvider.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> script.answer(method.getName(), database.unit(), () -> {
                    try {
                        return method.invoke(repository, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
