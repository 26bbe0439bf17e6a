package io.synthlab.persistence.migrations.mover.report;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What was copied of one table.
 *
 * @param table name of the table
 * @param rows rows that arrived
 * @param bytes bytes of their values as the source keeps them, 8 for each number
 * @param filledKeys rows whose key is NULL in the source and was generated
 * @param quarantined rows of the source that went to quarantine instead
 */
public record CopiedTable(String table, long rows, long bytes, long filledKeys, long quarantined) {
    /**
     * Returns the same with the number of rows in quarantine.
     *
     * @param count how many
     * @return the table
     */
    public CopiedTable withQuarantined(long count) {
        return new CopiedTable(table, rows, bytes, filledKeys, count);
    }

    static long sum(List<CopiedTable> tables, ToLongFunction<CopiedTable> figure) {
        return tables.stream().mapToLong(figure).sum();
    }
}
