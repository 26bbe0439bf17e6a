package io.synthlab.persistence.jpa.session;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.jpa.dialect.PostgresDialect;
import io.synthlab.persistence.jpa.dialect.SqliteDialect;
import io.synthlab.persistence.model.EntityClasses;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistry;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.registry.classloading.internal.TcclLookupPrecedence;
import org.hibernate.cfg.CacheSettings;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.cfg.TransactionSettings;
import org.hibernate.cfg.ValidationSettings;
import org.hibernate.dialect.Dialect;
import org.hibernate.engine.transaction.jta.platform.internal.NoJtaPlatform;

/** Boots Hibernate for one kind of database, from nothing but what is written here. */
final class FactoryBuilder {
    private FactoryBuilder() {}

    /** Builds a factory; no database is asked, and it never has a connection but those that sessions are given. */
    static SessionFactory build(DatabaseKind kind) {
        StandardServiceRegistry services = new StandardServiceRegistryBuilder(bootstrap())
                // A host's hibernate.properties and system properties are about the host's own factories.
                .clearSettings()
                .applySettings(settings(kind))
                .build();
        try {
            MetadataSources entities = new MetadataSources(services);
            EntityClasses.all().forEach(entities::addAnnotatedClass);
            return entities.buildMetadata().buildSessionFactory();
        } catch (RuntimeException | Error e) {
            StandardServiceRegistryBuilder.destroy(services);
            throw e;
        }
    }

    /** This library's own class loader alone: the factory may outlive the application whose thread builds it. */
    private static BootstrapServiceRegistry bootstrap() {
        BootstrapServiceRegistryBuilder bootstrap =
                new BootstrapServiceRegistryBuilder().applyClassLoader(FactoryBuilder.class.getClassLoader());
        bootstrap.applyTcclLookupPrecedence(TcclLookupPrecedence.NEVER);
        return bootstrap.build();
    }

    private static Map<String, Object> settings(DatabaseKind kind) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put(JdbcSettings.DIALECT, dialect(kind));
        settings.put(JdbcSettings.ALLOW_METADATA_ON_BOOT, false);
        settings.put(JdbcSettings.CONNECTION_PROVIDER, new NoConnections());
        settings.put(TransactionSettings.TRANSACTION_COORDINATOR_STRATEGY, new UnitTransactions());
        // A driver's message may repeat stored text; errors reach the caller translated.
        settings.put(JdbcSettings.LOG_JDBC_ERRORS, false);
        settings.put(JdbcSettings.LOG_JDBC_WARNINGS, false);
        settings.put(MappingSettings.JSON_FORMAT_MAPPER, new StoredJson());
        // Whatever else the host has on its class path: no cache, no Bean Validation, no orm.xml, no JTA.
        settings.put(CacheSettings.USE_SECOND_LEVEL_CACHE, false);
        settings.put(CacheSettings.USE_QUERY_CACHE, false);
        settings.put(ValidationSettings.JAKARTA_VALIDATION_MODE, "none");
        settings.put(MappingSettings.XML_MAPPING_ENABLED, false);
        settings.put(TransactionSettings.JTA_PLATFORM, NoJtaPlatform.INSTANCE);
        // Missing values are the database's to refuse: the same error as from the other implementation.
        settings.put(ValidationSettings.CHECK_NULLABILITY, false);
        return settings;
    }

    private static Dialect dialect(DatabaseKind kind) {
        return switch (kind) {
            case SQLITE -> new SqliteDialect();
            case POSTGRESQL -> new PostgresDialect();
        };
    }
}
