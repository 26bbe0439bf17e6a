package io.synthlab.persistence.cli;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

/** A data source of a host that does nothing but hand out connections. */
public final class HostConnections {
    private HostConnections() {}

    /**
     * Makes a source.
     *
     * @param connections gives a new connection each time
     * @return the source; it knows {@code getConnection()} and nothing else
     */
    public static DataSource from(Callable<Connection> connections) {
        return (DataSource) Proxy.newProxyInstance(
                HostConnections.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                    if (!method.getName().equals("getConnection")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return connections.call();
                });
    }
}
