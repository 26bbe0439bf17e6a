package io.synthlab.persistence.benchmarks;

import java.util.Locale;

/** Measurements as a table in Markdown. */
final class RatioTable {
    /** What comes before the rows. */
    static final String HEAD = """
            | operation | database | (a) jdbc, µs | (b) legacy-jdbc / (a) | min - max | target | (c) jpa / (a) | min - max | target |
            | --- | --- | ---: | ---: | --- | --- | ---: | --- | --- |
            """;

    private RatioTable() {}

    static String row(Measurement measurement) {
        return format(
                "| %s | %s | %.1f | %s | %s |%n",
                measurement.operation().title(),
                measurement.database().displayName(),
                measurement.micros(Contender.DIRECT).median(),
                ratio(measurement, Contender.LEGACY_JDBC),
                ratio(measurement, Contender.JPA));
    }

    private static String ratio(Measurement measurement, Contender contender) {
        Spread ratio = measurement.ratio(contender);
        return format(
                "%.2f | %.2f - %.2f | %.2f %s",
                ratio.median(),
                ratio.least(),
                ratio.most(),
                measurement.operation().target(contender, measurement.database()),
                measurement.met(contender) ? "met" : "MISSED");
    }

    private static String format(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }
}
