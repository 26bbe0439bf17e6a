package io.synthlab.persistence.migrations.mover.target;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.error.DatabaseException;
import io.synthlab.persistence.internal.error.ErrorTranslator;
import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.mover.report.MoveRefusedException;
import io.synthlab.persistence.migrations.mover.report.Problem;
import io.synthlab.persistence.migrations.mover.report.Rule;
import io.synthlab.persistence.migrations.mover.screen.ArrivingRows;
import io.synthlab.persistence.migrations.mover.source.SourceCursor;
import io.synthlab.persistence.migrations.mover.work.Chunk;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Finds the row that made the server refuse a COPY, without repeating what the server says about its values. */
final class CopyRefusal {
    /** "COPY table, line 17, column name" in any language of the server; behind a colon there may be a value. */
    private static final Pattern PLACE =
            Pattern.compile("^COPY (\\S+?), \\D*(\\d+)(?:, \\S+ (\\w+))?", Pattern.MULTILINE);

    private static final String REMEDY =
            "correct the row in the source and begin anew with --restart; please report that"
                    + " the plan did not tell";

    private CopyRefusal() {}

    /** Returns what to throw for a failed COPY of a table. */
    static RuntimeException of(SQLException e, Chunk chunk, ArrivingRows rows) {
        Table table = chunk.table();
        DatabaseException translated = ErrorTranslator.translate(e, DatabaseKind.POSTGRESQL, table.name(), null);
        ServerErrorMessage message = e instanceof PSQLException server ? server.getServerErrorMessage() : null;
        if (message == null || !isAboutValues(e.getSQLState())) {
            return translated;
        }
        Rule rule = rule(e.getSQLState());
        String reason = rule.description() + " (SQLSTATE " + e.getSQLState() + constraint(message) + ")";
        Problem problem = problem(chunk, message.getWhere(), rows, rule, reason);
        return new MoveRefusedException(
                List.of(problem), 0, "what arrived before stays", REMEDY, translated.getCause());
    }

    private static Problem problem(Chunk chunk, @Nullable String where, ArrivingRows rows, Rule rule, String reason) {
        Table table = chunk.table();
        Matcher place = PLACE.matcher(where == null ? "" : where);
        if (!place.find()) {
            return Problem.ofTable(table.name(), null, rule, reason);
        }
        String column = place.group(3);
        long number = Long.parseLong(place.group(2));
        try (SourceCursor cursor = rows.of(chunk)) {
            for (long at = 0; at < number; at++) {
                if (!cursor.next()) {
                    return Problem.ofTable(table.name(), column, rule, reason);
                }
            }
            return new Problem(table.name(), cursor.row().key(), cursor.row().rowid(), column, rule, reason);
        }
    }

    /** Data exceptions, constraint violations, limits, and "invalid memory alloc request size". */
    private static boolean isAboutValues(@Nullable String state) {
        return state != null && (state.startsWith("22") || state.startsWith("23") || state.startsWith("54"));
    }

    private static Rule rule(String state) {
        return switch (state) {
            case "23503" -> Rule.C1;
            case "23514" -> Rule.C2;
            case "23502" -> Rule.C3;
            case "23505" -> Rule.C4;
            case "54000" -> Rule.T8;
            case "54001" -> Rule.J16;
            default -> Rule.SERVER;
        };
    }

    private static String constraint(ServerErrorMessage message) {
        return message.getConstraint() == null ? "" : ", constraint " + message.getConstraint();
    }
}
