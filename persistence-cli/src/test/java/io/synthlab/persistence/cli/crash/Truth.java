package io.synthlab.persistence.cli.crash;

import io.synthlab.persistence.cli.load.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares what callers were told of their units with what is there. */
final class Truth {
    /** What a caller can be told. */
    enum Told {
        DONE,
        NOT_DONE,
        UNKNOWN
    }

    private Truth() {}

    /**
     * Finds what does not fit.
     *
     * @param told what was told of each unit, by the key of its first row
     * @param there keys of the first rows that are there
     * @param counts rows of each table
     * @return one line for each lie; none if each unit is there whole or not at all, as was told
     */
    static List<String> lies(Map<String, Told> told, Set<String> there, Map<String, Integer> counts) {
        List<String> lies = new ArrayList<>();
        told.forEach((key, saying) -> {
            if (saying == Told.DONE && !there.contains(key)) {
                lies.add(key + " was done and is gone");
            }
            if (saying == Told.NOT_DONE && there.contains(key)) {
                lies.add(key + " was not done and is there");
            }
        });
        there.stream().filter(key -> !told.containsKey(key)).forEach(key -> lies.add(key + " comes from nowhere"));
        Study.rows().forEach((table, rows) -> {
            int expected = rows * there.size();
            if (counts.getOrDefault(table, 0) != expected) {
                lies.add(table + " has " + counts.get(table) + " rows, whole units make " + expected);
            }
        });
        lies.sort(null);
        return lies;
    }
}
