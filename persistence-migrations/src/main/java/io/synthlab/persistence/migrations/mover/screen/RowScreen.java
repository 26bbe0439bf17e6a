package io.synthlab.persistence.migrations.mover.screen;

import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.mover.json.JsonCanonicalizer;
import io.synthlab.persistence.migrations.mover.report.Problem;
import io.synthlab.persistence.migrations.mover.report.Rule;
import io.synthlab.persistence.migrations.mover.source.SourceRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells whether single rows of a table arrive equal in PostgreSQL. Used by one thread. */
public final class RowScreen {
    private final List<CellScreen> cells;

    /**
     * Creates a screen.
     *
     * @param table the table whose rows it looks at
     */
    public RowScreen(Table table) {
        JsonCanonicalizer json = JsonCanonicalizer.likePostgresql();
        cells = table.columns().stream()
                .map(column -> new CellScreen(table, column, json))
                .toList();
    }

    /**
     * Looks at every value of a row.
     *
     * @param row the row
     * @return at most one problem a column, empty if the row arrives equal
     */
    public List<Problem> check(SourceRow row) {
        List<Problem> problems = List.of();
        for (CellScreen cell : cells) {
            Rule rule = cell.brokenRule(row);
            if (rule != null) {
                problems = problems.isEmpty() ? new ArrayList<>() : problems;
                problems.add(problem(row, cell.columnName(), rule, rule.description()));
            }
        }
        return problems;
    }

    /** Describes a problem of a row. */
    static Problem problem(SourceRow row, @Nullable String column, Rule rule, String reason) {
        return new Problem(row.table().name(), row.key(), row.rowid(), column, rule, reason);
    }
}
