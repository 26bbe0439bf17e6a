package io.synthlab.persistence.benchmarks.startup;

import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.RepositoryFactory;
import io.synthlab.persistence.benchmarks.jvm.Marks;

/** This library, every repository on {@code jpa}, the schema at its version. */
final class LibraryStart {
    private LibraryStart() {}

    /**
     * Starts once.
     *
     * @param arguments JDBC URL, user, password
     */
    public static void main(String[] arguments) {
        Marks marks = new Marks();
        PersistenceConfig config = Jpa.config(arguments[0], arguments[1], arguments[2]);
        marks.end("configuration");
        try (RepositoryFactory repositories = RepositoryFactory.open(config)) {
            marks.end("open");
            repositories.experiments().findById("exp_00000001");
            marks.end("first answer");
            repositories.experiments().list(PageRequest.first());
            marks.end("first page");
        }
    }
}
