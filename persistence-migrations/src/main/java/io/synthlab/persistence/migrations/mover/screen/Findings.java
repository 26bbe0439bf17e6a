package io.synthlab.persistence.migrations.mover.screen;

import io.synthlab.persistence.migrations.mover.report.MoveRefusedException;
import io.synthlab.persistence.migrations.mover.report.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Keeps the first problems and counts the rest. */
public final class Findings {
    private final List<Problem> first = new ArrayList<>();
    private final int limit;
    private long further;

    /**
     * Creates an empty collection.
     *
     * @param limit how many problems are kept, at least 1
     */
    public Findings(int limit) {
        this.limit = limit;
    }

    /**
     * Adds problems.
     *
     * @param problems any number of them
     */
    public void addAll(Collection<Problem> problems) {
        problems.forEach(this::add);
    }

    void add(Problem problem) {
        if (first.size() < limit) {
            first.add(problem);
        } else {
            further++;
        }
    }

    /**
     * Stops here if there are any problems.
     *
     * @param remedy what to do about them
     * @throws MoveRefusedException if there are
     */
    public void throwIfAny(String remedy) {
        if (!first.isEmpty()) {
            throw new MoveRefusedException(first, further, remedy, null);
        }
    }
}
