package io.synthlab.persistence.benchmarks.startup;

/** Prints how long each step of a start took, for the JVM that started this one. */
final class Marks {
    /** Begin of every line that is a mark. */
    static final String LINE = "MARK ";

    private long last = System.nanoTime();

    /** Ends a step. */
    void end(String step) {
        long now = System.nanoTime();
        System.out.println(LINE + step + "=" + (now - last));
        last = System.nanoTime();
    }
}
