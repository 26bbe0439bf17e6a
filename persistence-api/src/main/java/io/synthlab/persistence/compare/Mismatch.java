package io.synthlab.persistence.compare;

import java.util.Objects;

/**
 * One place at which two answers differ.
 *
 * @param path where, for example {@code items[3].name}; empty for the answer as a whole
 * @param serving what the serving implementation has there. Text is shown as its length ({@code text(12)}) unless
 *     {@code synthlab.comparing-show-text} is on; numbers, times and states as they are
 * @param checked what the checked implementation has there, in the same form
 */
public record Mismatch(String path, String serving, String checked) {
    /** Checks that every part is there. */
    public Mismatch {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(serving, "serving");
        Objects.requireNonNull(checked, "checked");
    }

    @Override
    public String toString() {
        return (path.isEmpty() ? "answer" : path) + ": " + serving + " / " + checked;
    }
}
