package io.synthlab.persistence.cli.faults;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.error.ConstraintViolationException;
import io.synthlab.persistence.jdbc.LegacyJdbcProvider;
import io.synthlab.persistence.spi.DatabaseContext;
import io.synthlab.persistence.spi.ProviderSession;
import io.synthlab.persistence.spi.RepositoryProvider;
import io.synthlab.persistence.spi.UnitOfWork;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code legacy-jdbc} with one fault, on SQLite. Registered by the test alone; see {@link PlantedFaultsIT}. */
public final class FaultyProvider implements RepositoryProvider {
    /** Name it is switched on by. */
    static final String NAME = "faulty";

    /** The fault that is planted now. */
    static volatile Fault planted = Fault.NONE;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ProviderSession connect(DatabaseContext database) {
        Effect effect = planted.effect();
        ProviderSession sound = new LegacyJdbcProvider().connect(new FaultyContext(database, effect));
        return new ProviderSession() {
            @Override
            public <R> Optional<R> repository(Class<R> type) {
                return sound.repository(type).map(repository -> type.cast(faulty(type, repository, effect)));
            }

            @Override
            public void close() {
                sound.close();
            }
        };
    }

    private static Object faulty(Class<?> type, Object repository, Effect effect) {
        return proxy(type, (proxy, method, arguments) -> {
            try {
                return effect.result(method.getName(), invoke(repository, method, arguments));
            } catch (ConstraintViolationException e) {
                RuntimeException changed = effect.error(e);
                if (changed != null) {
                    throw changed;
                }
                return nothing(method.getReturnType());
            }
        });
    }

    private static @Nullable Object nothing(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        return type == int.class ? (Object) 0 : null;
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static Object proxy(Class<?> type, InvocationHandler handler) {
        return Proxy.newProxyInstance(FaultyProvider.class.getClassLoader(), new Class<?>[] {type}, handler);
    }

    /** Hands out units whose connection has the fault. */
    private record FaultyContext(DatabaseContext database, Effect effect) implements DatabaseContext {
        @Override
        public DatabaseKind kind() {
            return database.kind();
        }

        @Override
        public UnitOfWork unit() {
            UnitOfWork unit = database.unit();
            return new UnitOfWork() {
                @Override
                public Connection connection() {
                    return faulty(unit.connection());
                }

                @Override
                public boolean readOnly() {
                    return unit.readOnly();
                }

                @Override
                public <R extends AutoCloseable> R resource(Object key, Function<Connection, R> create) {
                    return unit.resource(key, create);
                }
            };
        }

        private Connection faulty(Connection connection) {
            return (Connection) proxy(Connection.class, (proxy, method, arguments) -> {
                if (!method.getName().equals("prepareStatement")) {
                    return invoke(connection, method, arguments);
                }
                PreparedStatement statement = connection.prepareStatement(effect.sql((String) arguments[0]));
                return proxy(PreparedStatement.class, new FaultyStatement(connection, statement, effect));
            });
        }

        @Override
        public Clock clock() {
            return database.clock();
        }

        @Override
        public ZoneId naiveZone() {
            return database.naiveZone();
        }

        @Override
        public Path avatarDirectory() {
            return database.avatarDirectory();
        }
    }

    /** Binds parameters and adds rows as the fault has it. */
    private record FaultyStatement(Connection connection, PreparedStatement statement, Effect effect)
            implements InvocationHandler {
        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            if (method.getName().equals("addBatch") && effect.addBatch(connection, statement)) {
                return null;
            }
            boolean bound = method.getName().startsWith("set") && arguments != null && arguments.length == 2;
            if (bound && arguments[1] instanceof String text) {
                statement.setString((int) arguments[0], effect.text(text));
                return null;
            }
            if (bound && arguments[1] instanceof Double number) {
                statement.setDouble((int) arguments[0], effect.number(number));
                return null;
            }
            return FaultyProvider.invoke(statement, method, arguments);
        }
    }
}
