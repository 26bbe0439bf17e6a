package io.synthlab.persistence.testkit.contract;

import static io.synthlab.persistence.error.ConstraintViolationException.Kind.FOREIGN_KEY;
import static io.synthlab.persistence.error.ConstraintViolationException.Kind.UNIQUE;
import static io.synthlab.persistence.research.ExecutionStatus.COMPLETED;
import static io.synthlab.persistence.research.ExecutionStatus.FAILED;
import static io.synthlab.persistence.research.ExecutionStatus.GENERATING_SUMMARY;
import static io.synthlab.persistence.research.ExecutionStatus.PENDING;
import static io.synthlab.persistence.research.ExecutionStatus.RUNNING;
import static io.synthlab.persistence.testkit.contract.Refusals.assertInvalid;
import static io.synthlab.persistence.testkit.contract.Refusals.assertUnreadable;
import static io.synthlab.persistence.testkit.contract.Refusals.assertViolation;
import static io.synthlab.persistence.testkit.fixture.StudyRows.B1;
import static io.synthlab.persistence.testkit.fixture.StudyRows.T0;
import static io.synthlab.persistence.testkit.fixture.StudyRows.T1;
import static io.synthlab.persistence.testkit.fixture.StudyRows.T2;
import static io.synthlab.persistence.testkit.fixture.StudyRows.X;
import static io.synthlab.persistence.testkit.fixture.StudyRows.Y;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.error.DatabaseException;
import io.synthlab.persistence.error.ExecutionNotFoundException;
import io.synthlab.persistence.research.ExecutionStatus;
import io.synthlab.persistence.research.ExecutionUpdate;
import io.synthlab.persistence.research.NewExecution;
import io.synthlab.persistence.research.ResearchExecutionDetail;
import io.synthlab.persistence.research.ResearchExecutionSummary;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Batches of interviews: one by one, and how their state changes. */
public abstract class ResearchExecutionContract extends ResearchContractBase {
    private static final String KEY = "exec_id=" + B1;
    private static final ResearchExecutionDetail NEW =
            new ResearchExecutionDetail(B1, X, "checkout", PENDING, 3, T0, null, 0, 0, "gpt-4o-mini", 6, false, false);

    /** For the cells. */
    protected ResearchExecutionContract() {}

    @ContractCase("R2-2")
    void given_an_experiment_when_a_batch_is_created_then_the_rest_has_its_defaults() {
        study().experiment(X);
        clock().set(T0);
        ResearchExecutionSummary created =
                research().createExecution(NewExecution.of(B1, "checkout", 3).withExperiment(X));
        assertEquals(NEW, research().getExecution(B1));
        assertEquals(NEW.summary(), created);
    }

    @Test
    void given_all_values_when_created_then_each_is_stored() {
        study().experiment(X);
        clock().set(T0.plusNanos(1_000));
        NewExecution execution =
                new NewExecution("", "Ação \uD83D\uDE00", 0, "m 1", 1, COMPLETED, X, "line 1\r\nline 2 é");
        research().createExecution(execution);
        ResearchExecutionDetail expected = new ResearchExecutionDetail(
                "", X, "Ação \uD83D\uDE00", COMPLETED, 0, T0.plusNanos(1_000), null, 0, 0, "m 1", 1, false, false);
        assertEquals(expected, research().getExecution(""));
        assertEquals("line 1\r\nline 2 é", rows().text(EXECUTIONS, "additional_context", "exec_id", ""));
        assertEquals("2026-01-01T10:00:00.000001+00:00", rows().text(EXECUTIONS, "started_at", "exec_id", ""));
    }

    @ContractCase("R2-3")
    void given_a_batch_when_its_id_is_used_again_then_a_unique_violation_leaves_the_first() {
        study().execution();
        NewExecution second = NewExecution.of(B1, "other", 1);
        assertViolation(UNIQUE, EXECUTIONS, KEY, () -> research().createExecution(second));
        assertEquals(NEW, research().getExecution(B1));
    }

    @ContractCase("R2-4")
    void given_no_such_experiment_when_created_then_a_foreign_key_violation_leaves_no_row() {
        NewExecution orphan = NewExecution.of("b2", "checkout", 3).withExperiment("exp_00000000");
        assertViolation(FOREIGN_KEY, EXECUTIONS, "exec_id=b2", () -> research().createExecution(orphan));
        assertThrows(ExecutionNotFoundException.class, () -> research().getExecution("b2"));
    }

    @ContractCase("R2-5")
    void given_no_such_batch_when_asked_for_then_the_error_names_it() {
        ExecutionNotFoundException refusal =
                assertThrows(ExecutionNotFoundException.class, () -> research().getExecution("nope"));
        assertEquals("EXECUTION_NOT_FOUND", refusal.code());
        assertEquals("Research execution not found: nope", refusal.getMessage());
        assertEquals(Map.of("exec_id", "nope"), refusal.details());
    }

    @ContractCase("R2-6")
    void given_a_batch_when_completed_then_counts_and_time_are_set() {
        completed();
        assertEquals(state(COMPLETED, T1, 2, 0), research().getExecution(B1));
    }

    @ContractCase("R2-7")
    void given_a_completed_batch_when_it_runs_again_then_counts_and_time_stay() {
        completed();
        clock().set(T2);
        assertTrue(research().updateExecutionStatus(B1, ExecutionUpdate.of(RUNNING)));
        assertEquals(state(RUNNING, T1, 2, 0), research().getExecution(B1));
    }

    @ContractCase("R2-8")
    void given_a_completed_batch_when_it_fails_then_the_time_of_completion_moves() {
        completed();
        clock().set(T2);
        research().updateExecutionStatus(B1, ExecutionUpdate.of(FAILED));
        assertEquals(state(FAILED, T2, 2, 0), research().getExecution(B1));
    }

    @ContractCase("R2-9")
    void given_a_batch_when_its_summary_is_being_made_then_it_is_not_over() {
        study().execution();
        for (ExecutionStatus status : List.of(GENERATING_SUMMARY, RUNNING, PENDING)) {
            assertTrue(research().updateExecutionStatus(B1, ExecutionUpdate.of(status)));
            assertEquals(state(status, null, 0, 0), research().getExecution(B1));
        }
    }

    @ContractCase("R2-10")
    void given_counts_when_one_is_updated_to_zero_then_the_other_stays() {
        study().execution();
        ExecutionUpdate counts =
                ExecutionUpdate.of(PENDING).withSuccessfulCount(2).withFailedCount(1);
        research().updateExecutionStatus(B1, counts);
        research().updateExecutionStatus(B1, ExecutionUpdate.of(RUNNING).withFailedCount(0));
        assertEquals(state(RUNNING, null, 2, 0), research().getExecution(B1));
    }

    @ContractCase("R2-11")
    void given_no_such_batch_when_updated_then_nothing_happens_and_the_caller_is_told() {
        assertFalse(research().updateExecutionStatus("nope", ExecutionUpdate.of(COMPLETED)));
        assertEquals(0, rows().count(EXECUTIONS));
    }

    private void completed() {
        study().execution();
        clock().set(T1);
        ExecutionUpdate update =
                ExecutionUpdate.of(COMPLETED).withSuccessfulCount(2).withFailedCount(0);
        assertTrue(research().updateExecutionStatus(B1, update));
    }

    private static ResearchExecutionDetail state(
            ExecutionStatus status, @Nullable Instant completedAt, int successful, int failed) {
        return new ResearchExecutionDetail(
                B1, X, "checkout", status, 3, T0, completedAt, successful, failed, "gpt-4o-mini", 6, false, false);
    }

    @Test
    void given_an_update_when_run_then_no_other_column_and_no_other_row_changes() {
        study().experiment(X);
        research().createExecution(new NewExecution(B1, "checkout", 3, "m1", 9, PENDING, X, "context"));
        execution("b2", X);
        ResearchExecutionDetail other = research().getExecution("b2");
        research().updateExecutionStatus(B1, ExecutionUpdate.of(RUNNING));
        ResearchExecutionDetail changed = research().getExecution(B1);
        assertEquals("m1", changed.model());
        assertEquals(9, changed.maxTurns());
        assertEquals("context", rows().text(EXECUTIONS, "additional_context", "exec_id", B1));
        assertEquals(other, research().getExecution("b2"));
    }

    @Test
    void given_an_expected_state_when_updated_then_only_a_batch_in_it_is_changed() {
        study().execution();
        ExecutionUpdate finish =
                ExecutionUpdate.of(COMPLETED).withFailedCount(3).ifStatusIs(RUNNING);
        assertFalse(research().updateExecutionStatus(B1, finish));
        assertEquals(NEW, research().getExecution(B1));
        assertTrue(
                research().updateExecutionStatus(B1, ExecutionUpdate.of(RUNNING).ifStatusIs(PENDING)));
        assertTrue(research().updateExecutionStatus(B1, finish));
        assertEquals(3, research().getExecution(B1).failedCount());
        assertFalse(research().updateExecutionStatus("nope", finish));
    }

    @Test
    void given_four_threads_when_all_expect_one_state_then_exactly_one_changes_it() throws Exception {
        study().execution();
        ExecutionUpdate start = ExecutionUpdate.of(RUNNING).ifStatusIs(PENDING);
        List<Boolean> changed = Race.of(4, () -> research().updateExecutionStatus(B1, start));
        assertEquals(1, changed.stream().filter(told -> told).count());
        assertEquals(RUNNING, research().getExecution(B1).status());
    }

    @Test
    void given_two_threads_when_both_create_one_batch_then_exactly_one_row_is_there() throws Exception {
        List<Boolean> created = Race.of(2, () -> {
            try {
                execution(B1, null);
                return true;
            } catch (DatabaseException taken) {
                return false;
            }
        });
        assertEquals(1, created.stream().filter(told -> told).count());
        assertEquals(1, rows().count(EXECUTIONS));
    }

    /** The original stores such values, and 0 turns would read as 6. */
    @Test
    void given_values_that_break_a_rule_when_written_then_nothing_is() {
        study().execution();
        assertRefused("synth_count", new NewExecution("b2", "t", -1, "m", 6, PENDING, null, null));
        assertRefused("max_turns", new NewExecution("b2", "t", 1, "m", 0, PENDING, null, null));
        assertRefused("model", new NewExecution("b2", "t", 1, "", 6, PENDING, null, null));
        for (String text : UNSTORABLE) {
            assertRefused("exec_id", new NewExecution(text, "t", 1, "m", 6, PENDING, null, null));
            assertRefused("topic_name", new NewExecution("b2", text, 1, "m", 6, PENDING, null, null));
            assertRefused("additional_context", new NewExecution("b2", "t", 1, "m", 6, PENDING, null, text));
        }
        ExecutionUpdate negative = new ExecutionUpdate(RUNNING, 1, -1, null);
        assertInvalid("failed_count", () -> research().updateExecutionStatus(B1, negative));
        assertEquals(NEW, research().getExecution(B1));
    }

    private void assertRefused(String column, NewExecution execution) {
        assertInvalid("research_executions." + column, () -> research().createExecution(execution));
        assertEquals(1, rows().count(EXECUTIONS));
    }

    /** A state outside of the list cannot be said through the API; the check of the table holds it off raw writers. */
    @Test
    void given_an_unknown_state_when_written_past_the_library_then_the_table_refuses_it() {
        assertThrows(DatabaseException.class, () -> rows().researchExecution("b2", null, "paused"));
        assertEquals(0, rows().count(EXECUTIONS));
    }

    @ContractCase("R2-12")
    void given_no_turns_and_no_model_when_read_then_they_are_the_defaults() {
        study().execution();
        database().execute("UPDATE research_executions SET max_turns = 0, model = NULL, successful_count = NULL");
        assertEquals(NEW, research().getExecution(B1));
        database().execute("UPDATE research_executions SET max_turns = NULL, model = '', failed_count = NULL");
        assertEquals(NEW, research().getExecution(B1));
    }

    @ContractCase("R2-13")
    void given_a_summary_when_it_becomes_completed_then_it_is_available() {
        study().execution();
        document(X, "summary", "generating");
        assertFlags(B1, false, false);
        for (String status : List.of("pending", "failed", "partial")) {
            database().execute("UPDATE experiment_documents SET status = ?", status);
            assertFlags(B1, false, false);
        }
        database().execute("UPDATE experiment_documents SET status = 'completed'");
        assertFlags(B1, true, false);
    }

    /** Other types of document and the older table of PR-FAQs do not count. */
    @ContractCase("R2-14")
    void given_a_completed_prfaq_when_batches_are_read_then_all_of_the_experiment_have_it() {
        study().execution();
        execution("b3", X);
        execution("b4", null);
        rows().insert("prfaq_metadata", "exec_id", "b4", "status", "completed");
        document(X, "executive_summary", "completed");
        assertFlags(B1, false, false);
        document(X, "prfaq", "completed");
        assertFlags(B1, false, true);
        assertFlags("b3", false, true);
        assertFlags("b4", false, false);
    }

    @ContractCase("R2-43")
    void given_an_experiment_when_its_row_is_removed_then_its_batch_stays_without() {
        study().experiment(Y);
        execution("b4", Y);
        document(Y, "summary", "completed");
        assertFlags("b4", true, false);
        database().execute("DELETE FROM experiments WHERE id = ?", Y);
        assertNull(research().getExecution("b4").experimentId());
        assertFlags("b4", false, false);
    }

    private void assertFlags(String execId, boolean summary, boolean prfaq) {
        ResearchExecutionDetail found = research().getExecution(execId);
        assertEquals(summary, found.summaryAvailable());
        assertEquals(prfaq, found.prfaqAvailable());
    }

    @Test
    void given_old_forms_of_time_when_read_then_each_is_understood() {
        insertTimes("f1", "2026-01-01T10:00:00.000001+00:00", "2026-01-01T10:00:00+00:00");
        insertTimes("f2", "2026-01-01T10:00:00.5", null);
        insertTimes("f3", "2026-01-01 10:00:00", "2026-01-01T10:05:00Z");
        assertEquals(T0.plusNanos(1_000), research().getExecution("f1").startedAt());
        assertEquals(T0, research().getExecution("f1").completedAt());
        assertEquals(T0.plusMillis(500), research().getExecution("f2").startedAt());
        assertEquals(T0, research().getExecution("f3").startedAt());
        assertEquals(T1, research().getExecution("f3").completedAt());
    }

    @Test
    void given_a_time_that_cannot_be_read_when_read_then_the_row_is_named_and_can_still_be_changed() {
        insertTimes(B1, "yesterday", null);
        assertUnreadable(EXECUTIONS, KEY, "started_at", () -> research().getExecution(B1));
        assertTrue(research().updateExecutionStatus(B1, ExecutionUpdate.of(RUNNING)));
        database().execute("UPDATE research_executions SET started_at = ?, completed_at = ''", "2026-01-01T10:00:00");
        assertUnreadable(EXECUTIONS, KEY, "completed_at", () -> research().getExecution(B1));
    }

    @Test
    void given_a_state_that_cannot_be_read_when_read_then_the_row_is_named() throws SQLException {
        study().execution();
        database().execute("UPDATE research_executions SET topic_name = ?", "exp_" + X + "_auto");
        writeUnknownState();
        assertUnreadable(EXECUTIONS, KEY, "status", () -> research().getExecution(B1));
        assertUnreadable(EXECUTIONS, KEY, "status", () -> research().listExecutionsByExperiment(X));
        assertUnreadable(EXECUTIONS, KEY, "status", () -> research().findAutoInterview(X));
    }

    /** Old files may lack the check. */
    private void writeUnknownState() throws SQLException {
        try (Connection connection = database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    database().kind() == DatabaseKind.SQLITE
                            ? "PRAGMA ignore_check_constraints = ON"
                            : "ALTER TABLE research_executions DROP CONSTRAINT research_executions_status_check");
            statement.execute("UPDATE research_executions SET status = 'paused'");
        }
    }

    @Test
    void given_keys_that_cannot_be_stored_when_asked_for_then_there_is_no_such_batch() {
        study().execution();
        for (String key : UNSTORABLE) {
            assertThrows(ExecutionNotFoundException.class, () -> research().getExecution(key));
            assertFalse(research().updateExecutionStatus(key, ExecutionUpdate.of(RUNNING)));
        }
        assertEquals(NEW, research().getExecution(B1));
    }

    private void insertTimes(String execId, String startedAt, @Nullable String completedAt) {
        rows().insert(
                        EXECUTIONS,
                        "exec_id",
                        execId,
                        "topic_name",
                        "t",
                        "started_at",
                        startedAt,
                        "completed_at",
                        completedAt);
    }
}
