package io.synthlab.persistence.testkit;

import io.synthlab.persistence.spi.DatabaseContext;
import io.synthlab.persistence.spi.ProviderSession;
import io.synthlab.persistence.spi.RepositoryProvider;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** An implementation that reads one row and finds nothing, whatever it is asked; enough to use a connection. */
public final class FindingProvider implements RepositoryProvider {
    @Override
    public String name() {
        return "finding";
    }

    @Override
    public ProviderSession connect(DatabaseContext database) {
        return new ProviderSession() {
            @Override
            public <R> Optional<R> repository(Class<R> type) {
                Object repository = Proxy.newProxyInstance(
                        type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> find(database));
                return Optional.of(type.cast(repository));
            }

            @Override
            public void close() {}
        };
    }

    private static Optional<?> find(DatabaseContext database) throws SQLException {
        try (Statement statement = database.unit().connection().createStatement()) {
            statement.execute("SELECT id FROM synth_groups");
            return Optional.empty();
        }
    }
}
