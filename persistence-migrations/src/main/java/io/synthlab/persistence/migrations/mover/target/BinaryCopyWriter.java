package io.synthlab.persistence.migrations.mover.target;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.postgresql.copy.CopyIn;

/**
 * Writes rows in the binary form of COPY (PostgreSQL manual, COPY, section "Binary Format"), through a fixed buffer.
 */
final class BinaryCopyWriter {
    /** Signature, no flags, no header extension. */
    static final byte[] HEADER = "PGCOPY\n\u00ff\r\n\0\0\0\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    /** Field count that ends the rows. */
    static final short END = -1;
    /** Length of a field that is NULL. */
    static final int NULL_LENGTH = -1;
    /** First byte of every {@code jsonb}: version of its form. */
    static final byte JSONB_VERSION = 1;

    private static final int BUFFER_BYTES = 1 << 16;

    private final CopyIn copy;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);

    BinaryCopyWriter(CopyIn copy) {
        this.copy = copy;
        buffer.put(HEADER);
    }

    void beginRow(int fields) throws SQLException {
        reserve(Short.BYTES);
        buffer.putShort((short) fields);
    }

    void nullValue() throws SQLException {
        reserve(Integer.BYTES);
        buffer.putInt(NULL_LENGTH);
    }

    void integer(int value) throws SQLException {
        reserve(2 * Integer.BYTES);
        buffer.putInt(Integer.BYTES).putInt(value);
    }

    void real(double value) throws SQLException {
        reserve(Integer.BYTES + Double.BYTES);
        buffer.putInt(Double.BYTES).putLong(Double.doubleToRawLongBits(value));
    }

    void text(byte[] utf8) throws SQLException {
        reserve(Integer.BYTES);
        buffer.putInt(utf8.length);
        bytes(utf8);
    }

    void json(byte[] utf8) throws SQLException {
        reserve(Integer.BYTES + 1);
        buffer.putInt(utf8.length + 1).put(JSONB_VERSION);
        bytes(utf8);
    }

    /** Ends the rows; the server checks keys and returns how many it took. */
    long end() throws SQLException {
        reserve(Short.BYTES);
        buffer.putShort(END);
        flush();
        return copy.endCopy();
    }

    private void bytes(byte[] value) throws SQLException {
        if (value.length <= buffer.remaining()) {
            buffer.put(value);
            return;
        }
        flush();
        // In slices: the server takes each message whole, whatever the size of the value.
        for (int from = 0; from < value.length; from += BUFFER_BYTES) {
            buffer.put(value, from, Math.min(BUFFER_BYTES, value.length - from));
            if (!buffer.hasRemaining()) {
                flush();
            }
        }
    }

    private void reserve(int count) throws SQLException {
        if (buffer.remaining() < count) {
            flush();
        }
    }

    private void flush() throws SQLException {
        copy.writeToCopy(buffer.array(), 0, buffer.position());
        buffer.clear();
    }
}
