package io.synthlab.persistence.jdbc.analysis;

import io.synthlab.persistence.CountedList;
import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.analysis.SynthOutcome;
import io.synthlab.persistence.internal.query.OutcomeQueries;
import io.synthlab.persistence.internal.query.SnapshotPage;
import io.synthlab.persistence.internal.row.OutcomeRow;
import io.synthlab.persistence.jdbc.statement.Statements;
import io.synthlab.persistence.jdbc.statement.Target;
import io.synthlab.persistence.spi.DatabaseContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Rows of {@code synth_outcomes}: what the repositories that store outcomes do with them. */
public final class OutcomeRows {
    private static final Target TABLE = Target.table(OutcomeSql.TABLE);

    private final DatabaseKind kind;
    private final Statements statements;

    /**
     * Creates the rows of a database.
     *
     * @param database the database
     * @param statements runs its statements
     */
    public OutcomeRows(DatabaseContext database, Statements statements) {
        this.kind = database.kind();
        this.statements = statements;
    }

    static SynthOutcome outcome(ResultSet row) throws SQLException {
        return new OutcomeRow(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getDouble(4),
                        row.getDouble(5),
                        row.getDouble(6),
                        row.getString(7))
                .toRecord();
    }

    /**
     * Lists outcomes of an analysis by synth.
     *
     * @param analysisId the analysis; of any form
     * @param limit outcomes at most, 0 or more
     * @param offset outcomes to skip, 0 or more
     * @return part of the list, with the total from the same snapshot
     */
    public CountedList<SynthOutcome> list(String analysisId, int limit, int offset) {
        return SnapshotPage.read(
                limit,
                offset,
                () -> statements.list(
                        TABLE,
                        OutcomeSql.LIST,
                        row -> new SnapshotPage.Row<>(outcome(row), row.getLong("total")),
                        analysisId,
                        analysisId,
                        limit,
                        offset),
                () -> count(analysisId));
    }

    long count(String analysisId) {
        return statements.count(TABLE, OutcomeSql.COUNT, analysisId);
    }

    int delete(String analysisId) {
        return statements.update(TABLE, OutcomeSql.DELETE, analysisId);
    }

    /** Stores a row that is new. */
    void insert(OutcomeRow row) {
        statements.update(target(String.valueOf(row.id())), OutcomeQueries.insertOne(kind), OutcomeQueries.values(row));
    }

    /**
     * Stores rows that are new; one that is there is an error.
     *
     * @param rows the rows, at least one
     */
    public void insert(List<OutcomeRow> rows) {
        store(rows, false);
    }

    /** Stores rows of one analysis; one of the same pair or id makes way. */
    void replace(String analysisId, List<OutcomeRow> rows) {
        if (kind == DatabaseKind.POSTGRESQL) {
            makeWay(analysisId, rows); // the conflict clause is about the pair alone
        }
        store(rows, true);
    }

    private void makeWay(String analysisId, List<OutcomeRow> rows) {
        statements.list(TABLE, OutcomeQueries.LOCK_ANALYSIS, row -> row.getString(1), analysisId);
        List<String> strays = statements.list(TABLE, OutcomeQueries.STRAY_IDS, row -> row.getString(1), (Object[])
                OutcomeQueries.idBounds(analysisId));
        if (!strays.isEmpty()) {
            statements.update(TABLE, OutcomeQueries.DELETE_STRAYS, OutcomeQueries.taken(strays, rows));
        }
    }

    private void store(List<OutcomeRow> rows, boolean replace) {
        Target target = rows.size() == 1 ? target(String.valueOf(rows.get(0).id())) : TABLE;
        String sql = OutcomeQueries.insert(kind, replace);
        if (kind == DatabaseKind.POSTGRESQL) {
            OutcomeQueries.chunks(rows).forEach(chunk -> statements.update(target, sql, OutcomeQueries.columns(chunk)));
        } else {
            statements.batch(
                    target, sql, rows.stream().map(OutcomeQueries::values).toList());
        }
    }

    static Target target(String outcomeId) {
        return Target.row(OutcomeSql.TABLE, "id", outcomeId);
    }
}
