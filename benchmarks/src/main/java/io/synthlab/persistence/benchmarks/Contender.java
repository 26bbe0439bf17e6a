package io.synthlab.persistence.benchmarks;

/** A way to do an operation. */
enum Contender {
    /** Straight-line JDBC, which the others are compared with. */
    DIRECT("jdbc"),
    /** Provider {@code legacy-jdbc}, called as hosts call it. */
    LEGACY_JDBC("legacy-jdbc"),
    /** Provider {@code jpa}, called as hosts call it. */
    JPA("jpa");

    private final String text;

    Contender(String text) {
        this.text = text;
    }

    /** Returns the name in tables; that of the provider where there is one. */
    String text() {
        return text;
    }
}
