package io.synthlab.persistence.internal.compare;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.SynthLabException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Shows values without showing stored text: of text and JSON the length only, of lists the size; numbers, times and
 * states as they are.
 *
 * @param showText whether text is shown after all
 */
record Shapes(boolean showText) {
    private static final int MOST_TEXT = 200;

    /** Returns the shape of a value, in one word or two. */
    String of(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(this::of).orElse("empty");
        }
        if (value instanceof Collection<?> collection) {
            return (value instanceof Set ? "set(" : "list(") + collection.size() + ")";
        }
        if (value instanceof Map<?, ?> map) {
            return "map(" + map.size() + ")";
        }
        if (value instanceof Throwable error) {
            return error(error);
        }
        return value.getClass().isRecord() ? value.getClass().getSimpleName() : plain(value);
    }

    private String plain(Object value) {
        if (value instanceof CharSequence text) {
            return text("text", text.toString());
        }
        if (value instanceof JsonValue json) {
            return text("json", json.toString());
        }
        boolean harmless = value instanceof Number
                || value instanceof Boolean
                || value instanceof Enum
                || value instanceof TemporalAccessor
                || value instanceof Duration;
        return harmless ? value.toString() : value.getClass().getSimpleName();
    }

    private String text(String kind, String text) {
        String shape = kind + "(" + text.codePointCount(0, text.length()) + ")";
        if (!showText) {
            return shape;
        }
        return shape + " \""
                + (text.length() <= MOST_TEXT ? text : text.substring(0, text.offsetByCodePoints(0, 100)) + "...")
                + "\"";
    }

    private String error(Throwable error) {
        String type = error.getClass().getSimpleName();
        String known = error instanceof SynthLabException ours ? type + " " + ours.code() : type;
        return showText && error.getMessage() != null ? known + ": " + error.getMessage() : known;
    }

    /** Returns the shape of an argument; of a record also of its parts, which say what was asked for. */
    String ofArgument(@Nullable Object value) {
        if (value == null || !value.getClass().isRecord()) {
            return of(value);
        }
        return Arrays.stream(value.getClass().getRecordComponents())
                .map(part -> part.getName() + "=" + of(Parts.of(value, part)))
                .collect(Collectors.joining(", ", of(value) + "(", ")"));
    }

    /** Reads parts of records. */
    static final class Parts {
        private Parts() {}

        static @Nullable Object of(Object value, RecordComponent part) {
            try {
                return part.getAccessor().invoke(value);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("part " + part.getName() + " of " + value.getClass() + " is hidden", e);
            }
        }
    }
}
