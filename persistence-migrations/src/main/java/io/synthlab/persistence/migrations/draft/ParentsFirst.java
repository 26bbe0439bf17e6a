package io.synthlab.persistence.migrations.draft;

import io.synthlab.persistence.migrations.catalog.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Puts tables in an order in which each stands behind those it refers to. */
final class ParentsFirst {
    private ParentsFirst() {}

    static List<Table> of(Collection<Table> tables) {
        List<Table> ordered = new ArrayList<>();
        List<Table> waiting = new ArrayList<>(tables);
        while (!waiting.isEmpty()) {
            List<Table> free = waiting.stream()
                    .filter(table -> table.foreignKeys().stream()
                            .noneMatch(key -> !key.table().equals(table.name())
                                    && waiting.stream()
                                            .anyMatch(other -> other.name().equals(key.table()))))
                    .toList();
            // Tables that refer to each other in a ring keep their order.
            List<Table> next = free.isEmpty() ? List.copyOf(waiting) : free;
            ordered.addAll(next);
            waiting.removeAll(next);
        }
        return ordered;
    }
}
