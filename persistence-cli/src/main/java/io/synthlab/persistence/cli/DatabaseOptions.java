package io.synthlab.persistence.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command that is about one database. */
public final class DatabaseOptions {
    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "which database (default: what DATABASE_URL or SYNTHLAB_DB_PATH says)")
    private @Nullable String database;

    @Option(names = "--json", description = "print one JSON object (default: lines)")
    private boolean json;

    /** Creates the options; picocli sets them. */
    public DatabaseOptions() {}

    /** Opens the database that is named, or the configured one. */
    public DatabaseAddress open() {
        return DatabaseAddress.open(database);
    }

    /** Returns whether one JSON object is printed rather than lines. */
    public boolean json() {
        return json;
    }
}
