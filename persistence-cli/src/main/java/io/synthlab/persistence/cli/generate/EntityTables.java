package io.synthlab.persistence.cli.generate;

import io.synthlab.persistence.jpa.dialect.PostgresDialect;
import io.synthlab.persistence.migrations.catalog.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.mapping.PersistentClass;

/**
 * The tables that entities want, read from Hibernate's own picture of them: names, types, keys, unique keys, defaults and
 * checks. What Jakarta Persistence has no word for where columns are plain values, {@code @References} and
 * {@code @TableKey} say. A column takes NULL unless it is declared {@code nullable = false}, is a primitive, or stands in
 * a null-marked package without {@code @Nullable}.
 *
 * @param tables the tables
 * @param doubts what could not be read, one sentence each
 */
public record EntityTables(List<Table> tables, List<String> doubts) {
    /** Copies the lists. */
    public EntityTables {
        tables = List.copyOf(tables);
        doubts = List.copyOf(doubts);
    }

    /**
     * Reads entities.
     *
     * @param entities their classes
     * @return their tables
     */
    public static EntityTables of(Collection<Class<?>> entities) {
        BootstrapServiceRegistryBuilder loaders = new BootstrapServiceRegistryBuilder();
        entities.stream().map(Class::getClassLoader).distinct().forEach(loaders::applyClassLoader);
        StandardServiceRegistry registry = new StandardServiceRegistryBuilder(loaders.build())
                .applySetting("hibernate.boot.allow_jdbc_metadata_access", false)
                .applySetting("hibernate.dialect", PostgresDialect.class.getName())
                .build();
        try {
            MetadataSources sources = new MetadataSources(registry);
            entities.forEach(sources::addAnnotatedClass);
            return read(sources.buildMetadata());
        } finally {
            StandardServiceRegistryBuilder.destroy(registry);
        }
    }

    private static EntityTables read(Metadata metadata) {
        List<Table> tables = new ArrayList<>();
        List<String> doubts = new ArrayList<>();
        for (PersistentClass entity : metadata.getEntityBindings()) {
            EntityTable reader = new EntityTable(entity, metadata);
            tables.add(reader.read());
            doubts.addAll(reader.doubts());
        }
        return new EntityTables(tables, doubts);
    }
}
