package io.synthlab.persistence.migrations.mover.report;

/**
 * What was copied of one table.
 *
 * @param table name of the table
 * @param rows rows of the source, all of which arrived
 * @param bytes bytes of their values as the source keeps them, 8 for each number
 * @param filledKeys rows whose key is NULL in the source and was generated
 */
public record CopiedTable(String table, long rows, long bytes, long filledKeys) {}
