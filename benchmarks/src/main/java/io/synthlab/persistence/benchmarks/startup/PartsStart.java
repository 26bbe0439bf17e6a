package io.synthlab.persistence.benchmarks.startup;

import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.RepositoryFactory;
import io.synthlab.persistence.benchmarks.jvm.Marks;
import io.synthlab.persistence.internal.connect.ConnectionSource;
import io.synthlab.persistence.internal.connect.ConnectionSources;
import io.synthlab.persistence.jpa.session.SharedFactory;
import io.synthlab.persistence.spi.RepositoryProvider;
import java.util.ServiceLoader;

/** The parts of {@link LibraryStart}, one after the other, each for the first time in its JVM. */
final class PartsStart {
    private PartsStart() {}

    /**
     * Starts once.
     *
     * @param arguments JDBC URL, user, password
     */
    public static void main(String[] arguments) {
        Marks marks = new Marks();
        PersistenceConfig config = Jpa.config(arguments[0], arguments[1], arguments[2]);
        marks.end("configuration");
        ServiceLoader.load(RepositoryProvider.class).forEach(RepositoryProvider::name);
        marks.end("providers");
        ConnectionSource source = ConnectionSources.open(config);
        marks.end("pools");
        try (SharedFactory.Lease lease =
                SharedFactory.lease(config.databaseUrl().orElseThrow().kind())) {
            lease.factory();
            marks.end("session factory");
            try (RepositoryFactory repositories = RepositoryFactory.open(config)) {
                marks.end("the rest of opening");
                repositories.experiments().findById("exp_00000001");
                marks.end("first answer");
            }
        } finally {
            source.close();
        }
    }
}
