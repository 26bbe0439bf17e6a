package io.synthlab.persistence.migrations.schema;

import io.synthlab.persistence.migrations.catalog.SchemaCatalog;
import io.synthlab.persistence.migrations.catalog.Table.Presence;
import io.synthlab.persistence.migrations.schema.Difference.Change;
import io.synthlab.persistence.migrations.schema.Fact.Key;
import java.util.List;

/**
 * Which differences a file of version 15 may have.
 *
 * <p>The measure: every statement of this library means the same on the file as on a fresh schema. What only costs
 * speed, or what this library checks before it writes, may differ. One table of the tests lists each case.
 *
 * @param expected facts of version 15
 * @param found facts of the file
 */
record Tolerance(Facts expected, Facts found) {

    boolean allows(Difference difference) {
        Change change = difference.change();
        return switch (difference.key().kind()) {
            case TABLE -> change == Change.SURPLUS || isOlder(difference.key());
            case COLUMN -> change == Change.SURPLUS;
            case NOT_NULL ->
                change == Change.MISSING
                        ? isKeyColumn(difference.key())
                        : isSurplusColumn(difference.key()) && hasDefault(difference.key());
            case DEFAULT, INDEX -> true;
            case PRIMARY_KEY, FOREIGN_KEY, UNIQUE -> false;
            case CHECK -> change == Change.MISSING;
        };
    }

    /**
     * Returns whether a file that was taken over may still differ so: as before, but every table is there now, and its
     * checks are spelled by other hands.
     */
    boolean allowsTakenOver(Difference difference) {
        return difference.key().kind() == Fact.Kind.CHECK
                || difference.key().kind() != Fact.Kind.TABLE && allows(difference);
    }

    /** Returns whether a tolerated difference is worth a line: not what every file of the original has. */
    boolean isWorthTelling(Difference difference) {
        return switch (difference.key().kind()) {
            case TABLE -> difference.change() == Change.SURPLUS;
            case NOT_NULL -> false;
            case DEFAULT -> !isSurplusColumn(difference.key());
            default -> true;
        };
    }

    private static boolean isOlder(Key key) {
        return SchemaCatalog.table(key.table()).presence() == Presence.OLDER;
    }

    private boolean isKeyColumn(Key key) {
        String columns = expected.values().getOrDefault(new Key(Fact.Kind.PRIMARY_KEY, key.table(), ""), "");
        return List.of(columns.split(", ")).contains(key.name());
    }

    private boolean isSurplusColumn(Key key) {
        return !expected.hasColumn(key.table(), key.name());
    }

    private boolean hasDefault(Key key) {
        return found.has(Fact.Kind.DEFAULT, key.table(), key.name());
    }
}
