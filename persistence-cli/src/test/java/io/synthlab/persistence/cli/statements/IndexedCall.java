package io.synthlab.persistence.cli.statements;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.Repositories;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A call and the indexes by which its statements find their rows.
 *
 * @param name the method, and with which arguments where that matters
 * @param call the call
 * @param indexes what the plans of its statements must name: an index as PostgreSQL names it; {@code a|b} where either
 *     serves, because one begins with the columns of the other
 */
record IndexedCall(String name, Consumer<Repositories> call, List<String> indexes) {
    static IndexedCall of(String name, Consumer<Repositories> call, String... indexes) {
        return new IndexedCall(name, call, List.of(indexes));
    }

    /** Returns the indexes that are named in none of the plans. */
    List<String> missingIn(List<String> plans, DatabaseKind kind) {
        String all = String.join("\n", plans);
        return indexes.stream()
                .filter(wanted -> alternatives(wanted).noneMatch(index -> isUsed(index, all, kind)))
                .toList();
    }

    /** Returns whether the call needs an index that is no key, so that it can be dropped. */
    boolean needsDroppable() {
        return indexes.stream().anyMatch(wanted -> alternatives(wanted).allMatch(IndexedCall::isDroppable));
    }

    static boolean isDroppable(String index) {
        return index.startsWith("idx_");
    }

    private static Stream<String> alternatives(String wanted) {
        return Arrays.stream(wanted.split("\\|"));
    }

    /** SQLite names the indexes of keys by number, the primary key of a text column first. */
    private static boolean isUsed(String index, String plans, DatabaseKind kind) {
        String pattern = Pattern.quote(index);
        if (kind == DatabaseKind.SQLITE && !isDroppable(index)) {
            boolean primary = index.endsWith("_pkey");
            String table = index.substring(0, primary ? index.length() - "_pkey".length() : index.indexOf("__"));
            pattern = "sqlite_autoindex_" + Pattern.quote(table) + (primary ? "_1" : "_2");
        } else if (!isDroppable(index)) {
            pattern = Pattern.quote(index.replace("__", "_"));
        }
        return Pattern.compile("\\b" + pattern + "\\b").matcher(plans).find();
    }
}
