package io.synthlab.persistence.jpa.session;

import io.synthlab.persistence.testkit.StandingUnit;
import io.synthlab.persistence.testkit.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;

/** A database with one unit of work that never ends, and a record of what is sent. */
final class CountingContext extends StandingUnit {
    private final List<String> executions;

    CountingContext(TestDatabase database) {
        this(database, new ArrayList<>());
    }

    private CountingContext(TestDatabase database, List<String> executions) {
        super(database, counting(Connection.class, database.connect(), executions));
        this.executions = executions;
    }

    /** Returns the name of each JDBC method that sent something, in order, and forgets them. */
    List<String> executions() {
        List<String> sent = List.copyOf(executions);
        executions.clear();
        return sent;
    }

    private static <T> T counting(Class<T> type, T target, List<String> executions) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call(target, method, arguments, executions)));
    }

    private static Object call(Object target, Method method, Object[] arguments, List<String> executions)
            throws Throwable {
        if (method.getName().startsWith("execute")) {
            executions.add(method.getName());
        }
        try {
            Object result = method.invoke(target, arguments);
            return result instanceof PreparedStatement statement
                    ? counting(PreparedStatement.class, statement, executions)
                    : result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
