package io.synthlab.persistence.migrations.mover.screen;

import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.catalog.Table.Column;
import io.synthlab.persistence.migrations.mover.json.InvalidJsonException;
import io.synthlab.persistence.migrations.mover.json.JsonCanonicalizer;
import io.synthlab.persistence.migrations.mover.json.JsonGlance;
import io.synthlab.persistence.migrations.mover.report.Rule;
import io.synthlab.persistence.migrations.mover.source.SourceRow;
import io.synthlab.persistence.migrations.mover.source.StorageClass;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells whether the values of one column arrive equal in PostgreSQL. */
final class CellScreen {
    /** First magnitude that is no 64-bit integer. */
    private static final double BEYOND_LONG = 0x1p63;

    private final Column column;
    private final int index;
    private final boolean inKey;
    private final List<ColumnCheck> checks;
    private final JsonGlance glance = new JsonGlance();
    private final JsonCanonicalizer json;

    CellScreen(Table table, Column column, JsonCanonicalizer json) {
        this.column = column;
        this.json = json;
        index = table.columns().indexOf(column);
        inKey = table.primaryKey().contains(column.name());
        checks = table.checks().stream()
                .filter(check -> check.column().equals(column.name()))
                .map(ColumnCheck::of)
                .toList();
    }

    String columnName() {
        return column.name();
    }

    /** Puts the symbol in place of U+0000. */
    void escapeNul(SourceRow row) {
        byte[] value = row.bytes(index);
        row.setText(index, column.type() == Table.Type.JSON ? NulEscape.json(value) : NulEscape.text(value));
    }

    /** Returns the first rule that the value breaks, or {@code null} if it arrives equal. */
    @Nullable
    Rule brokenRule(SourceRow row) {
        if (row.type(index) == StorageClass.NULL) {
            return inKey ? Rule.T5 : column.nullable() ? null : Rule.C3;
        }
        return switch (column.type()) {
            case INTEGER -> integer(row);
            case REAL -> real(row);
            case TEXT -> text(row);
            case JSON -> json(row);
        };
    }

    private @Nullable Rule integer(SourceRow row) {
        return switch (row.type(index)) {
            case INTEGER -> row.integer(index) == (int) row.integer(index) ? number(row.integer(index)) : Rule.N3;
            case REAL -> Math.abs(row.real(index)) >= BEYOND_LONG ? Rule.N4 : Rule.N2;
            default -> Rule.N1;
        };
    }

    private @Nullable Rule real(SourceRow row) {
        return switch (row.type(index)) {
            case INTEGER -> {
                long value = row.integer(index);
                boolean exact = (long) (double) value == value && value != Long.MAX_VALUE;
                yield exact ? number(value) : Rule.N5;
            }
            case REAL -> number(row.real(index));
            default -> Rule.N1;
        };
    }

    private @Nullable Rule number(double value) {
        for (ColumnCheck check : checks) {
            if (!check.acceptsNumber(value)) {
                return Double.isInfinite(value) ? Rule.N7 : Rule.C2;
            }
        }
        return null;
    }

    private @Nullable Rule text(SourceRow row) {
        return switch (row.type(index)) {
            case TEXT -> text(row.bytes(index));
            case BLOB -> Rule.N11;
            default -> Rule.N9;
        };
    }

    private @Nullable Rule text(byte[] text) {
        if (Utf8.holdsNul(text)) {
            return Rule.T1;
        }
        if (!Utf8.isValid(text)) {
            return Rule.T2;
        }
        for (ColumnCheck check : checks) {
            if (!check.acceptsText(text)) {
                return Rule.C2;
            }
        }
        return null;
    }

    private @Nullable Rule json(SourceRow row) {
        return switch (row.type(index)) {
            case TEXT -> json(row.bytes(index));
            case BLOB -> Rule.J8;
            default -> Rule.N9;
        };
    }

    private @Nullable Rule json(byte[] document) {
        if (glance.isPlain(document)) {
            return null;
        }
        try {
            json.canonicalize(document);
            return null;
        } catch (InvalidJsonException e) {
            return e.rule();
        }
    }
}
