package io.synthlab.persistence.internal.text;

import io.synthlab.persistence.error.ValidationException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Constants as the columns hold them: in lower case. */
public final class EnumText {
    private EnumText() {}

    /**
     * Returns the text of a constant.
     *
     * @param constant for example {@code COMPLETED}
     * @return for example {@code completed}
     */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the constant of a stored text; case counts.
     *
     * @param <E> the enum
     * @param type the enum
     * @param text for example {@code completed}
     * @param field what it is, for the message
     * @return for example {@code COMPLETED}
     * @throws ValidationException if there is no such constant; lists those there are
     */
    public static <E extends Enum<E>> E parse(Class<E> type, String text, String field) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> of(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> new ValidationException(field + " must be one of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(EnumText::of)
                                .collect(Collectors.joining(", "))));
    }
}
