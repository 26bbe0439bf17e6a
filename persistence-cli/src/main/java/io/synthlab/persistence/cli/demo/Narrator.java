package io.synthlab.persistence.cli.demo;

import java.io.PrintWriter;
import java.util.Locale;

/** Tells what happens: numbered steps, lines below them. */
final class Narrator {
    private final PrintWriter out;
    private final long began = System.nanoTime();
    private int steps;

    Narrator(PrintWriter out) {
        this.out = out;
    }

    void step(String title) {
        out.printf(Locale.ROOT, "%n%d. %s%n", ++steps, title);
    }

    void say(String format, Object... arguments) {
        out.printf(Locale.ROOT, "   " + format + "%n", arguments);
    }

    PrintWriter out() {
        return out;
    }

    void end() {
        out.printf(Locale.ROOT, "%nDone in %.1f s.%n", (System.nanoTime() - began) / 1e9);
    }

    /** A claim of the demo that must hold; a demo that tells something untrue has to fail. */
    static void require(boolean holds, String claim) {
        if (!holds) {
            throw new IllegalStateException("the demo expected that " + claim);
        }
    }
}
