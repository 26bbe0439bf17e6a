package io.synthlab.persistence.jpa.analysis;

import io.synthlab.persistence.CountedList;
import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.analysis.SynthOutcome;
import io.synthlab.persistence.internal.query.OutcomeQueries;
import io.synthlab.persistence.internal.query.TextList;
import io.synthlab.persistence.internal.row.OutcomeRow;
import io.synthlab.persistence.jpa.session.PageQuery;
import io.synthlab.persistence.jpa.session.RowKey;
import io.synthlab.persistence.jpa.session.SqlStatement;
import io.synthlab.persistence.jpa.session.UnitSessions;
import io.synthlab.persistence.model.analysis.SynthOutcomeEntity;
import io.synthlab.persistence.spi.DatabaseContext;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.hibernate.StatelessSession;

/** Rows of {@code synth_outcomes}: what the repositories that store outcomes do with them. */
public final class OutcomeRows {
    private final DatabaseKind kind;
    private final UnitSessions sessions;
    private final SqlStatement insert;
    private final SqlStatement replace;

    /**
     * Creates the rows of a database.
     *
     * @param database the database
     * @param sessions runs its work
     */
    public OutcomeRows(DatabaseContext database, UnitSessions sessions) {
        this.kind = database.kind();
        this.sessions = sessions;
        this.insert = new SqlStatement(OutcomeQueries.insert(kind, false));
        this.replace = new SqlStatement(OutcomeQueries.insert(kind, true));
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
        PageQuery<OutcomeListRow> query = new PageQuery<>(
                OutcomeStatements.LIST,
                OutcomeStatements.COUNT,
                OutcomeListRow.class,
                Map.of("analysisId", analysisId));
        return sessions.listPart(ofAnalysis(analysisId), query, limit, offset, OutcomeListRow::toPageRow);
    }

    int delete(String analysisId) {
        return sessions.changeAll(
                ofAnalysis(analysisId), session -> OutcomeStatements.DELETE.update(session, analysisId));
    }

    /** All outcomes of an analysis: errors name the table alone. */
    static RowKey ofAnalysis(String analysisId) {
        return RowKey.ofText(SynthOutcomeEntity.TABLE, analysisId);
    }

    /**
     * Stores rows that are new; one that is there is an error.
     *
     * @param rows the rows, at least one
     */
    public void insert(List<OutcomeRow> rows) {
        run(rows, session -> store(session, insert, rows));
    }

    /** Stores rows of one analysis; one of the same pair or id makes way. */
    void replace(String analysisId, List<OutcomeRow> rows) {
        run(rows, session -> {
            if (kind == DatabaseKind.POSTGRESQL) {
                makeWay(session, analysisId, rows); // the conflict clause is about the pair alone
            }
            return store(session, replace, rows);
        });
    }

    private void run(List<OutcomeRow> rows, ToIntFunction<StatelessSession> work) {
        if (rows.size() == 1) {
            sessions.change(row(String.valueOf(rows.get(0).id())), work);
        } else {
            sessions.list(SynthOutcomeEntity.TABLE, work::applyAsInt);
        }
    }

    private static void makeWay(StatelessSession session, String analysisId, List<OutcomeRow> rows) {
        OutcomeStatements.LOCK_ANALYSIS.find(session, row -> row.getString(1), analysisId);
        List<String> strays = OutcomeStatements.STRAY_IDS.list(
                session, row -> row.getString(1), (Object[]) OutcomeQueries.idBounds(analysisId));
        if (!strays.isEmpty()) {
            TextList taken = OutcomeQueries.taken(strays, rows);
            OutcomeStatements.DELETE_STRAYS.update(session, taken);
        }
    }

    private int store(StatelessSession session, SqlStatement statement, List<OutcomeRow> rows) {
        if (kind == DatabaseKind.POSTGRESQL) {
            OutcomeQueries.chunks(rows).forEach(chunk -> statement.update(session, OutcomeQueries.columns(chunk)));
        } else {
            statement.batch(session, rows.stream().map(OutcomeQueries::values).toList());
        }
        return rows.size();
    }

    static RowKey row(String outcomeId) {
        return RowKey.of(SynthOutcomeEntity.TABLE, "id", outcomeId);
    }
}
