package io.synthlab.persistence.research;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.error.ValidationException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewExecutionTest {
    private static final NewExecution EXECUTION = NewExecution.of("b1", "checkout", 3);

    private static String refusal(Runnable check) {
        return String.valueOf(
                assertThrows(ValidationException.class, check::run).getMessage());
    }

    @Test
    void hasTheDefaultsOfTheOriginal() {
        assertEquals("gpt-4o-mini", EXECUTION.model());
        assertEquals(6, EXECUTION.maxTurns());
        assertEquals(ExecutionStatus.PENDING, EXECUTION.status());
        assertNull(EXECUTION.experimentId());
        assertNull(EXECUTION.additionalContext());
    }

    @Test
    void eachChangeKeepsTheRest() {
        NewExecution changed = EXECUTION
                .withModel("m")
                .withMaxTurns(1)
                .withStatus(ExecutionStatus.RUNNING)
                .withExperiment("exp_12345678")
                .withAdditionalContext("");
        assertEquals(
                new NewExecution("b1", "checkout", 3, "m", 1, ExecutionStatus.RUNNING, "exp_12345678", ""), changed);
    }

    @Test
    void smallestValuesPass() {
        assertEquals(0, NewExecution.of("", "", 0).withMaxTurns(1).synthCount());
    }

    @Test
    void refusesWhatWouldNotReadAsItWasWritten() {
        assertEquals(
                "research_executions.synth_count must be 0-2147483647",
                refusal(() -> NewExecution.of("b1", "checkout", -1)));
        assertEquals("research_executions.max_turns must be 1-2147483647", refusal(() -> EXECUTION.withMaxTurns(0)));
        assertEquals("research_executions.model must not be empty", refusal(() -> EXECUTION.withModel("")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "a\uDC00"})
    void refusesTextThatCannotBeStored(String bad) {
        assertTrue(refusal(() -> NewExecution.of(bad, "t", 1)).startsWith("research_executions.exec_id holds"));
        assertTrue(refusal(() -> NewExecution.of("b", bad, 1)).startsWith("research_executions.topic_name holds"));
        assertTrue(refusal(() -> EXECUTION.withModel(bad)).startsWith("research_executions.model holds"));
        assertTrue(refusal(() -> EXECUTION.withExperiment(bad)).startsWith("research_executions.experiment_id holds"));
        assertTrue(refusal(() -> EXECUTION.withAdditionalContext(bad))
                .startsWith("research_executions.additional_context holds"));
    }

    @Test
    void aStoredOneStartsWhenItIsStored() {
        Instant now = Instant.parse("2026-01-01T10:00:00.123456789Z");
        assertEquals(
                new ResearchExecutionSummary(
                        "b1",
                        null,
                        "checkout",
                        ExecutionStatus.PENDING,
                        3,
                        Instant.parse("2026-01-01T10:00:00.123456Z"),
                        null),
                EXECUTION.startedAt(now));
    }

    @Test
    void anUpdateKeepsWhatItIsNotTold() {
        ExecutionUpdate update = ExecutionUpdate.of(ExecutionStatus.COMPLETED)
                .withSuccessfulCount(0)
                .ifStatusIs(ExecutionStatus.RUNNING);
        assertEquals(new ExecutionUpdate(ExecutionStatus.COMPLETED, 0, null, ExecutionStatus.RUNNING), update);
        assertEquals(
                new ExecutionUpdate(ExecutionStatus.FAILED, null, 3, null),
                ExecutionUpdate.of(ExecutionStatus.FAILED).withFailedCount(3));
    }

    @Test
    void anUpdateRefusesNegativeCounts() {
        ExecutionUpdate update = ExecutionUpdate.of(ExecutionStatus.FAILED);
        assertTrue(refusal(() -> update.withSuccessfulCount(-1)).startsWith("research_executions.successful_count "));
        assertTrue(refusal(() -> update.withFailedCount(-1)).startsWith("research_executions.failed_count "));
    }

    @ParameterizedTest
    @EnumSource(ExecutionStatus.class)
    void aStateIsReadFromItsText(ExecutionStatus status) {
        assertEquals(status, ExecutionStatus.ofText(status.text()));
        assertEquals(status == ExecutionStatus.COMPLETED || status == ExecutionStatus.FAILED, status.isFinal());
    }

    @Test
    void aStateIsReadFromItsExactTextOnly() {
        assertEquals("generating_summary", ExecutionStatus.GENERATING_SUMMARY.text());
        String message = refusal(() -> ExecutionStatus.ofText("PENDING"));
        assertEquals(
                "research_executions.status must be one of pending, running, generating_summary, completed, failed",
                message);
        assertFalse(message.contains("PENDING"));
    }
}
