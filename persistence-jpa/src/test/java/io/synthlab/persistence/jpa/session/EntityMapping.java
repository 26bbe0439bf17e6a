package io.synthlab.persistence.jpa.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.synthlab.persistence.model.EntityClasses;
import io.synthlab.persistence.testkit.TestDatabase;
import jakarta.persistence.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.cfg.SchemaToolingSettings;
import org.hibernate.dialect.Dialect;

/** Compares the entities with a migrated database, in both directions. */
final class EntityMapping {
    private EntityMapping() {}

    /** Fails unless each entity's table and columns exist with a fitting type, and no column is left out. */
    static void assertFits(TestDatabase database, Dialect dialect) throws SQLException {
        try (StandardServiceRegistry services = new StandardServiceRegistryBuilder()
                .clearSettings()
                .applySettings(settings(database, dialect))
                .build()) {
            MetadataSources sources = new MetadataSources(services);
            EntityClasses.all().forEach(sources::addAnnotatedClass);
            Metadata metadata = sources.buildMetadata();
            metadata.buildSessionFactory().close(); // validates
            assertEquals(stored(database), mapped(metadata));
        }
    }

    private static Map<String, Object> settings(TestDatabase database, Dialect dialect) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put(JdbcSettings.DIALECT, dialect);
        settings.put(JdbcSettings.CONNECTION_PROVIDER, new RawConnections(database));
        settings.put(SchemaToolingSettings.HBM2DDL_AUTO, "validate");
        settings.put(MappingSettings.JSON_FORMAT_MAPPER, new StoredJson());
        return settings;
    }

    private static Map<String, SortedSet<String>> mapped(Metadata metadata) {
        Map<String, SortedSet<String>> tables = new TreeMap<>();
        metadata.getEntityBindings().forEach(entity -> {
            SortedSet<String> columns = tables.computeIfAbsent(entity.getTable().getName(), name -> new TreeSet<>());
            entity.getTable().getColumns().forEach(column -> columns.add(column.getName()));
        });
        return tables;
    }

    private static Map<String, SortedSet<String>> stored(TestDatabase database) throws SQLException {
        Map<String, SortedSet<String>> tables = new TreeMap<>();
        EntityClasses.all()
                .forEach(type -> tables.put(type.getAnnotation(Table.class).name(), new TreeSet<>()));
        try (Connection connection = database.connect();
                ResultSet columns = connection.getMetaData().getColumns(null, null, "%", "%")) {
            while (columns.next()) {
                tables.getOrDefault(columns.getString("TABLE_NAME"), new TreeSet<>())
                        .add(columns.getString("COLUMN_NAME"));
            }
        }
        return tables;
    }
}
