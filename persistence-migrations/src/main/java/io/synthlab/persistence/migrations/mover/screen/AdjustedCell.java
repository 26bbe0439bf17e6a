package io.synthlab.persistence.migrations.mover.screen;

import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.catalog.Table.Type;
import io.synthlab.persistence.migrations.mover.report.Adjustment;
import io.synthlab.persistence.migrations.mover.source.SourceRow;
import io.synthlab.persistence.migrations.mover.source.StorageClass;

/**
 * A value that is changed so that its row can arrive.
 *
 * @param column its column
 * @param index index of the column in the catalogue
 * @param json whether it is a JSON document
 * @param adjustment what is changed
 */
public record AdjustedCell(String column, int index, boolean json, Adjustment adjustment) {

    static AdjustedCell of(Table table, String column, Adjustment adjustment) {
        int index = table.columnNames().indexOf(column);
        return new AdjustedCell(column, index, table.columns().get(index).type() == Type.JSON, adjustment);
    }

    /**
     * Changes it.
     *
     * @param row the row as it is stored
     */
    public void apply(SourceRow row) {
        switch (adjustment) {
            case REFERENCE_DROPPED -> row.setNull(index);
            case NUL_ESCAPED -> {
                if (row.type(index) == StorageClass.TEXT) { // a file that was changed since may hold something else
                    row.setText(index, json ? NulEscape.json(row.bytes(index)) : NulEscape.text(row.bytes(index)));
                }
            }
        }
    }
}
