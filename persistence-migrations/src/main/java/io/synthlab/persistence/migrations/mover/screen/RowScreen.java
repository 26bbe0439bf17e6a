package io.synthlab.persistence.migrations.mover.screen;

import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.mover.MoveOptions;
import io.synthlab.persistence.migrations.mover.MoveOptions.NulPolicy;
import io.synthlab.persistence.migrations.mover.json.JsonCanonicalizer;
import io.synthlab.persistence.migrations.mover.report.Adjustment;
import io.synthlab.persistence.migrations.mover.report.Rule;
import io.synthlab.persistence.migrations.mover.source.KeyFill;
import io.synthlab.persistence.migrations.mover.source.SourceRow;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells whether single rows of a table arrive equal in PostgreSQL. Used by one thread. */
final class RowScreen {
    private final List<CellScreen> cells;
    private final Set<String> keys = new HashSet<>();
    private final boolean escapes;
    private final boolean fillsKeys;

    /** Hears what is found. */
    interface Listener {
        /** Hears that a value cannot arrive. */
        void broken(SourceRow row, String column, Rule rule);

        /** Hears that a value was changed so that it can. */
        void adjusted(SourceRow row, String column, Adjustment adjustment);
    }

    RowScreen(Table table, MoveOptions options) {
        JsonCanonicalizer json = JsonCanonicalizer.likePostgresql();
        cells = table.columns().stream()
                .map(column -> new CellScreen(table, column, json))
                .toList();
        keys.addAll(table.primaryKey());
        table.uniques().forEach(keys::addAll);
        table.foreignKeys().forEach(key -> keys.addAll(key.columns()));
        escapes = options.onNul() == NulPolicy.ESCAPE;
        fillsKeys = options.fillNullIds();
    }

    /** Looks at every value of a row. Tells of at most one broken rule a column. */
    void check(SourceRow row, Listener listener) {
        for (CellScreen cell : cells) {
            Rule rule = cell.brokenRule(row);
            if (rule == null || rule == Rule.T5 && fillsKeys && KeyFill.isFillable(row)) {
                continue;
            }
            rule = escapes && !keys.contains(cell.columnName()) ? escaped(row, cell, rule, listener) : rule;
            if (rule != null) {
                listener.broken(row, cell.columnName(), rule);
            }
        }
    }

    /** Escapes what can be escaped, and returns the rule that is broken still, if any. */
    private static @Nullable Rule escaped(SourceRow row, CellScreen cell, Rule rule, Listener listener) {
        if (rule != Rule.T1 && rule != Rule.J4) {
            return rule;
        }
        cell.escapeNul(row);
        Rule still = cell.brokenRule(row);
        if (still == null) {
            listener.adjusted(row, cell.columnName(), Adjustment.NUL_ESCAPED);
        }
        return still;
    }
}
