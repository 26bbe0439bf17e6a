/** The contract of synth-lab persistence: what hosts call, and what implementations provide. */
// The modules that see internals are built later, on top of this one.
@SuppressWarnings("module")
module io.synthlab.persistence {
    requires transitive java.sql;
    requires com.fasterxml.jackson.core;
    requires com.zaxxer.hikari;
    requires org.slf4j;
    requires static transitive org.jspecify;
    requires static org.xerial.sqlitejdbc;
    requires static micrometer.core;

    exports io.synthlab.persistence;
    exports io.synthlab.persistence.compare;
    exports io.synthlab.persistence.micrometer;
    exports io.synthlab.persistence.observe;
    exports io.synthlab.persistence.error;
    exports io.synthlab.persistence.experiment;
    exports io.synthlab.persistence.spi;
    exports io.synthlab.persistence.synth;
    exports io.synthlab.persistence.transaction;
    exports io.synthlab.persistence.analysis;
    exports io.synthlab.persistence.document;
    exports io.synthlab.persistence.exploration;
    exports io.synthlab.persistence.insight;
    exports io.synthlab.persistence.legacy;
    exports io.synthlab.persistence.research;
    exports io.synthlab.persistence.internal.connect to
            io.synthlab.persistence.migrations,
            io.synthlab.persistence.testkit,
            io.synthlab.persistence.cli;
    exports io.synthlab.persistence.internal.error to
            io.synthlab.persistence.jdbc,
            io.synthlab.persistence.jpa,
            io.synthlab.persistence.migrations;
    exports io.synthlab.persistence.internal.file to
            io.synthlab.persistence.migrations,
            io.synthlab.persistence.testkit;
    exports io.synthlab.persistence.internal.id to
            io.synthlab.persistence.jdbc,
            io.synthlab.persistence.jpa,
            io.synthlab.persistence.migrations,
            io.synthlab.persistence.model;
    exports io.synthlab.persistence.internal.query to
            io.synthlab.persistence.jdbc,
            io.synthlab.persistence.jpa;
    exports io.synthlab.persistence.internal.row to
            io.synthlab.persistence.jdbc,
            io.synthlab.persistence.jpa,
            io.synthlab.persistence.model;
    exports io.synthlab.persistence.internal.search to
            io.synthlab.persistence.jdbc,
            io.synthlab.persistence.jpa;
    exports io.synthlab.persistence.internal.schema to
            io.synthlab.persistence.migrations,
            io.synthlab.persistence.testkit;
    exports io.synthlab.persistence.internal.text to
            io.synthlab.persistence.jdbc,
            io.synthlab.persistence.jpa,
            io.synthlab.persistence.migrations;
    exports io.synthlab.persistence.internal.time to
            io.synthlab.persistence.jdbc,
            io.synthlab.persistence.jpa,
            io.synthlab.persistence.model;

    uses io.synthlab.persistence.spi.RepositoryProvider;
    uses io.synthlab.persistence.spi.SchemaMigrator;
}
