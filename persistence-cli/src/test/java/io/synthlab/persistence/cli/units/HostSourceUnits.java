package io.synthlab.persistence.cli.units;

import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.RepositoryFactory;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Contracts that bring a PostgreSQL data source of the host's, to reach what the library's own pool hides. */
abstract class HostSourceUnits extends MixedUnits {
    /** Returns a source of new connections with the driver's own defaults. */
    final PGSimpleDataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database().url().jdbcUrl());
        source.setUser(database().url().user());
        source.setPassword(database().url().password());
        return source;
    }

    /** Opens a mixed factory on a source. */
    final RepositoryFactory open(DataSource source) {
        RepositoryFactory factory = RepositoryFactory.open(PersistenceConfig.builder()
                .dataSource(source)
                .clock(database().clock())
                .build());
        mix.switchOn(factory.switches());
        return factory;
    }
}
