package io.synthlab.persistence.cli.generate;

import io.synthlab.persistence.cli.ExitCode;
import io.synthlab.persistence.migrations.draft.Hints;
import io.synthlab.persistence.migrations.draft.VersionDraft;
import io.synthlab.persistence.migrations.schema.VersionScripts;
import io.synthlab.persistence.model.EntityClasses;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code synthlab-db schema generate}: from the entities on the class path to the draft of the next version. */
@Command(
        name = "generate",
        description = {
            "Compares the entities with the newest version and drafts the next one: V and U scripts for SQLite and"
                    + " PostgreSQL, and what it changes in the expected schema.",
            "What it cannot decide it says here and in the draft. Nothing is run; read the draft before it is."
        })
public final class GenerateCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "what the version is about, for example more_notes")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String name;

    @Option(
            names = "--directory",
            paramLabel = "DIR",
            description = "the sources of the versions, where versions.txt is (default:"
                    + " persistence-migrations/src/main/resources/io/synthlab/persistence/migrations)")
    private Path directory = Path.of("persistence-migrations/src/main/resources/io/synthlab/persistence/migrations");

    @Option(
            names = "--rename",
            paramLabel = "OLD:NEW",
            description = "a renamed table, old:new, or column, table.old:new; may be repeated (default: none)")
    private List<String> renames = new ArrayList<>();

    @Option(
            names = "--fill",
            paramLabel = "TABLE.COLUMN=SQL",
            description =
                    "what stands in a column for rows that have nothing there; may be repeated (default: nothing)")
    private List<String> fills = new ArrayList<>();

    /** Creates the command. */
    public GenerateCommand() {}

    /** Drafts and writes. */
    @Override
    public Integer call() {
        EntityTables entities = EntityTables.of(EntityClasses.all());
        VersionDraft draft = VersionDraft.of(
                VersionScripts.LIBRARY, entities.tables(), entities.doubts(), name, Hints.parse(renames, fills));
        PrintWriter out = spec.commandLine().getOut();
        if (draft.files().isEmpty()) {
            out.println("Nothing to do: the entities are what the newest version makes.");
            return ExitCode.DONE;
        }
        draft.write(directory).forEach(file -> out.println("Wrote:  " + file));
        draft.doubts().forEach(doubt -> out.println("DECIDE: " + doubt));
        out.println("Then raise SchemaHistory.EXPECTED_VERSION to "
                + draft.name().substring(0, draft.name().indexOf("__")) + ".");
        return ExitCode.DONE;
    }
}
