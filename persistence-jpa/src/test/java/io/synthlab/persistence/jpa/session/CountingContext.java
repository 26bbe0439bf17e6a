package io.synthlab.persistence.jpa.session;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.spi.DatabaseContext;
import io.synthlab.persistence.spi.UnitOfWork;
import io.synthlab.persistence.testkit.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A database with one unit of work that never ends, and a record of what is sent. */
final class CountingContext implements DatabaseContext, UnitOfWork {
    private final TestDatabase database;
    private final Connection connection;
    private final Map<Object, AutoCloseable> resources = new HashMap<>();
    private final List<String> executions = new ArrayList<>();

    CountingContext(TestDatabase database) {
        this.database = database;
        this.connection = counting(Connection.class, database.connect());
    }

    /** Returns the name of each JDBC method that sent something, in order, and forgets them. */
    List<String> executions() {
        List<String> sent = List.copyOf(executions);
        executions.clear();
        return sent;
    }

    private <T> T counting(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call(target, method, arguments)));
    }

    private Object call(Object target, Method method, Object[] arguments) throws Throwable {
        if (method.getName().startsWith("execute")) {
            executions.add(method.getName());
        }
        try {
            Object result = method.invoke(target, arguments);
            return result instanceof PreparedStatement statement
                    ? counting(PreparedStatement.class, statement)
                    : result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public DatabaseKind kind() {
        return database.kind();
    }

    @Override
    public UnitOfWork unit() {
        return this;
    }

    @Override
    public Clock clock() {
        return database.clock();
    }

    @Override
    public ZoneId naiveZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Path avatarDirectory() {
        return Path.of("avatars");
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public boolean readOnly() {
        return false;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <R extends AutoCloseable> R resource(Object key, Function<Connection, R> create) {
        return (R) resources.computeIfAbsent(key, unknown -> create.apply(connection));
    }

    /** Ends the unit. */
    void close() throws Exception {
        for (AutoCloseable resource : resources.values()) {
            resource.close();
        }
        connection.close();
    }
}
