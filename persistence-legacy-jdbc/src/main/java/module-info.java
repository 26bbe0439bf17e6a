/** Provider {@code legacy-jdbc}: the repositories in plain JDBC. */
module io.synthlab.persistence.jdbc {
    requires io.synthlab.persistence;
    requires static org.jspecify;

    provides io.synthlab.persistence.spi.RepositoryProvider with
            io.synthlab.persistence.jdbc.LegacyJdbcProvider;
}
