package io.synthlab.persistence.benchmarks.jvm;

/** Prints how long each step of a program took, for the JVM that started this one. */
public final class Marks {
    /** Begin of every line that is a mark. */
    static final String LINE = "MARK ";

    private long last = System.nanoTime();

    /**
     * Ends a step and begins the next one.
     *
     * @param step its name
     */
    public void end(String step) {
        long now = System.nanoTime();
        System.out.println(LINE + step + "=" + (now - last));
        last = System.nanoTime();
    }
}
