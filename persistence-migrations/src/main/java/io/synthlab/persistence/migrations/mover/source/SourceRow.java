package io.synthlab.persistence.migrations.mover.source;

import io.synthlab.persistence.internal.text.StorableText;
import io.synthlab.persistence.migrations.catalog.Table;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.sqlite.core.DB;

/**
 * One row as it is stored: storage class and raw value of every column, in the order of the catalogue.
 *
 * <p>A cursor fills the same object again for each row.
 */
public final class SourceRow {
    private static final byte[] NOTHING = {};
    private static final int LONGEST_SHOWN = 80;
    private static final int BYTES_OF_NUMBER = 8;

    private final Table table;
    private final List<String> columns;
    private final StorageClass[] types;
    private final long[] numbers;
    private final byte[][] bytes;
    private long rowid;
    private long size;
    private boolean keyFilled;

    SourceRow(Table table) {
        this.table = table;
        columns = table.columnNames();
        types = new StorageClass[columns.size()];
        numbers = new long[columns.size()];
        bytes = new byte[columns.size()][];
    }

    /** Reads the row a statement stands on; its first column is the rowid. */
    void read(DB database, long statement) throws SQLException {
        rowid = database.column_long(statement, 0);
        size = 0;
        keyFilled = false;
        for (int at = 0; at < types.length; at++) {
            types[at] = StorageClass.of(database.column_type(statement, at + 1));
            readValue(database, statement, at);
        }
    }

    private void readValue(DB database, long statement, int at) throws SQLException {
        switch (types[at]) {
            case INTEGER -> numbers[at] = database.column_long(statement, at + 1);
            case REAL -> numbers[at] = Double.doubleToRawLongBits(database.column_double(statement, at + 1));
            case TEXT, BLOB -> {
                byte[] value = database.column_blob(statement, at + 1);
                bytes[at] = value == null ? NOTHING : value;
                size += bytes[at].length - BYTES_OF_NUMBER;
            }
            case NULL -> size -= BYTES_OF_NUMBER;
        }
        size += BYTES_OF_NUMBER;
    }

    /** Puts a generated key in place of a missing one. */
    void fillKey(int column, String key) {
        types[column] = StorageClass.TEXT;
        bytes[column] = key.getBytes(StandardCharsets.UTF_8);
        size += bytes[column].length;
        keyFilled = true;
    }

    /**
     * Puts NULL in place of a value.
     *
     * @param column index of the column in the catalogue
     */
    public void setNull(int column) {
        types[column] = StorageClass.NULL;
    }

    /**
     * Puts other bytes in place of those of a text.
     *
     * @param column index of the column in the catalogue
     * @param text the bytes
     */
    public void setText(int column, byte[] text) {
        bytes[column] = text;
    }

    /** Returns the table this is a row of. */
    public Table table() {
        return table;
    }

    /** Returns SQLite's hidden row number. */
    public long rowid() {
        return rowid;
    }

    /** Returns how many bytes the values take, 8 for each number. */
    public long size() {
        return size;
    }

    /** Returns whether the key is NULL in the file, and the one seen here was generated. */
    public boolean keyFilled() {
        return keyFilled;
    }

    /**
     * Returns how a value is stored.
     *
     * @param column index of the column in the catalogue
     * @return the storage class
     */
    public StorageClass type(int column) {
        return types[column];
    }

    /**
     * Returns a value of class INTEGER.
     *
     * @param column index of the column in the catalogue
     * @return the value
     */
    public long integer(int column) {
        return numbers[column];
    }

    /**
     * Returns a value of class REAL.
     *
     * @param column index of the column in the catalogue
     * @return the value
     */
    public double real(int column) {
        return Double.longBitsToDouble(numbers[column]);
    }

    /**
     * Returns a value of class TEXT or BLOB.
     *
     * @param column index of the column in the catalogue
     * @return its bytes, not copied
     */
    public byte[] bytes(int column) {
        return bytes[column];
    }

    /**
     * Returns the key for messages, for example {@code id=exp_1a2b3c4d}.
     *
     * @return the key; where it is NULL in the file, the columns that identify the row instead
     */
    public String key() {
        List<String> names = keyFilled ? KeyFill.identity(table) : table.primaryKey();
        return names.stream()
                .map(name -> name + "=" + shown(columns.indexOf(name)))
                .collect(Collectors.joining(", "));
    }

    private String shown(int column) {
        return switch (types[column]) {
            case NULL -> "NULL";
            case INTEGER -> Long.toString(integer(column));
            case REAL -> Double.toString(real(column));
            case BLOB -> "(blob)";
            case TEXT -> shown(bytes[column]);
        };
    }

    private static String shown(byte[] key) {
        String text = new String(key, StandardCharsets.UTF_8);
        boolean printable = text.indexOf('\uFFFD') < 0
                && StorableText.firstUnstorable(text) < 0
                && text.chars().noneMatch(Character::isISOControl);
        return printable && text.length() <= LONGEST_SHOWN ? text : "(unprintable)";
    }
}
