package io.synthlab.persistence.cli.generate;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.cli.DatabaseAddress;
import io.synthlab.persistence.cli.DatabaseOptions;
import io.synthlab.persistence.cli.ExitCode;
import io.synthlab.persistence.migrations.Schema;
import io.synthlab.persistence.migrations.SchemaCheck;
import io.synthlab.persistence.model.EntityClasses;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code synthlab-db schema check}: is the database what it should be, and are the entities? For CI. */
@Command(
        name = "check",
        description = {
            "Compares the database with the expected schema, and the entities with it: columns, types, nullability,"
                    + " defaults, keys, delete actions, unique keys, checks, indexes.",
            "Changes nothing. Exit code 1 if anything is missing, surplus or different."
        })
public final class CheckCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private final DatabaseOptions options = new DatabaseOptions();

    /** Creates the command. */
    public CheckCommand() {}

    /** Compares and prints. */
    @Override
    public Integer call() {
        try (DatabaseAddress address = options.open()) {
            SchemaCheck check = Schema.of(address.config().build()).check();
            EntityTables tables = EntityTables.of(EntityClasses.all());
            List<String> entities = new ArrayList<>(tables.doubts());
            entities.addAll(Schema.differencesOf(tables.tables()));
            print(address.url().display(), check, entities);
            return check.isClean() && entities.isEmpty() ? ExitCode.DONE : ExitCode.NOT_EQUAL;
        }
    }

    private void print(String url, SchemaCheck check, List<String> entities) {
        PrintWriter out = spec.commandLine().getOut();
        if (options.json()) {
            out.println(JsonValue.of(Map.of(
                    "version",
                    check.version(),
                    "differences",
                    check.differences(),
                    "tolerated",
                    check.tolerated(),
                    "entities",
                    entities)));
            return;
        }
        check.tolerated().forEach(difference -> out.println("Tolerated: " + difference));
        check.differences().forEach(difference -> out.println("Differs:   " + difference));
        entities.forEach(difference -> out.println("Entities:  " + difference));
        if (check.isClean() && entities.isEmpty()) {
            out.println(url + ": version " + check.version() + ", nothing differs.");
        }
    }
}
