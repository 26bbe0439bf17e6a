package io.synthlab.persistence.benchmarks.startup;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.synthlab.persistence.benchmarks.jvm.Marks;
import io.synthlab.persistence.model.EntityClasses;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.MappingSettings;

/** What a host would write without this library: a HikariCP pool and a Hibernate session factory for the same tables. */
final class BareStart {
    private static final String FIRST_ANSWER = "select e.id from ExperimentEntity e where e.id = :id";

    private BareStart() {}

    /**
     * Starts once.
     *
     * @param arguments JDBC URL, user, password
     */
    public static void main(String[] arguments) {
        Marks marks = new Marks();
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl(arguments[0]);
        settings.setUsername(arguments[1]);
        settings.setPassword(arguments[2]);
        try (HikariDataSource pool = new HikariDataSource(settings)) {
            marks.end("pool");
            MetadataSources entities = new MetadataSources(new StandardServiceRegistryBuilder()
                    .applySetting(JdbcSettings.JAKARTA_NON_JTA_DATASOURCE, pool)
                    .applySetting(MappingSettings.JSON_FORMAT_MAPPER, new TextFormat())
                    .build());
            EntityClasses.all().forEach(entities::addAnnotatedClass);
            try (SessionFactory factory = entities.buildMetadata().buildSessionFactory()) {
                marks.end("session factory");
                factory.inStatelessTransaction(session -> session.createSelectionQuery(FIRST_ANSWER, String.class)
                        .setParameter("id", "exp_00000001")
                        .getResultList());
                marks.end("first answer");
            }
        }
    }
}
