package io.synthlab.persistence.internal.search;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a comparison compares. */
sealed interface Operand {
    /** A value that differs from row to row and can be compared. */
    sealed interface Stored extends Operand {}

    /** A column that holds text. */
    record TextColumn(SynthColumn column) implements Stored {}

    /** What SQLite's {@code json_extract(data, path)} gives: a number, a text or NULL; true is 1, false is 0. */
    record JsonValue(JsonPath path) implements Stored {}

    /** Column {@code data} as such, of which only NULL or not can be asked. */
    record Document() implements Operand {}

    /** A value written in the text. */
    sealed interface Literal extends Operand {}

    record NullLiteral() implements Literal {}

    /** A literal that can equal something. Order is SQLite's: each number before each text, text by bytes. */
    sealed interface Value extends Literal, Comparable<Value> {
        /** The text that SQLite makes of it when it meets a text column. */
        String asText();

        @Override
        default int compareTo(Value other) {
            if (this instanceof NumberLiteral left && other instanceof NumberLiteral right) {
                return left.value.compareTo(right.value);
            }
            if (this instanceof TextLiteral && other instanceof TextLiteral) {
                return Arrays.compareUnsigned(
                        asText().getBytes(StandardCharsets.UTF_8),
                        other.asText().getBytes(StandardCharsets.UTF_8));
            }
            return this instanceof NumberLiteral ? -1 : 1;
        }
    }

    record TextLiteral(String value) implements Value {
        @Override
        public String asText() {
            return value;
        }
    }

    /**
     * A number of at most 15 digits: each such number is a double of its own.
     *
     * @param value the number
     * @param integer whether it was written without a point; {@code 5} and {@code 5.0} differ as text
     */
    record NumberLiteral(BigDecimal value, boolean integer) implements Value {
        /** Below this SQLite writes an exponent. */
        private static final BigDecimal SMALLEST_PLAIN = new BigDecimal("0.0001");

        @Override
        public String asText() {
            if (integer) {
                return value.toBigInteger().toString();
            }
            if (value.signum() == 0) {
                return "0.0";
            }
            BigDecimal shortest = value.stripTrailingZeros();
            return value.abs().compareTo(SMALLEST_PLAIN) < 0 ? scientific(shortest) : plain(shortest);
        }

        private static String plain(BigDecimal number) {
            return number.setScale(Math.max(number.scale(), 1)).toPlainString();
        }

        /** One digit, a point, at least one digit, and an exponent of two digits: {@code 1.0e-05}. */
        private static String scientific(BigDecimal number) {
            int exponent = number.precision() - number.scale() - 1;
            return plain(number.scaleByPowerOfTen(-exponent)) + "e-%02d".formatted(-exponent);
        }
    }
}
