package io.synthlab.persistence.cli.statements;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.Repositories;
import io.synthlab.persistence.spi.ProviderSession;
import io.synthlab.persistence.spi.RepositoryProvider;
import io.synthlab.persistence.testkit.StandingUnit;
import io.synthlab.persistence.testkit.TestDatabase;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Consumer;

/** The repositories of one implementation on a connection that keeps each statement that is sent. */
final class WatchedRepositories implements Repositories, AutoCloseable {
    private final Connection real;
    private final StandingUnit unit;
    private final ProviderSession session;
    private final List<SentStatement> sent = new ArrayList<>();

    WatchedRepositories(TestDatabase database, String provider) throws SQLException {
        real = database.connect();
        real.setAutoCommit(false);
        unit = new StandingUnit(database, proxy(Connection.class, this::onConnection));
        session = ServiceLoader.load(RepositoryProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(found -> found.name().equals(provider))
                .findFirst()
                .orElseThrow()
                .connect(unit);
    }

    DatabaseKind kind() {
        return unit.kind();
    }

    /** Returns the statements a call sends, one for each time it is executed; takes its changes back. */
    List<SentStatement> sentBy(Consumer<Repositories> call) throws SQLException {
        sent.clear();
        call.accept(this);
        List<SentStatement> all = List.copyOf(sent);
        real.rollback();
        return all;
    }

    /** Returns how the database runs a statement. */
    String plan(SentStatement statement) throws SQLException {
        try (PreparedStatement read = real.prepareStatement("SELECT count(*) FROM synth_groups")) {
            read.execute(); // SQLite looks for a changed schema when it reads rows, and a plan reads none
        }
        String plan = statement.plan(real, kind() == DatabaseKind.SQLITE ? "EXPLAIN QUERY PLAN " : "EXPLAIN ");
        real.rollback(); // an open transaction would hold up who drops an index
        return plan;
    }

    private Object onConnection(Object proxy, Method method, Object[] arguments) throws Throwable {
        Object result = invoke(real, method, arguments);
        return result instanceof PreparedStatement statement
                ? proxy(PreparedStatement.class, new Watch(statement, (String) arguments[0]))
                : result;
    }

    private final class Watch implements InvocationHandler {
        private final PreparedStatement statement;
        private final String sql;
        private final List<SentStatement.Setter> setters = new ArrayList<>();

        Watch(PreparedStatement statement, String sql) {
            this.statement = statement;
            this.sql = sql;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            String name = method.getName();
            boolean parameter = name.startsWith("set") && arguments.length > 1;
            if (parameter) {
                setters.add(new SentStatement.Setter(method, arguments));
            } else if (name.startsWith("execute")) {
                sent.add(new SentStatement(sql, setters));
            } else if (name.equals("addBatch") || name.equals("clearParameters")) {
                setters.clear();
            }
            return WatchedRepositories.invoke(statement, method, arguments);
        }
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Override
    public <R> R repository(Class<R> type) {
        return session.repository(type).orElseThrow();
    }

    @Override
    public void close() throws SQLException {
        unit.close();
        session.close();
    }
}
