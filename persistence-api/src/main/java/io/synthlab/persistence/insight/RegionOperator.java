package io.synthlab.persistence.insight;

import io.synthlab.persistence.error.ValidationException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** How an attribute compares with the threshold of a {@link RegionRule}. */
public enum RegionOperator {
    /** Below the threshold. */
    LESS("<"),
    /** Below or at the threshold. */
    LESS_OR_EQUAL("<="),
    /** Above the threshold. */
    GREATER(">"),
    /** Above or at the threshold. */
    GREATER_OR_EQUAL(">=");

    private final String text;

    RegionOperator(String text) {
        this.text = text;
    }

    /** Returns the operator as it is stored, for example {@code <=}. */
    public String text() {
        return text;
    }

    /**
     * Returns the operator of a stored text.
     *
     * @param text for example {@code <=}
     * @param field what it is, for the message
     * @return the operator
     * @throws ValidationException if there is no such operator
     */
    public static RegionOperator ofText(String text, String field) {
        return Arrays.stream(values())
                .filter(operator -> operator.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new ValidationException(field + " must be one of "
                        + Arrays.stream(values()).map(RegionOperator::text).collect(Collectors.joining(", "))));
    }
}
