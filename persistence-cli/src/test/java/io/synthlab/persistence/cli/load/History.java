package io.synthlab.persistence.cli.load;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What units did to lists that they append unique markers to: each reads a list and writes it back with its own marker
 * behind. If units are kept apart, every list that was read is how the final list begins.
 */
final class History {
    private final Map<String, List<String>> acknowledged = new ConcurrentHashMap<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    /** A unit was told that it happened. */
    void done(String marker, List<String> read) {
        acknowledged.put(marker, List.copyOf(read));
    }

    /** A unit was told that it did not happen. */
    void refused(String marker) {
        refused.add(marker);
    }

    /** Returns how many units were told that they did not happen. */
    int refused() {
        return refused.size();
    }

    /** Returns how many units were told that they happened. */
    int size() {
        return acknowledged.size();
    }

    /** Returns what is wrong with the final lists, nothing if all is well. */
    List<String> violations(List<List<String>> finalLists) {
        List<String> violations = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (List<String> list : finalLists) {
            for (int place = 0; place < list.size(); place++) {
                check(list, place, seen, violations);
            }
        }
        acknowledged.keySet().stream()
                .filter(marker -> !seen.contains(marker))
                .sorted()
                .forEach(marker -> violations.add(marker + " is lost"));
        return violations;
    }

    private void check(List<String> list, int place, Set<String> seen, List<String> violations) {
        String marker = list.get(place);
        if (!seen.add(marker)) {
            violations.add(marker + " is doubled");
        }
        List<String> read = acknowledged.get(marker);
        if (read == null) {
            violations.add(marker + (refused.contains(marker) ? " was refused and is there" : " comes from nowhere"));
        } else if (!read.equals(list.subList(0, place))) {
            violations.add(marker + " was written upon a list that is not what stands before it");
        }
    }
}
