package io.synthlab.persistence.benchmarks.startup;

import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.benchmarks.jvm.Marks;
import io.synthlab.persistence.internal.connect.DriverConnections;
import io.synthlab.persistence.migrations.Schema;
import java.sql.Connection;
import java.sql.SQLException;

/** Brings an empty database to the newest version, then finds nothing to do, as each start of a host does. */
final class SchemaStart {
    private SchemaStart() {}

    /**
     * Starts once.
     *
     * @param arguments JDBC URL, user, password
     * @throws SQLException if the database cannot be reached
     */
    public static void main(String[] arguments) throws SQLException {
        PersistenceConfig config = Jpa.config(arguments[0], arguments[1], arguments[2]);
        Schema schema = Schema.of(config);
        Marks marks = new Marks();
        connect(config);
        marks.end("first connection");
        require(schema.migrate().size() > 0, "the database was not empty");
        marks.end("migrate");
        connect(config);
        marks.end("connection");
        require(schema.migrate().isEmpty(), "there was something left to do");
        marks.end("migrate again");
        require(schema.check().differences().isEmpty(), "the schema differs");
        marks.end("check");
    }

    private static void connect(PersistenceConfig config) throws SQLException {
        try (Connection connection = DriverConnections.open(config, true)) {
            require(connection.isValid(1), "the connection does not answer");
        }
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalStateException(otherwise);
        }
    }
}
