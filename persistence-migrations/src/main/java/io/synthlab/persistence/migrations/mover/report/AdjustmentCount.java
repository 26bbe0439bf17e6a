package io.synthlab.persistence.migrations.mover.report;

/**
 * How many values of a column are changed so that their rows can arrive; the original bytes are recorded.
 *
 * @param table the table
 * @param column the column
 * @param adjustment what is changed
 * @param values how many values
 */
public record AdjustmentCount(String table, String column, Adjustment adjustment, long values) {}
