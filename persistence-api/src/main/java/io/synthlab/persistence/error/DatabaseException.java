package io.synthlab.persistence.error;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The database refused or failed. Subclasses are what a caller can act on; this class itself is the rest.
 *
 * <p>The cause keeps the driver's class, SQLSTATE and stack trace, and never a message that could hold stored text.
 */
public class DatabaseException extends SynthLabException {
    private static final long serialVersionUID = 1L;

    /** Code of this error and of all its subclasses. */
    public static final String CODE = "DATABASE_ERROR";

    private final @Nullable String table;
    private final @Nullable String key;

    /**
     * Creates the error.
     *
     * @param table table the statement was about, or {@code null} if it was about none
     * @param key key of the row, for example {@code id=exp_1a2b3c4d}, or {@code null} if many rows or none
     * @param message what happened and what to do; the row is put in front of it
     * @param cause sanitised cause, or {@code null}
     */
    public DatabaseException(@Nullable String table, @Nullable String key, String message, @Nullable Throwable cause) {
        super(CODE, prefix(table, key) + message, details(table, key), cause);
        this.table = table;
        this.key = key;
    }

    /** Returns the table the failed statement was about, or {@code null} if it was about none. */
    public final @Nullable String table() {
        return table;
    }

    /** Returns the key of the row, for example {@code id=exp_1a2b3c4d}, or {@code null} if unknown. */
    public final @Nullable String key() {
        return key;
    }

    private static String prefix(@Nullable String table, @Nullable String key) {
        if (table == null) {
            return "";
        }
        return key == null ? table + ": " : table + "[" + key + "]: ";
    }

    private static Map<String, String> details(@Nullable String table, @Nullable String key) {
        Map<String, String> details = new LinkedHashMap<>();
        if (table != null) {
            details.put("table", table);
        }
        if (key != null) {
            details.put("key", key);
        }
        return details;
    }
}
