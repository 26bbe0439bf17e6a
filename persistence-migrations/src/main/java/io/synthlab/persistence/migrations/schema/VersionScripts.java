package io.synthlab.persistence.migrations.schema;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.internal.schema.SchemaHistory;
import io.synthlab.persistence.migrations.catalog.ExpectedSchema;
import io.synthlab.persistence.migrations.catalog.SchemaCatalog;
import io.synthlab.persistence.migrations.catalog.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The versions there are: {@code versions.txt} names them, oldest first, and each has {@code V} and {@code U} scripts for
 * both databases and a file of what it changes in the expected schema. Looked at once. Safe for use by several threads.
 */
public final class VersionScripts {
    /** Versions of this library, on the class path. */
    public static final VersionScripts LIBRARY = new VersionScripts();

    /** The file that names the versions. */
    public static final String LIST = "versions.txt";

    private static final String ROOT = "io/synthlab/persistence/migrations/";
    private static final String NAME = "[1-9]\\d{0,8}__\\w+";

    private final @Nullable Path directory;
    private final Map<DatabaseKind, Map<Name, List<Table>>> tables = new ConcurrentHashMap<>();
    private volatile @Nullable List<Name> names;

    private VersionScripts() {
        this.directory = null;
    }

    /**
     * Takes versions from a directory.
     *
     * @param directory where they stand
     */
    public VersionScripts(Path directory) {
        this.directory = directory;
    }

    /**
     * Names one version.
     *
     * @param version its number
     * @param description what it is about, words joined by underscores
     */
    public record Name(String version, String description) {
        static Name parse(String text) {
            int end = text.indexOf("__");
            return new Name(text.substring(0, end), text.substring(end + 2));
        }

        String script(DatabaseKind kind) {
            return folder(kind) + "/V" + this + ".sql";
        }

        String undoScript(DatabaseKind kind) {
            return folder(kind) + "/U" + this + ".sql";
        }

        String expected() {
            return "expected/V" + this + ".tsv";
        }

        @Override
        public String toString() {
            return version + "__" + description;
        }
    }

    /**
     * Lists the versions, oldest first.
     *
     * @return the versions
     * @throws ConfigurationException if one lacks a file, if they are out of order, or a script is in no version
     */
    public List<Name> names() {
        List<Name> known = names;
        if (known == null) {
            known = read();
            names = known;
        }
        return known;
    }

    private List<Name> read() {
        List<String> lines = text(LIST)
                .lines()
                .filter(line -> !line.isBlank())
                .map(String::strip)
                .toList();
        lines.stream().filter(line -> !line.matches(NAME)).findFirst().ifPresent(line -> {
            throw new ConfigurationException(LIST + ": a version is written 3__what_it_is_about, not " + line);
        });
        List<Name> names = lines.stream().map(Name::parse).toList();
        for (int i = 1; i < names.size(); i++) {
            if (Integer.parseInt(names.get(i).version())
                    <= Integer.parseInt(names.get(i - 1).version())) {
                throw new ConfigurationException(LIST + ": version " + names.get(i) + " stands behind version "
                        + names.get(i - 1) + "; versions go up, give it the next number");
            }
        }
        names.forEach(this::requireFiles);
        requireNoOther(names);
        return names;
    }

    /** Returns a version that is there. */
    Name name(String version) {
        return names().stream()
                .filter(name -> name.version().equals(version))
                .findFirst()
                .orElseThrow(() -> new ConfigurationException("there is no version " + version));
    }

    /** Returns the number of the newest version, as this build works with. */
    public String newest() {
        List<Name> names = names();
        return directory == null
                ? SchemaHistory.EXPECTED_VERSION
                : names.get(names.size() - 1).version();
    }

    /**
     * Returns the tables that are expected where a version is the newest.
     *
     * @param version its number, {@code 0} for none
     * @param kind which database
     * @return tables, parents before children
     */
    public List<Table> tables(String version, DatabaseKind kind) {
        List<Table> newest = List.of();
        for (Map.Entry<Name, List<Table>> each : history(kind).entrySet()) {
            if (Integer.parseInt(each.getKey().version()) <= Integer.parseInt(version)) {
                newest = each.getValue();
            }
        }
        return newest;
    }

    /** Returns the names of every table that any version has, parents before children. */
    Set<String> tableNames(DatabaseKind kind) {
        return history(kind).values().stream()
                .flatMap(List::stream)
                .map(Table::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns the tables after each version, oldest first. */
    private Map<Name, List<Table>> history(DatabaseKind kind) {
        return tables.computeIfAbsent(kind, database -> {
            Map<Name, List<Table>> history = new LinkedHashMap<>();
            List<Table> before = List.of();
            for (Name name : names()) {
                boolean first = directory == null && name.version().equals("1");
                before = first
                        ? SchemaCatalog.firstVersion()
                        : ExpectedSchema.apply(before, open(name.expected()), name.expected(), database);
                history.put(name, before);
            }
            return history;
        });
    }

    /** Returns where Flyway finds the scripts. */
    String location(DatabaseKind kind) {
        return directory == null
                ? "classpath:" + ROOT + folder(kind)
                : "filesystem:" + directory.resolve(folder(kind)).toAbsolutePath();
    }

    /** Reads a file. */
    String text(String file) {
        try (InputStream in = open(file)) {
            if (in == null) {
                throw new ConfigurationException(place(file) + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String folder(DatabaseKind kind) {
        return kind == DatabaseKind.SQLITE ? "sqlite" : "postgresql";
    }

    private void requireFiles(Name name) {
        List<String> files = new ArrayList<>(List.of(name.expected()));
        for (DatabaseKind kind : DatabaseKind.values()) {
            files.add(name.script(kind));
            files.add(name.undoScript(kind));
        }
        if (directory == null && name.version().equals("1")) {
            files.remove(name.expected()); // schema.tsv
        }
        for (String file : files) {
            if (!exists(file)) {
                throw new ConfigurationException("version " + name.version() + " is not whole: " + place(file)
                        + " is missing; a version has V and U scripts for both databases and says what it changes");
            }
        }
    }

    /** Flyway would run every script that it finds; on the class path a test of ours looks. */
    private void requireNoOther(List<Name> names) {
        if (directory == null) {
            return;
        }
        for (DatabaseKind kind : DatabaseKind.values()) {
            Set<String> known = names.stream()
                    .flatMap(name -> Stream.of(name.script(kind), name.undoScript(kind)))
                    .collect(Collectors.toSet());
            try (Stream<Path> files = Files.list(directory.resolve(folder(kind)))) {
                files.map(file -> folder(kind) + "/" + file.getFileName())
                        .filter(file -> file.endsWith(".sql") && !known.contains(file))
                        .findFirst()
                        .ifPresent(file -> {
                            throw new ConfigurationException(
                                    place(file) + " belongs to no version of " + LIST + "; name it there or remove it");
                        });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private boolean exists(String file) {
        return directory == null
                ? VersionScripts.class.getClassLoader().getResource(ROOT + file) != null
                : Files.isRegularFile(directory.resolve(file));
    }

    private @Nullable InputStream open(String file) {
        if (directory == null) {
            return VersionScripts.class.getClassLoader().getResourceAsStream(ROOT + file);
        }
        try {
            return exists(file) ? Files.newInputStream(directory.resolve(file)) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String place(String file) {
        return directory == null ? ROOT + file : String.valueOf(directory.resolve(file));
    }
}
