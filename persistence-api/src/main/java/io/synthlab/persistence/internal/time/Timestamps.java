package io.synthlab.persistence.internal.time;

import io.synthlab.persistence.error.ValidationException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Reads and writes stored timestamps (forms F1 to F4 of the data dictionary, section 11).
 *
 * <p>Written is always F1: {@code 2025-12-31T18:22:52.123456+00:00}, without a fraction when it is zero. Read are F1
 * (any offset), F2 (no offset: the configured zone), F3 (blank instead of T: UTC), F4 (trailing Z) and a date alone.
 */
public final class Timestamps {
    private static final int DATE_LENGTH = 10;
    private static final int SECONDS_LENGTH = 19;
    /** The original's clock ends here, and so does the order of the text form. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .toFormatter(Locale.ROOT);

    private Timestamps() {}

    /**
     * Cuts a moment to the precision that is stored.
     *
     * @param moment any moment of the years 1 to 9999
     * @return the moment in whole microseconds
     * @throws ValidationException if the year is outside of 1 to 9999
     */
    public static Instant truncate(Instant moment) {
        if (moment.isBefore(EARLIEST) || moment.isAfter(LATEST.plusNanos(999))) {
            throw new ValidationException("a timestamp must be in the years 0001-9999");
        }
        return moment.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Writes a moment in form F1.
     *
     * @param moment moment; cut to microseconds
     * @return for example {@code 2025-12-31T18:22:52.123456+00:00}
     * @throws ValidationException if the year is outside of 1 to 9999
     */
    public static String format(Instant moment) {
        LocalDateTime time = LocalDateTime.ofInstant(truncate(moment), ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(32).append(FORM.format(time));
        int micros = time.getNano() / 1_000;
        if (micros != 0) {
            String digits = Integer.toString(micros);
            text.append('.').append("000000", 0, 6 - digits.length()).append(digits);
        }
        return text.append("+00:00").toString();
    }

    /**
     * Reads a stored timestamp.
     *
     * @param text text in one of the forms
     * @param naiveZone zone of F2 values and of dates alone
     * @return the moment in whole microseconds
     * @throws DateTimeException if the text is in none of the forms
     */
    public static Instant parse(String text, ZoneId naiveZone) {
        if (text.length() == DATE_LENGTH) {
            return LocalDate.parse(text).atStartOfDay(naiveZone).toInstant();
        }
        if (text.length() < SECONDS_LENGTH - 3) {
            throw new DateTimeException("not a timestamp");
        }
        char separator = text.charAt(DATE_LENGTH);
        if (separator != 'T' && separator != ' ') {
            throw new DateTimeException("not a timestamp");
        }
        int end = endOfTime(text);
        LocalDateTime time = LocalDate.parse(text.substring(0, DATE_LENGTH))
                .atTime(LocalTime.parse(text.substring(DATE_LENGTH + 1, end)))
                .truncatedTo(ChronoUnit.MICROS);
        if (end == text.length()) {
            return time.atZone(separator == ' ' ? ZoneOffset.UTC : naiveZone).toInstant();
        }
        return time.toInstant(ZoneOffset.of(text.substring(end)));
    }

    private static int endOfTime(String text) {
        for (int at = DATE_LENGTH + 1; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == 'Z' || c == '+' || c == '-') {
                return at;
            }
        }
        return text.length();
    }
}
