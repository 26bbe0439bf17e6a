package io.synthlab.persistence;

import io.synthlab.persistence.error.ValidationException;
import java.util.Locale;

/** Direction of a sort. NULL sorts lowest on both databases: first ascending, last descending. */
public enum SortOrder {
    /** Smallest first. */
    ASC,
    /** Largest first; the default of {@link PageRequest}. */
    DESC;

    /**
     * Reads the lower-case name that the original's interface uses.
     *
     * @param text exactly {@code asc} or {@code desc}
     * @return the order
     * @throws ValidationException if the text is anything else, {@code DESC} included
     */
    public static SortOrder parse(String text) {
        for (SortOrder order : values()) {
            if (order.text().equals(text)) {
                return order;
            }
        }
        throw new ValidationException("sort_order must be exactly asc or desc, in lower case");
    }

    /** Returns {@code asc} or {@code desc}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
