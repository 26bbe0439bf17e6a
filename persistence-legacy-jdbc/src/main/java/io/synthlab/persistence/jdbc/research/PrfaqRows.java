package io.synthlab.persistence.jdbc.research;

import io.synthlab.persistence.internal.row.GeneratedColumns;
import io.synthlab.persistence.internal.row.StoredRow;
import io.synthlab.persistence.jdbc.statement.Columns;
import io.synthlab.persistence.research.PrfaqSummary;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;

/** Rows of {@code prfaq_metadata} to records. */
final class PrfaqRows {
    private final ZoneId naiveZone;

    PrfaqRows(ZoneId naiveZone) {
        this.naiveZone = naiveZone;
    }

    static StoredRow stored(String execId) {
        return new StoredRow(PrfaqSql.TABLE, "exec_id=" + execId);
    }

    PrfaqSummary summary(ResultSet row) throws SQLException {
        String execId = row.getString("exec_id");
        StoredRow stored = stored(execId);
        String validation = row.getString("validation_status");
        return new PrfaqSummary(
                execId,
                row.getString("topic_name"),
                row.getString("headline"),
                row.getString("one_liner"),
                row.getInt("faq_count"), // NULL reads as 0
                stored.instant("generated_at", row.getString("generated_at"), naiveZone),
                stored.read(() -> GeneratedColumns.validation(validation)),
                Columns.number(row, "confidence_score"));
    }
}
