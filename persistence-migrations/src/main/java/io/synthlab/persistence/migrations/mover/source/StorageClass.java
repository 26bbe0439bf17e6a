package io.synthlab.persistence.migrations.mover.source;

/** How SQLite keeps a single value, whatever type its column is declared with. */
public enum StorageClass {
    /** Whole number of up to 64 bits. */
    INTEGER,
    /** Double-precision number. */
    REAL,
    /** Text; its bytes need not be valid UTF-8. */
    TEXT,
    /** Bytes. */
    BLOB,
    /** Nothing. */
    NULL;

    private static final StorageClass[] BY_CODE = values();

    /** Returns the class of one of SQLite's type codes, 1 to 5. */
    static StorageClass of(int code) {
        return BY_CODE[code - 1];
    }
}
