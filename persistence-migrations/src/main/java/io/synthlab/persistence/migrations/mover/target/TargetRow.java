package io.synthlab.persistence.migrations.mover.target;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** One row of the target, in the binary form the server sends, columns in the order of the catalogue. */
public final class TargetRow {
    private final byte[][] fields;

    TargetRow(int columns) {
        fields = new byte[columns][];
    }

    void set(int column, byte @Nullable [] field) {
        fields[column] = field;
    }

    /**
     * Returns whether a value is NULL.
     *
     * @param column index of the column in the catalogue
     * @return whether it is
     */
    public boolean isNull(int column) {
        return fields[column] == null;
    }

    /**
     * Returns the bytes of a text, or the text form of a {@code jsonb} value after its leading version byte.
     *
     * @param column index of the column in the catalogue; the value is not NULL
     * @return the bytes, not copied
     */
    public byte[] bytes(int column) {
        return fields[column];
    }

    /**
     * Returns a 32-bit integer.
     *
     * @param column index of the column in the catalogue; the value is not NULL
     * @return the value
     */
    public int integer(int column) {
        return ByteBuffer.wrap(fields[column]).getInt();
    }

    /**
     * Returns a double.
     *
     * @param column index of the column in the catalogue; the value is not NULL
     * @return the value, bits as stored
     */
    public double real(int column) {
        return ByteBuffer.wrap(fields[column]).getDouble();
    }
}
