package io.synthlab.persistence.migrations.mover.source;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * A value as SQLite stores it.
 *
 * @param type its storage class
 * @param bits an integer, or the bits of a real
 * @param bytes bytes of a text or blob, not copied
 */
public record RawValue(StorageClass type, long bits, byte[] bytes) {
    private static final byte[] NOTHING = {};

    /** The value NULL. */
    public static final RawValue NULL = new RawValue(StorageClass.NULL, 0, NOTHING);

    static RawValue ofInteger(long value) {
        return new RawValue(StorageClass.INTEGER, value, NOTHING);
    }

    static RawValue ofReal(double value) {
        return new RawValue(StorageClass.REAL, Double.doubleToRawLongBits(value), NOTHING);
    }

    /** Returns an integer. */
    public long integer() {
        return bits;
    }

    /** Returns a real. */
    public double real() {
        return Double.longBitsToDouble(bits);
    }

    /** Returns the bytes in hex: of a text or blob as stored, of a number its eight bytes, most significant first. */
    public String hex() {
        return switch (type) {
            case NULL -> "";
            case INTEGER, REAL ->
                HexFormat.of()
                        .formatHex(ByteBuffer.allocate(Long.BYTES).putLong(bits).array());
            case TEXT, BLOB -> HexFormat.of().formatHex(bytes);
        };
    }

    /** Returns how many bytes it takes, 8 for a number. */
    public long size() {
        return switch (type) {
            case NULL -> 0;
            case INTEGER, REAL -> Long.BYTES;
            case TEXT, BLOB -> bytes.length;
        };
    }
}
