package io.synthlab.persistence.jdbc.research;

import io.synthlab.persistence.internal.row.StoredResearch;
import io.synthlab.persistence.internal.row.StoredRow;
import io.synthlab.persistence.research.ExecutionStatus;
import io.synthlab.persistence.research.Message;
import io.synthlab.persistence.research.ResearchExecutionDetail;
import io.synthlab.persistence.research.ResearchExecutionSummary;
import io.synthlab.persistence.research.TranscriptDetail;
import io.synthlab.persistence.research.TranscriptSummary;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;

/** Rows of {@code research_executions} and {@code transcripts} to records; a NULL count reads as 0. */
final class ResearchRows {
    private final ZoneId naiveZone;

    ResearchRows(ZoneId naiveZone) {
        this.naiveZone = naiveZone;
    }

    ResearchExecutionSummary summary(ResultSet row) throws SQLException {
        String execId = row.getString("exec_id");
        StoredRow stored = new StoredRow(ResearchSql.EXECUTIONS, "exec_id=" + execId);
        String status = row.getString("status");
        return new ResearchExecutionSummary(
                execId,
                row.getString("experiment_id"),
                row.getString("topic_name"),
                stored.read(() -> ExecutionStatus.ofText(status)),
                row.getInt("synth_count"),
                stored.requiredInstant("started_at", row.getString("started_at"), naiveZone),
                stored.instant("completed_at", row.getString("completed_at"), naiveZone));
    }

    ResearchExecutionDetail detail(ResultSet row) throws SQLException {
        ResearchExecutionSummary summary = summary(row);
        return new ResearchExecutionDetail(
                summary.execId(),
                summary.experimentId(),
                summary.topicName(),
                summary.status(),
                summary.synthCount(),
                summary.startedAt(),
                summary.completedAt(),
                row.getInt("successful_count"),
                row.getInt("failed_count"),
                StoredResearch.model(row.getString("model")),
                StoredResearch.maxTurns(row.getInt("max_turns")),
                row.getBoolean("summary_available"),
                row.getBoolean("prfaq_available"));
    }

    TranscriptSummary transcript(ResultSet row) throws SQLException {
        String synthId = row.getString("synth_id");
        return new TranscriptSummary(
                synthId,
                row.getString("synth_name"),
                row.getInt("turn_count"),
                stored(row).requiredInstant("timestamp", row.getString("timestamp"), naiveZone),
                row.getString("status"));
    }

    TranscriptDetail transcriptDetail(ResultSet row) throws SQLException {
        TranscriptSummary summary = transcript(row);
        String messages = row.getString("messages");
        List<Message> read = stored(row).read(() -> Message.listFromJson(messages));
        return new TranscriptDetail(
                row.getString("exec_id"),
                summary.synthId(),
                summary.synthName(),
                summary.turnCount(),
                summary.timestamp(),
                summary.status(),
                read);
    }

    private static StoredRow stored(ResultSet row) throws SQLException {
        return new StoredRow(
                ResearchSql.TRANSCRIPTS,
                StoredResearch.transcriptKey(row.getString("exec_id"), row.getString("synth_id")));
    }
}
