package io.synthlab.persistence.testkit.contract;

import static io.synthlab.persistence.testkit.contract.Refusals.assertInvalid;
import static io.synthlab.persistence.testkit.contract.Refusals.assertUnreadable;
import static io.synthlab.persistence.testkit.fixture.StudyRows.B1;
import static io.synthlab.persistence.testkit.fixture.StudyRows.T0;
import static io.synthlab.persistence.testkit.fixture.StudyRows.T1;
import static io.synthlab.persistence.testkit.fixture.StudyRows.T2;
import static io.synthlab.persistence.testkit.fixture.StudyRows.X;
import static io.synthlab.persistence.testkit.fixture.StudyRows.Y;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.Page;
import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.SortOrder;
import io.synthlab.persistence.error.InvalidRequestException;
import io.synthlab.persistence.research.ExecutionStatus;
import io.synthlab.persistence.research.ExecutionUpdate;
import io.synthlab.persistence.research.NewExecution;
import io.synthlab.persistence.research.ResearchExecutionSummary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Batches of interviews: lists, and the latest automatic one. */
public abstract class ResearchListContract extends ResearchContractBase {
    private static final PageRequest FIRST = PageRequest.first();
    private static final PageRequest BY_ID = FIRST.sortedBy("exec_id", SortOrder.ASC);
    private static final String AUTO = "exp_" + X + "_auto";

    /** For the cells. */
    protected ResearchListContract() {}

    @ContractCase("R2-1")
    void given_no_batch_when_listed_then_the_page_is_empty() {
        Page<ResearchExecutionSummary> page = research().listExecutions(FIRST);
        assertEquals(new Page<>(List.of(), 0, PageRequest.of(50, 0)), page);
        assertFalse(page.hasNext());
    }

    @Test
    void given_batches_when_listed_then_each_is_complete_and_the_newest_comes_first() {
        study().execution();
        study().experiment(Y);
        at(T2, "b3", null, "search");
        at(T1, "b4", Y, "other");
        clock().set(T2);
        research().updateExecutionStatus("b4", ExecutionUpdate.of(ExecutionStatus.FAILED));
        List<ResearchExecutionSummary> expected = List.of(
                new ResearchExecutionSummary("b3", null, "search", ExecutionStatus.PENDING, 3, T2, null),
                new ResearchExecutionSummary("b4", Y, "other", ExecutionStatus.FAILED, 3, T1, T2),
                new ResearchExecutionSummary(B1, X, "checkout", ExecutionStatus.PENDING, 3, T0, null));
        assertEquals(new Page<>(expected, 3, FIRST), research().listExecutions(FIRST));
    }

    @Test
    void given_equal_times_when_listed_then_the_id_breaks_ties() {
        clock().set(T0);
        for (String execId : List.of("b3", "B9", "b1", "b2")) {
            execution(execId, null);
        }
        assertEquals(List.of("B9", "b1", "b2", "b3"), ids(research().listExecutions(FIRST)));
        assertEquals(List.of("b2", "b3"), ids(research().listExecutions(PageRequest.of(2, 2))));
        assertEquals(4, research().listExecutions(PageRequest.of(2, 9)).total());
    }

    @ContractCase("R2-30")
    void given_batches_of_two_experiments_when_listed_by_experiment_then_only_its_own_are_there() {
        study().execution();
        execution("b3", X);
        study().experiment(Y);
        execution("b4", Y);
        execution("b5", null);
        Page<ResearchExecutionSummary> page = research().listExecutionsByExperiment(X, BY_ID);
        assertEquals(List.of(B1, "b3"), ids(page));
        assertEquals(2, page.total());
        assertEquals(new Page<>(List.of(), 0, FIRST), research().listExecutionsByExperiment("exp_99999999"));
        for (String experimentId : UNSTORABLE) {
            assertEquals(0, research().listExecutionsByExperiment(experimentId).total());
        }
    }

    @ContractCase("R2-31")
    void given_three_batches_when_two_are_skipped_to_then_the_last_page_says_so() {
        study().execution();
        execution("b2", X);
        execution("b3", X);
        PageRequest request = new PageRequest(2, 1, "exec_id", SortOrder.ASC);
        Page<ResearchExecutionSummary> page = research().listExecutionsByExperiment(X, request);
        assertEquals(List.of("b2", "b3"), ids(page));
        assertEquals(3, page.total());
        assertFalse(page.hasNext());
        assertEquals(page.items(), research().listExecutions(request).items());
    }

    @Test
    void given_batches_of_an_experiment_when_listed_without_page_then_the_newest_fifty_are_there() {
        study().experiment(X);
        for (int number = 0; number < 52; number++) {
            at(T0.plusSeconds(number), "b" + (100 + number), X, "t");
        }
        Page<ResearchExecutionSummary> page = research().listExecutionsByExperiment(X);
        assertEquals(50, page.items().size());
        assertEquals("b151", page.items().get(0).execId());
        assertEquals(52, page.total());
        assertTrue(page.hasNext());
    }

    @ContractCase("R2-32")
    void given_automatic_batches_when_the_latest_is_asked_for_then_other_topics_do_not_count() {
        study().experiment(X);
        at(T0, "b1", X, AUTO);
        at(T1, "b2", X, AUTO);
        at(T2, "b3", X, "checkout");
        assertEquals(
                Optional.of(new ResearchExecutionSummary("b2", X, AUTO, ExecutionStatus.PENDING, 3, T1, null)),
                research().findAutoInterview(X));
    }

    @Test
    void given_automatic_batches_of_one_time_when_the_latest_is_asked_for_then_the_smallest_id_wins() {
        study().experiment(X);
        for (String execId : List.of("b3", "b1", "b2")) {
            at(T0, execId, X, AUTO);
        }
        assertEquals("b1", research().findAutoInterview(X).orElseThrow().execId());
    }

    @ContractCase("R2-33")
    void given_a_topic_that_ends_early_when_asked_for_then_only_longer_ones_are_automatic() {
        study().experiment(X);
        at(T1, "b1", X, "exp_exp_12345678_aut");
        at(T1, "b2", X, " exp_exp_12345678_auto");
        assertEquals(Optional.empty(), research().findAutoInterview(X));
        at(T0, "b3", X, "exp_exp_12345678_auto_2");
        assertEquals("b3", research().findAutoInterview(X).orElseThrow().execId());
    }

    @ContractCase("R2-34")
    void given_an_automatic_topic_of_another_experiment_when_asked_for_then_it_does_not_count() {
        study().experiment(X);
        study().experiment(Y);
        at(T0, "b1", Y, AUTO);
        at(T0, "b2", null, AUTO);
        assertEquals(Optional.empty(), research().findAutoInterview(X));
        assertEquals(Optional.empty(), research().findAutoInterview(Y));
    }

    @ContractCase("R2-35")
    void given_topics_of_other_case_or_without_underscores_when_asked_for_then_they_are_not_automatic() {
        study().experiment(X);
        at(T0, "b1", X, "EXP_exp_12345678_AUTO");
        at(T0, "b2", X, "exp-exp-12345678-auto");
        assertEquals(Optional.empty(), research().findAutoInterview(X));
    }

    /** Ids of old files may be any text: wildcards mean themselves, and a character beyond 16 bits is one. */
    @Test
    void given_experiments_of_any_id_when_the_latest_is_asked_for_then_every_character_means_itself() {
        for (String id : List.of("a%", "ab", "\uD83D\uDE00é")) {
            study().experiment(id);
            at(T0, "other " + id, id, "exp_ab_auto");
        }
        assertEquals(Optional.empty(), research().findAutoInterview("a%"));
        assertEquals(Optional.empty(), research().findAutoInterview("\uD83D\uDE00é"));
        at(T0, "emoji", "\uD83D\uDE00é", "exp_\uD83D\uDE00é_auto 1");
        assertEquals(
                "emoji",
                research().findAutoInterview("\uD83D\uDE00é").orElseThrow().execId());
        for (String experimentId : UNSTORABLE) {
            assertEquals(Optional.empty(), research().findAutoInterview(experimentId));
        }
    }

    @ContractCase("R2-45")
    void given_limits_out_of_range_when_a_page_is_asked_for_then_it_is_refused() {
        assertInvalid("limit", () -> research().listExecutions(PageRequest.of(0, 0)));
        assertInvalid("limit", () -> research().listExecutions(PageRequest.of(201, 0)));
        assertInvalid("offset", () -> research().listExecutions(PageRequest.of(50, -1)));
        assertInvalid("sort_order", () -> SortOrder.parse("DESC"));
        for (int limit : new int[] {1, 200}) {
            assertEquals(
                    limit,
                    research()
                            .listExecutions(PageRequest.of(limit, 0))
                            .request()
                            .limit());
        }
    }

    @ContractCase("R2-46")
    void given_an_unknown_column_when_sorted_by_then_it_is_refused_with_those_there_are() {
        for (String column : List.of("nosuch", "summary_content", "1", "rowid")) {
            for (InvalidRequestException refusal : List.of(
                    assertThrows(
                            InvalidRequestException.class, () -> research().listExecutions(FIRST.sortedBy(column))),
                    assertThrows(
                            InvalidRequestException.class,
                            () -> research().listExecutionsByExperiment(X, FIRST.sortedBy(column))))) {
                assertTrue(String.valueOf(refusal.getMessage()).startsWith("sort_by must be one of exec_id, "));
            }
        }
    }

    @Test
    void given_every_column_when_sorted_by_then_values_decide_and_null_is_the_lowest() {
        study().experiment(X);
        clock().set(T0);
        research().createExecution(new NewExecution("b1", "a", 2, "m1", 5, ExecutionStatus.COMPLETED, null, null));
        clock().set(T1);
        research().createExecution(new NewExecution("b2", "b", 10, "m2", 50, ExecutionStatus.RUNNING, X, "c"));
        research().updateExecutionStatus("b2", new ExecutionUpdate(ExecutionStatus.FAILED, 2, 10, null));
        database()
                .execute("UPDATE research_executions SET model = NULL, max_turns = NULL, successful_count = NULL,"
                        + " failed_count = NULL WHERE exec_id = 'b1'");
        for (String column : List.of(
                "exec_id",
                "experiment_id",
                "topic_name",
                "status",
                "synth_count",
                "successful_count",
                "failed_count",
                "model",
                "max_turns",
                "started_at",
                "completed_at",
                "additional_context",
                "TOPIC_NAME")) {
            assertEquals(
                    List.of("b1", "b2"), ids(research().listExecutions(FIRST.sortedBy(column, SortOrder.ASC))), column);
            assertEquals(List.of("b2", "b1"), ids(research().listExecutions(FIRST.sortedBy(column))), column);
        }
        assertEquals(List.of("b2", "b1"), ids(research().listExecutions(FIRST.sortedBy("no such;", SortOrder.ASC))));
    }

    @ContractCase("R2-47")
    void given_equal_start_times_when_paged_one_by_one_then_each_comes_exactly_once() {
        clock().set(T0);
        execution("b2", null);
        execution("b1", null);
        for (SortOrder order : SortOrder.values()) {
            List<String> seen = new ArrayList<>();
            for (int page = 0; page < 2; page++) {
                PageRequest request = new PageRequest(1, page, "started_at", order);
                seen.addAll(ids(research().listExecutions(request)));
            }
            assertEquals(List.of("b1", "b2"), seen);
        }
    }

    /** As in the original: a time without zone or with a blank sorts by its text, not by the moment it means. */
    @Test
    void given_old_forms_of_time_when_listed_then_the_text_decides_the_order() {
        insert("f3", "2026-01-01 23:00:00");
        insert("f2", "2026-01-01T10:00:00");
        insert("f1", "2026-01-01T10:00:00+00:00");
        insert("f4", "2026-01-01T10:00:00.000001Z");
        assertEquals(List.of("f4", "f1", "f2", "f3"), ids(research().listExecutions(FIRST)));
        assertEquals(
                Instant.parse("2026-01-01T23:00:00Z"),
                research().listExecutions(FIRST).items().get(3).startedAt());
    }

    @Test
    void given_one_batch_that_cannot_be_read_when_listed_then_it_is_named() {
        study().execution();
        insert("b2", "soon");
        assertUnreadable(
                EXECUTIONS, "exec_id=b2", "started_at", () -> research().listExecutions(BY_ID));
        assertEquals(List.of(B1), ids(research().listExecutions(BY_ID.withLimit(1))));
    }

    private void at(Instant time, String execId, @Nullable String experimentId, String topic) {
        clock().set(time);
        research().createExecution(NewExecution.of(execId, topic, 3).withExperiment(experimentId));
    }

    private void insert(String execId, String startedAt) {
        rows().insert(EXECUTIONS, "exec_id", execId, "topic_name", "t", "started_at", startedAt);
    }
}
