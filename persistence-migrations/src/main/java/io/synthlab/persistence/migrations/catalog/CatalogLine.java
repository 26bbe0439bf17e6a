package io.synthlab.persistence.migrations.catalog;

import io.synthlab.persistence.migrations.catalog.Table.Check;
import io.synthlab.persistence.migrations.catalog.Table.Column;
import io.synthlab.persistence.migrations.catalog.Table.ForeignKey;
import io.synthlab.persistence.migrations.catalog.Table.Index;
import io.synthlab.persistence.migrations.catalog.Table.IndexColumn;
import io.synthlab.persistence.migrations.catalog.Table.Presence;
import io.synthlab.persistence.migrations.catalog.Table.Type;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One line of a file in the form of {@code schema.tsv}: one fact about a table.
 *
 * @param fields kind, table, name, position, type, nullable, default, on_delete, references, columns, predicate, class,
 *     presence, note
 */
record CatalogLine(List<String> fields) {
    /** The names of the fields, as the first line of a file has them. */
    static final String HEADER = "kind\ttable\tname\tposition\ttype\tnullable\tdefault\ton_delete\treferences\tcolumns"
            + "\tpredicate\tclass\tpresence\tnote";

    private static final int FIELDS = HEADER.split("\t").length;

    static CatalogLine parse(String line) {
        List<String> fields = List.of(line.split("\t", -1));
        if (fields.size() != FIELDS) {
            throw new IllegalStateException("a line has " + fields.size() + " fields, not " + FIELDS + ": " + line);
        }
        return new CatalogLine(fields);
    }

    /** Reads every line of a file behind its header. */
    static <T> List<T> read(@Nullable InputStream in, String name, Function<String, T> parser) {
        if (in == null) {
            throw new IllegalStateException(name + " is not there");
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(parser).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalStateException e) {
            throw new IllegalStateException(name + ": " + e.getMessage(), e);
        }
    }

    /** Writes the facts of a table, the table first. */
    static List<CatalogLine> of(Table table) {
        return new CatalogWriter(table).lines();
    }

    String text() {
        return String.join("\t", fields);
    }

    String kind() {
        return fields.get(0);
    }

    String table() {
        return fields.get(1);
    }

    String name() {
        return fields.get(2);
    }

    List<String> columns() {
        return Arrays.stream(fields.get(9).split(",")).map(String::strip).toList();
    }

    Presence presence() {
        return Presence.valueOf(fields.get(12).toUpperCase(Locale.ROOT));
    }

    Column column() {
        String defaultValue = fields.get(6).isEmpty() ? null : fields.get(6);
        Type type = Type.valueOf(fields.get(4).toUpperCase(Locale.ROOT));
        return new Column(
                name(), Integer.parseInt(fields.get(3)), type, fields.get(5).equals("yes"), defaultValue);
    }

    ForeignKey foreignKey() {
        String reference = fields.get(8);
        int open = reference.indexOf('(');
        List<String> referenced = Arrays.stream(
                        reference.substring(open + 1, reference.length() - 1).split(","))
                .map(String::strip)
                .toList();
        return new ForeignKey(columns(), reference.substring(0, open), referenced, fields.get(7));
    }

    Check check() {
        return new Check(columns().get(0), fields.get(10), fields.get(11));
    }

    Index index() {
        return new Index(name(), columns().stream().map(IndexColumn::parse).toList(), presence());
    }
}
