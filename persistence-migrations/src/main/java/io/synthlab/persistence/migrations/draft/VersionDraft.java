package io.synthlab.persistence.migrations.draft;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.migrations.catalog.ExpectedSchema;
import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.schema.VersionScripts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The next version as a draft: scripts up and down for both databases, and what it changes in the expected schema. For a
 * person to read, correct and own.
 *
 * @param name its number and what it is about, for example {@code 3__more_notes}
 * @param files text by path, in the layout of the versions
 * @param doubts what could not be decided, or costs data, one sentence each
 */
public record VersionDraft(String name, Map<String, String> files, List<String> doubts) {
    private static final String NAME = "[a-z][a-z0-9_]*";

    /** Copies the parts. */
    public VersionDraft {
        files = Map.copyOf(files);
        doubts = List.copyOf(doubts);
    }

    /**
     * Drafts the version that makes the tables of some entities.
     *
     * @param scripts the versions there are
     * @param wanted tables as they should be
     * @param open what could not be read of them, for the draft to repeat
     * @param about what it is about, in lower case with underscores
     * @param hints what the tables do not tell
     * @return the draft; without files if nothing differs
     * @throws ConfigurationException if the name is not one, or a hint does not fit
     */
    public static VersionDraft of(
            VersionScripts scripts, Collection<Table> wanted, List<String> open, String about, Hints hints) {
        if (!about.matches(NAME)) {
            throw new ConfigurationException(
                    "a version is named in lower case with underscores, for example more_notes, not " + about);
        }
        List<VersionScripts.Name> names = scripts.names();
        String newest = names.isEmpty() ? "0" : names.get(names.size() - 1).version();
        String name = (Integer.parseInt(newest) + 1) + "__" + about;
        List<Table> before = scripts.tables(newest, DatabaseKind.SQLITE);
        SchemaChange up = SchemaChange.of(before, wanted, hints);
        return up.isEmpty()
                ? new VersionDraft(name, Map.of(), List.of())
                : draft(name, up, SchemaChange.of(wanted, before, hints.reversed()), before, wanted, open);
    }

    private static VersionDraft draft(
            String name,
            SchemaChange up,
            SchemaChange down,
            Collection<Table> before,
            Collection<Table> wanted,
            List<String> open) {
        List<String> doubts = new ArrayList<>(open);
        doubts.addAll(Doubts.of(up));
        List<String> destroyed = destroyed(down);
        Map<String, String> files = new LinkedHashMap<>();
        files.put("sqlite/V" + name + ".sql", script(doubts, List.of(), SqliteDraft.of(up)));
        files.put("sqlite/U" + name + ".sql", script(List.of(), destroyed, SqliteDraft.of(down)));
        files.put("postgresql/V" + name + ".sql", script(doubts, List.of(), PostgresDraft.of(up)));
        files.put("postgresql/U" + name + ".sql", script(List.of(), destroyed, PostgresDraft.of(down)));
        files.put("expected/V" + name + ".tsv", ExpectedSchema.write(before, List.copyOf(wanted)));
        return new VersionDraft(name, files, doubts);
    }

    /** Lists the columns whose values an undo takes; whoever undoes counts them first. */
    private static List<String> destroyed(SchemaChange down) {
        return down.kept().stream()
                .flatMap(table -> table.removedColumns().stream()
                        .map(column -> table.name() + "." + oldName(table, column.name())))
                .toList();
    }

    private static String oldName(TableChange table, String column) {
        return table.renamedColumns().entrySet().stream()
                .filter(renamed -> renamed.getValue().equals(column))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(column);
    }

    private static String script(List<String> doubts, List<String> destroyed, List<String> statements) {
        List<String> lines = new ArrayList<>();
        doubts.forEach(doubt -> lines.add("-- DECIDE: " + doubt));
        destroyed.forEach(column -> lines.add("-- destroys: " + column));
        if (!lines.isEmpty()) {
            lines.add("");
        }
        statements.forEach(statement -> lines.add(statement + ";"));
        return String.join("\n", lines) + "\n";
    }

    /**
     * Writes the draft.
     *
     * @param directory where the versions stand: {@code versions.txt}, {@code sqlite}, {@code postgresql},
     *     {@code expected}
     * @return the files that were written
     * @throws ConfigurationException if the directory holds no versions, or one of the files is there already; nothing
     *     is written then
     */
    public List<Path> write(Path directory) {
        Path list = directory.resolve(VersionScripts.LIST);
        if (!Files.isRegularFile(list)) {
            throw new ConfigurationException(directory + " holds no versions: there is no " + VersionScripts.LIST
                    + "; name the directory of their sources");
        }
        List<Path> written = new ArrayList<>();
        files.keySet().stream().sorted().map(directory::resolve).forEach(written::add);
        written.stream().filter(Files::exists).findFirst().ifPresent(file -> {
            throw new ConfigurationException(file + " is there already; nothing was written");
        });
        try {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = directory.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue(), StandardOpenOption.CREATE_NEW);
            }
            Files.writeString(list, name + "\n", StandardOpenOption.APPEND);
        } catch (FileAlreadyExistsException e) {
            throw new ConfigurationException(e.getFile() + " is there already; versions were not listed", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        written.add(list);
        return written;
    }
}
