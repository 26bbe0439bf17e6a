package io.synthlab.persistence.internal.transaction;

import io.synthlab.persistence.internal.connect.ConnectionSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;

/** Real connections to one SQLite file; remembers what became of each. */
final class CountingSource implements ConnectionSource {
    private final String url;
    private final List<String> events = new ArrayList<>();
    private final Set<Connection> out = new HashSet<>();
    private IntConsumer onTake = number -> {};
    private int taken;
    private boolean closed;

    CountingSource(String url) {
        this.url = url;
    }

    /** Calls back before each connection is taken, with its number. */
    void onTake(IntConsumer callback) {
        onTake = callback;
    }

    /** Returns what happened since the last question, for example {@code take close}. */
    String events() {
        String text = String.join(" ", events);
        events.clear();
        return text;
    }

    int out() {
        return out.size();
    }

    boolean closed() {
        return closed;
    }

    @Override
    public Connection take(Purpose purpose) throws SQLException {
        onTake.accept(++taken);
        Connection physical = DriverManager.getConnection(url);
        try (var statement = physical.createStatement()) {
            statement.execute("PRAGMA foreign_keys=ON");
            statement.execute("PRAGMA busy_timeout=1");
        }
        events.add(purpose == Purpose.WRITE ? "take" : "take-reader");
        Connection counted = counted(physical);
        out.add(counted);
        return counted;
    }

    private Connection counted(Connection physical) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "equals":
                            return proxy == arguments[0];
                        case "hashCode":
                            return System.identityHashCode(proxy);
                        case "close":
                            events.add("close");
                            out.remove((Connection) proxy);
                            break;
                        default:
                    }
                    try {
                        return method.invoke(physical, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public void giveBack(Connection connection, Purpose purpose, boolean broken) throws SQLException {
        if (broken) {
            events.add(purpose == Purpose.WRITE ? "discard" : "discard-reader");
        }
        connection.close();
    }

    @Override
    public void close() {
        closed = true;
    }
}
