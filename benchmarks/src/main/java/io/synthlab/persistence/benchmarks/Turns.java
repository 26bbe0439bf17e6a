package io.synthlab.persistence.benchmarks;

/** Who runs in which iteration. */
public enum Turns {
    /** All three after one another, as tables of ratios need it. */
    ALL,
    /** Plain JDBC alone, for its profile. */
    DIRECT,
    /** Provider {@code legacy-jdbc} alone, for its profile. */
    LEGACY_JDBC,
    /** Provider {@code jpa} alone, for its profile. */
    JPA;

    /** Iterations in which each has its turn once. */
    static final int ROUND = Contender.values().length;

    static Turns only(Contender contender) {
        return valueOf(contender.name());
    }

    /** Returns who runs in an iteration; a round begins with another one each time, so that no place favours anyone. */
    Contender at(int iteration) {
        return this == ALL ? Contender.values()[(iteration + iteration / ROUND) % ROUND] : Contender.valueOf(name());
    }
}
