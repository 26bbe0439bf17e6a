package io.synthlab.persistence.migrations.mover.work;

import io.synthlab.persistence.migrations.catalog.Table;

/**
 * Some rows of a table that are read, and written, at once.
 *
 * @param table the table
 * @param first row number of the first row
 * @param last row number of the last row, included
 * @param rows how many there are in the source
 */
public record Chunk(Table table, long first, long last, long rows) {}
