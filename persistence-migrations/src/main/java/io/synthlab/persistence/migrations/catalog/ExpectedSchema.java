package io.synthlab.persistence.migrations.catalog;

import io.synthlab.persistence.DatabaseKind;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a version changes in the expected schema: a file beside its scripts, {@code expected/V<n>__<name>.tsv}, each line
 * {@code +} or {@code -}, the database ({@code both}, {@code sqlite} or {@code postgresql}), and a fact in the form of
 * {@code schema.tsv}.
 *
 * <p>Written apart from the scripts, so that each proves the other: after a version was applied, the database is compared
 * with this.
 */
public final class ExpectedSchema {
    private static final String BOTH = "both";
    private static final String HEADER = "change\tdatabase\t" + CatalogLine.HEADER;

    private ExpectedSchema() {}

    /**
     * Applies the changes of one version.
     *
     * @param before tables before it
     * @param changes its file
     * @param name name of the file, for errors
     * @param kind which database
     * @return tables after it
     * @throws IllegalStateException if the file is missing, cannot be read, or takes away what is not there
     */
    public static List<Table> apply(
            Collection<Table> before, @Nullable InputStream changes, String name, DatabaseKind kind) {
        TableDrafts drafts = TableDrafts.of(before);
        List<Change> all = CatalogLine.read(changes, name, Change::parse).stream()
                .filter(change -> change.concerns(kind))
                .toList();
        try {
            all.stream().filter(change -> !change.added()).forEach(change -> drafts.remove(change.line()));
            drafts.add(all.stream().filter(Change::added).map(Change::line).toList());
        } catch (IllegalStateException e) {
            throw new IllegalStateException(name + " " + e.getMessage(), e);
        }
        return drafts.build();
    }

    /**
     * Writes the file that turns some tables into others.
     *
     * @param before tables before
     * @param after tables after, parents first where they are new
     * @return text of the file
     */
    public static String write(Collection<Table> before, Collection<Table> after) {
        Set<String> old = texts(before);
        Set<String> wanted = texts(after);
        Set<String> gone = before.stream().map(Table::name).collect(Collectors.toCollection(LinkedHashSet::new));
        after.forEach(table -> gone.remove(table.name()));
        List<String> lines = new ArrayList<>(List.of(HEADER));
        old.stream()
                .filter(line -> !wanted.contains(line))
                // A table that goes takes its facts along.
                .filter(line -> line.startsWith("table\t")
                        || !gone.contains(CatalogLine.parse(line).table()))
                .forEach(line -> lines.add("-\t" + BOTH + "\t" + line));
        wanted.stream().filter(line -> !old.contains(line)).forEach(line -> lines.add("+\t" + BOTH + "\t" + line));
        return String.join("\n", lines) + "\n";
    }

    private static Set<String> texts(Collection<Table> tables) {
        return tables.stream()
                .flatMap(table -> CatalogLine.of(table).stream())
                .map(CatalogLine::text)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** One line. */
    private record Change(boolean added, String database, CatalogLine line) {
        static Change parse(String text) {
            String[] parts = text.split("\t", 3);
            boolean known = parts.length == 3
                    && Stream.of("+", "-").anyMatch(parts[0]::equals)
                    && Stream.of(BOTH, name(DatabaseKind.SQLITE), name(DatabaseKind.POSTGRESQL))
                            .anyMatch(parts[1]::equals);
            if (!known) {
                throw new IllegalStateException("a line does not begin with + or - and a database: " + text);
            }
            return new Change(parts[0].equals("+"), parts[1], CatalogLine.parse(parts[2]));
        }

        boolean concerns(DatabaseKind kind) {
            return database.equals(BOTH) || database.equals(name(kind));
        }

        private static String name(DatabaseKind kind) {
            return kind == DatabaseKind.SQLITE ? "sqlite" : "postgresql";
        }
    }
}
