package io.synthlab.persistence.testkit.contract;

import static io.synthlab.persistence.testkit.fixture.Fixtures.A1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.E1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.E2;
import static io.synthlab.persistence.testkit.fixture.Fixtures.day;
import static io.synthlab.persistence.testkit.fixture.Fixtures.e1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.e2;
import static io.synthlab.persistence.testkit.fixture.Fixtures.experiment;
import static io.synthlab.persistence.testkit.fixture.Fixtures.scorecard;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.Page;
import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.SortOrder;
import io.synthlab.persistence.experiment.ExperimentSummary;
import io.synthlab.persistence.experiment.InterviewGuide;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Experiments: the listing, its order and what it counts. */
public abstract class ExperimentListContract extends ContractBase {
    private static final PageRequest FIRST = PageRequest.first();

    /** For the cells. */
    protected ExperimentListContract() {}

    @ContractCase("R1-16")
    void given_an_empty_database_when_listed_then_the_page_is_empty() {
        Page<ExperimentSummary> page = experiments().list(FIRST);
        assertEquals(List.of(), page.items());
        assertEquals(0, page.total());
        assertFalse(page.hasNext());
        assertEquals(FIRST, page.request());
    }

    @ContractCase("R1-17")
    void given_three_days_when_listed_then_the_newest_comes_first() {
        create(e1().createdAt(), day(3), e2().createdAt());
        assertEquals(List.of(day(3), day(2), day(1)), times(FIRST));
    }

    @ContractCase("R1-18")
    void given_five_experiments_when_paged_by_three_then_each_is_seen_once() {
        create(day(1), day(2), day(3), day(4), day(5));
        Page<ExperimentSummary> first = experiments().list(PageRequest.of(3, 0));
        Page<ExperimentSummary> second = experiments().list(PageRequest.of(3, 3));
        assertEquals(3, first.items().size());
        assertEquals(5, first.total());
        assertTrue(first.hasNext());
        assertEquals(2, second.items().size());
        assertEquals(5, second.total());
        assertFalse(second.hasNext());
        List<Instant> seen = new ArrayList<>(times(PageRequest.of(3, 0)));
        seen.addAll(times(PageRequest.of(3, 3)));
        assertEquals(List.of(day(5), day(4), day(3), day(2), day(1)), seen);
    }

    @Test
    void given_an_offset_past_the_end_when_listed_then_the_total_is_true() {
        create(day(1), day(2));
        for (int offset : new int[] {2, 3, Integer.MAX_VALUE}) {
            Page<ExperimentSummary> page = experiments().list(PageRequest.of(200, offset));
            assertEquals(List.of(), page.items());
            assertEquals(2, page.total());
            assertFalse(page.hasNext());
        }
    }

    @ContractCase("R1-19")
    void given_a_sort_column_when_listed_then_it_is_ignored() {
        experiments().create(e1());
        experiments().create(e2());
        for (String column : List.of("name", "foo", "3", "a; b")) {
            assertEquals(List.of(E2, E1), ids(FIRST.sortedBy(column, SortOrder.ASC)));
        }
    }

    @ContractCase("R1-20")
    void given_equal_times_when_paged_then_the_id_breaks_ties_and_each_is_seen_once() {
        for (int number : new int[] {3, 1, 4, 2}) {
            experiments().create(experiment(number, day(1)));
        }
        List<String> seen = new ArrayList<>(ids(PageRequest.of(2, 0)));
        seen.addAll(ids(PageRequest.of(2, 2)));
        assertEquals(ids(FIRST), seen);
        assertEquals(List.of("exp_00000001", "exp_00000002", "exp_00000003", "exp_00000004"), seen);
    }

    @ContractCase("R1-21")
    void given_times_of_different_zones_when_listed_then_the_later_instant_comes_first() {
        Instant a = OffsetDateTime.parse("2025-01-02T00:30:00+03:00").toInstant();
        Instant b = OffsetDateTime.parse("2025-01-01T23:00:00Z").toInstant();
        create(a, b);
        assertEquals(List.of(b, a), times(FIRST));
    }

    @Test
    void given_times_within_one_second_when_listed_then_fractions_count() {
        Instant second = Instant.parse("2025-01-01T10:00:00Z");
        create(second.plusNanos(500_000_000), second, second.plusNanos(1_000), second.plusNanos(120_000_000));
        assertEquals(
                List.of(second.plusNanos(500_000_000), second.plusNanos(120_000_000), second.plusNanos(1_000), second),
                times(FIRST));
    }

    /** Order stays that of the stored text: a blank sorts before T, and an offset is not looked at. */
    @Test
    void given_old_rows_in_every_form_of_time_when_listed_then_each_is_read_and_the_text_decides_the_order() {
        List<String> newestTextFirst = List.of(
                "2025-01-02T13:00:00.5Z",
                "2025-01-02T11:00:00.5",
                "2025-01-02T10:00:00.123456+03:00",
                "2025-01-02T09:00:00+00:00",
                "2025-01-02 18:00:00",
                "2025-01-02");
        int number = 0;
        for (String text : newestTextFirst) {
            insert("exp_%08x".formatted(++number), text);
        }
        assertEquals(
                List.of(
                        Instant.parse("2025-01-02T13:00:00.5Z"),
                        Instant.parse("2025-01-02T11:00:00.5Z"),
                        Instant.parse("2025-01-02T07:00:00.123456Z"),
                        Instant.parse("2025-01-02T09:00:00Z"),
                        Instant.parse("2025-01-02T18:00:00Z"),
                        Instant.parse("2025-01-02T00:00:00Z")),
                times(FIRST));
    }

    @ContractCase("R1-22")
    void given_a_failed_analysis_when_listed_then_there_is_an_analysis() {
        experiments().create(e1());
        experiments().create(e2());
        rows().analysis(A1, E1, "failed");
        assertTrue(summary(E1).hasAnalysis());
        assertFalse(summary(E2).hasAnalysis());
    }

    @ContractCase("R1-23")
    void given_a_guide_when_deleted_then_the_listing_has_none() {
        experiments().create(e1());
        guides().create(InterviewGuide.of(E1, null, "Why?", null, day(1)));
        assertTrue(summary(E1).hasInterviewGuide());
        guides().delete(E1);
        assertFalse(summary(E1).hasInterviewGuide());
    }

    @ContractCase("R1-24")
    void given_interview_batches_in_any_state_when_listed_then_they_are_counted_by_experiment() {
        experiments().create(e1());
        experiments().create(e2());
        for (String status : List.of("pending", "failed", "completed")) {
            rows().researchExecution("batch_" + status, E1, status);
        }
        rows().researchExecution("batch_of_none", null, "completed");
        assertEquals(3, summary(E1).interviewCount());
        assertEquals(0, summary(E2).interviewCount());
        assertEquals(List.of(E2, E1), ids(FIRST));
        assertEquals(2, experiments().list(FIRST).total());
    }

    @ContractCase("R1-25")
    void given_one_scorecard_when_listed_then_only_its_experiment_has_one() {
        experiments().create(e1().withScorecard(scorecard("Checkout")));
        experiments().create(e2());
        assertTrue(summary(E1).hasScorecard());
        assertFalse(summary(E2).hasScorecard());
    }

    @Test
    void given_a_scorecard_that_cannot_be_read_when_listed_then_the_page_stands() {
        experiments().create(e2());
        rows().insert(
                        "experiments",
                        "id",
                        E1,
                        "name",
                        "",
                        "hypothesis",
                        "H",
                        "scorecard_data",
                        JsonValue.parse("[]"),
                        "created_at",
                        "2025-01-01T00:00:00+00:00");
        assertEquals(List.of(E2, E1), ids(FIRST));
        assertTrue(summary(E1).hasScorecard());
    }

    @Test
    void given_more_than_200_experiments_when_the_oldest_is_asked_for_then_its_summary_is_found() {
        experiments().create(e1());
        rows().researchExecution("batch_1", E1, "completed");
        repositories().useTransaction(tx -> {
            for (int number = 2; number <= 202; number++) {
                tx.experiments().create(experiment(number, day(2)));
            }
        });
        Page<ExperimentSummary> page = experiments().list(PageRequest.of(200, 0));
        assertEquals(202, page.total());
        assertFalse(page.items().stream().anyMatch(found -> found.id().equals(E1)));
        assertEquals(1, experiments().findSummary(E1).orElseThrow().interviewCount());
    }

    @Test
    void given_a_writer_beside_it_when_listed_then_items_and_total_agree() throws Exception {
        int many = 20;
        try (Race.Rival<Boolean> writer = Race.beside(() -> {
            for (int number = 1; number <= many; number++) {
                experiments().create(experiment(number, day(1)));
            }
            return true;
        })) {
            boolean over;
            do {
                over = writer.ended();
                Page<ExperimentSummary> page = experiments().list(PageRequest.of(200, 0));
                assertEquals(page.total(), page.items().size());
            } while (!over);
            assertTrue(writer.result());
        }
        assertEquals(many, experiments().list(FIRST).total());
    }

    private void create(Instant... times) {
        int number = 0;
        for (Instant time : times) {
            experiments().create(experiment(++number, time));
        }
    }

    private void insert(String id, String createdAt) {
        rows().insert("experiments", "id", id, "name", "N", "hypothesis", "H", "created_at", createdAt);
    }

    /** The row of the listing, which is also what a search for the id gives. */
    private ExperimentSummary summary(String id) {
        ExperimentSummary listed = experiments().list(FIRST).items().stream()
                .filter(item -> item.id().equals(id))
                .findFirst()
                .orElseThrow();
        assertEquals(listed, experiments().findSummary(id).orElseThrow());
        return listed;
    }

    private List<Instant> times(PageRequest request) {
        return experiments().list(request).items().stream()
                .map(ExperimentSummary::createdAt)
                .toList();
    }

    private List<String> ids(PageRequest request) {
        return experiments().list(request).items().stream()
                .map(ExperimentSummary::id)
                .toList();
    }
}
