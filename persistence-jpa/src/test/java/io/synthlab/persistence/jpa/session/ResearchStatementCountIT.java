package io.synthlab.persistence.jpa.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.jpa.research.JpaResearchRepository;
import io.synthlab.persistence.research.ExecutionStatus;
import io.synthlab.persistence.research.ExecutionUpdate;
import io.synthlab.persistence.research.NewExecution;
import io.synthlab.persistence.research.NewTranscript;
import io.synthlab.persistence.testkit.SynthLabDatabase;
import io.synthlab.persistence.testkit.TestDatabase;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often the database is asked about interviews does not depend on how many there are. */
@SynthLabDatabase(kind = DatabaseKind.SQLITE)
class ResearchStatementCountIT {
    private static final String QUERY = "executeQuery";
    private static final String UPDATE = "executeUpdate";

    private CountingContext context;
    private UnitSessions sessions;
    private JpaResearchRepository research;

    @BeforeEach
    void open(TestDatabase database) {
        context = new CountingContext(database);
        sessions = new UnitSessions(context);
        research = new JpaResearchRepository(context, sessions);
    }

    @AfterEach
    void close() throws Exception {
        context.close();
        sessions.close();
    }

    @Test
    void given_any_number_of_rows_when_read_then_each_answer_is_one_statement() {
        for (int rows : new int[] {3, 150}) {
            List<String> ids = IntStream.range(0, rows)
                    .mapToObj(number -> "b" + rows + "_" + number)
                    .toList();
            ids.forEach(id -> research.createExecution(NewExecution.of(id, "checkout", 3)));
            ids.forEach(id -> research.createTranscript(NewTranscript.of(ids.get(0), id, "n", List.of())));
            context.executions();
            research.listExecutions(PageRequest.of(200, 0));
            research.getExecution(ids.get(0));
            research.getTranscript(ids.get(0), ids.get(0));
            research.checkSummariesExistBatch(ids);
            research.checkPrfaqsExistBatch(ids);
            research.checkAdditionalContextExistBatch(ids);
            research.getAdditionalContextBatch(ids);
            research.getTotalTurnsBatch(ids);
            assertEquals(List.of(QUERY, QUERY, QUERY, QUERY, QUERY, QUERY, QUERY, QUERY), context.executions());
            research.listTranscripts(ids.get(0));
            assertEquals(List.of(QUERY, QUERY), context.executions(), "does the batch exist, and the page");
        }
    }

    @Test
    void given_no_ids_when_asked_then_nothing_is_sent() {
        research.checkSummariesExistBatch(List.of());
        research.checkPrfaqsExistBatch(List.of("\0"));
        research.checkAdditionalContextExistBatch(null);
        research.getAdditionalContextBatch(List.of());
        research.getTotalTurnsBatch(List.of());
        assertEquals(List.of(), context.executions());
    }

    @Test
    void given_a_batch_when_written_then_each_change_is_one_statement() {
        research.createExecution(NewExecution.of("b1", "checkout", 3));
        research.createTranscript(NewTranscript.of("b1", "s1", "n", List.of()));
        research.updateExecutionStatus("b1", ExecutionUpdate.of(ExecutionStatus.RUNNING));
        assertEquals(List.of(UPDATE, UPDATE, UPDATE), context.executions());
    }
}
