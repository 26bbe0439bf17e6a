package io.synthlab.persistence.migrations.mover.json;

import io.synthlab.persistence.migrations.mover.report.Rule;
import java.math.BigDecimal;

/** JSON numbers as PostgreSQL's {@code numeric} takes and writes them. */
final class Numbers {
    /** Longest literal that cannot exceed a limit, whatever it says, as long as it has no exponent. */
    private static final int SURELY_FITS = 16_000;
    /** Digits before the point at most. */
    private static final int MOST_WHOLE_DIGITS = 131_072;
    /** Digits after the point at most. */
    private static final int MOST_FRACTION_DIGITS = 16_383;

    private Numbers() {}

    /** Returns what {@code jsonb} shows for a literal: no exponent, digits after the point as written, no minus zero. */
    static String canonical(String literal) throws InvalidJsonException {
        return isPlain(literal) ? literal : parse(literal).toPlainString();
    }

    /** Returns one text for all literals of the same value. */
    static String normalized(String literal) throws InvalidJsonException {
        return parse(literal).stripTrailingZeros().toPlainString();
    }

    private static BigDecimal parse(String literal) throws InvalidJsonException {
        BigDecimal value;
        try {
            value = new BigDecimal(literal);
        } catch (NumberFormatException e) {
            throw new InvalidJsonException(Rule.J12); // the exponent does not even fit into 32 bits
        }
        boolean tooLarge =
                value.signum() != 0 && (long) value.precision() - value.scale() > MOST_WHOLE_DIGITS;
        if (tooLarge || value.scale() > MOST_FRACTION_DIGITS) {
            throw new InvalidJsonException(Rule.J12);
        }
        return value.signum() == 0 && value.scale() < 0 ? BigDecimal.ZERO : value;
    }

    private static boolean isPlain(String literal) {
        if (literal.length() > SURELY_FITS) {
            return false;
        }
        boolean zero = true;
        for (int at = 0; at < literal.length(); at++) {
            char c = literal.charAt(at);
            if (c == 'e' || c == 'E') {
                return false;
            }
            zero &= c < '1' || c > '9';
        }
        return !zero || literal.charAt(0) != '-';
    }
}
