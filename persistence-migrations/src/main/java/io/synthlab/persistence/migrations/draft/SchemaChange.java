package io.synthlab.persistence.migrations.draft;

import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.migrations.catalog.Table;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * From some tables to others.
 *
 * @param added tables that are new, parents first
 * @param removed tables that go, children first
 * @param kept tables that stay
 * @param hints what the two do not tell
 */
record SchemaChange(List<Table> added, List<Table> removed, List<TableChange> kept, Hints hints) {

    static SchemaChange of(Collection<Table> before, Collection<Table> after, Hints hints) {
        Map<String, Table> old = byName(before);
        Map<String, Table> wanted = byName(after);
        requireHints(old, wanted, hints);
        requireFills(old, wanted, hints);
        List<TableChange> kept = old.values().stream()
                .filter(table -> wanted.containsKey(hints.table(table.name())))
                .map(table -> TableChange.of(table, wanted.get(hints.table(table.name())), hints))
                .toList();
        List<String> names = kept.stream().map(change -> change.after().name()).toList();
        List<Table> added =
                after.stream().filter(table -> !names.contains(table.name())).toList();
        List<Table> removed = before.stream()
                .filter(table -> !wanted.containsKey(hints.table(table.name())))
                .collect(Collectors.collectingAndThen(Collectors.toList(), SchemaChange::reversed));
        return new SchemaChange(ParentsFirst.of(added), removed, kept, hints);
    }

    boolean isEmpty() {
        return added.isEmpty()
                && removed.isEmpty()
                && kept.stream().noneMatch(change -> change.isChanged() || change.isRenamed())
                && kept.stream().allMatch(change -> change.renamedColumns().isEmpty());
    }

    List<TableChange> changed() {
        return kept.stream().filter(TableChange::isChanged).toList();
    }

    /** Returns how a table changes that stays, by the name it has after. */
    Optional<TableChange> change(String table) {
        return kept.stream()
                .filter(change -> change.after().name().equals(table))
                .findFirst();
    }

    private static void requireHints(Map<String, Table> old, Map<String, Table> wanted, Hints hints) {
        hints.tables().forEach((from, to) -> {
            if (!old.containsKey(from) || !wanted.containsKey(to) || wanted.containsKey(from)) {
                throw new ConfigurationException("table " + from + " cannot be renamed to " + to
                        + ": the first has to be there before and gone after, the second to be new");
            }
        });
        hints.columns().forEach((from, to) -> {
            String[] parts = from.split("\\.");
            Table table = old.get(parts[0]);
            Table after = wanted.get(hints.table(parts[0]));
            if (table == null
                    || after == null
                    || table.column(parts[1]).isEmpty()
                    || after.column(to).isEmpty()
                    || after.column(parts[1]).isPresent()) {
                throw new ConfigurationException("column " + from + " cannot be renamed to " + to
                        + ": the first has to be there before and gone after, the second to be new");
            }
        });
    }

    /** A fill may be for the way up, by the names after, or for the way back, by the names before. */
    private static void requireFills(Map<String, Table> old, Map<String, Table> wanted, Hints hints) {
        hints.fills().keySet().forEach(place -> {
            String[] parts = place.split("\\.");
            boolean known = Stream.of(old, wanted)
                    .anyMatch(side -> side.containsKey(parts[0])
                            && side.get(parts[0]).column(parts[1]).isPresent());
            if (!known) {
                throw new ConfigurationException("column " + place + " cannot be filled: there is none of that name");
            }
        });
    }

    private static Map<String, Table> byName(Collection<Table> tables) {
        Map<String, Table> named = new LinkedHashMap<>();
        tables.forEach(table -> named.put(table.name(), table));
        return named;
    }

    private static List<Table> reversed(List<Table> tables) {
        Collections.reverse(tables);
        return List.copyOf(tables);
    }
}
