package io.synthlab.persistence.migrations.mover.screen;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.catalog.Table.IndexColumn;
import io.synthlab.persistence.migrations.mover.source.SourceRow;
import io.synthlab.persistence.migrations.mover.source.StorageClass;
import io.synthlab.persistence.migrations.schema.VersionScripts;
import java.util.ArrayList;
import java.util.List;

/** Which rows have values so long that an index of the target may not take them. */
final class IndexSizes {
    /** Bytes that fit into an entry of an index however badly they compress (2704 less headers and padding). */
    private static final int SAFE = 2600;

    private final List<List<String>> indexes;
    private final List<int[]> positions = new ArrayList<>();

    IndexSizes(Table table) {
        indexes = indexesOf(table);
        List<String> columns = table.columnNames();
        indexes.forEach(
                index -> positions.add(index.stream().mapToInt(columns::indexOf).toArray()));
    }

    /** Lists the columns of each index that the newest version has on a table, keys included. */
    private static List<List<String>> indexesOf(Table table) {
        VersionScripts scripts = VersionScripts.LIBRARY;
        Table newest = scripts.tables(scripts.newest(), DatabaseKind.POSTGRESQL).stream()
                .filter(each -> each.name().equals(table.name()))
                .findFirst()
                .orElse(table);
        List<List<String>> indexes = new ArrayList<>(newest.uniques());
        indexes.add(newest.primaryKey());
        newest.indexes()
                .forEach(index -> indexes.add(
                        index.columns().stream().map(IndexColumn::name).toList()));
        return indexes;
    }

    /** Lists indexes that may not take a row, by their columns. */
    List<List<String>> doubtful(SourceRow row) {
        List<List<String>> doubtful = List.of();
        for (int at = 0; at < positions.size(); at++) {
            if (size(row, positions.get(at)) > SAFE) {
                doubtful = doubtful.isEmpty() ? new ArrayList<>() : doubtful;
                doubtful.add(indexes.get(at));
            }
        }
        return doubtful;
    }

    private static long size(SourceRow row, int[] columns) {
        long size = 0;
        for (int column : columns) {
            size += row.type(column) == StorageClass.TEXT ? row.bytes(column).length : Long.BYTES;
        }
        return size;
    }
}
