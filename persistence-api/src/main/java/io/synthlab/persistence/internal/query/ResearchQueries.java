package io.synthlab.persistence.internal.query;

import io.synthlab.persistence.SortOrder;
import io.synthlab.persistence.internal.id.Ids;
import io.synthlab.persistence.internal.row.StoredRow;
import io.synthlab.persistence.internal.text.Rules;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decisions about batches of interviews and their transcripts that need no database. */
public final class ResearchQueries {
    /** How batches are sorted: newest first unless asked otherwise. */
    public static final RowOrder.Rules EXECUTIONS = new RowOrder.Rules(
            List.of(
                    RowOrder.Column.of("exec_id"),
                    RowOrder.Column.nullable("experiment_id"),
                    RowOrder.Column.of("topic_name"),
                    RowOrder.Column.of("status"),
                    RowOrder.Column.of("synth_count"),
                    RowOrder.Column.nullable("successful_count"),
                    RowOrder.Column.nullable("failed_count"),
                    RowOrder.Column.nullable("model"),
                    RowOrder.Column.nullable("max_turns"),
                    RowOrder.Column.of("started_at"),
                    RowOrder.Column.nullable("completed_at"),
                    RowOrder.Column.nullable("additional_context")),
            List.of(new RowOrder.Key("started_at", SortOrder.DESC, false)),
            List.of("exec_id"));

    /** How transcripts of one batch are sorted. */
    public static final RowOrder.Rules TRANSCRIPTS = new RowOrder.Rules(
            List.of(
                    RowOrder.Column.of("exec_id"),
                    RowOrder.Column.of("synth_id"),
                    RowOrder.Column.of("synth_name"),
                    RowOrder.Column.of("status"),
                    RowOrder.Column.nullable("turn_count"),
                    RowOrder.Column.of("timestamp")),
            List.of(),
            List.of("synth_id"));

    private static final String TRANSCRIPT_PREFIX = "tra_";
    /** As long as the ids that old rows get: one batch after the other adds rows, and none may collide. */
    private static final int TRANSCRIPT_BYTES = 16;

    private ResearchQueries() {}

    /** Returns a new random id of a transcript. */
    public static String newTranscriptId() {
        return Ids.random(TRANSCRIPT_PREFIX, TRANSCRIPT_BYTES);
    }

    /**
     * Returns what topics of automatic interviews start with.
     *
     * @param experimentId the experiment
     * @return for example {@code exp_exp_1a2b3c4d_auto}
     */
    public static String autoPrefix(String experimentId) {
        return "exp_" + experimentId + "_auto";
    }

    /**
     * Returns ids that a row can have.
     *
     * @param execIds what a caller gave, or {@code null}
     * @return the ids; without any there is nothing to ask the database
     */
    public static TextList ids(@Nullable Collection<String> execIds) {
        return TextList.of(execIds == null ? List.of() : execIds);
    }

    /**
     * Returns the turns of a batch.
     *
     * @param execId the batch
     * @param sum what its transcripts add up to
     * @return the sum
     * @throws io.synthlab.persistence.error.UnreadableRowException if it is beyond 32 bits
     */
    public static int totalTurns(String execId, long sum) {
        return new StoredRow("transcripts", "exec_id=" + execId).read(() -> {
            Rules.range(sum, "turn_count of all transcripts", Integer.MIN_VALUE, Integer.MAX_VALUE);
            return (int) sum;
        });
    }
}
