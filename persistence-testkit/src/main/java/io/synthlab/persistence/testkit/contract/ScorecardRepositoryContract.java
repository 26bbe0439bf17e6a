package io.synthlab.persistence.testkit.contract;

import static io.synthlab.persistence.error.ConstraintViolationException.Kind.FOREIGN_KEY;
import static io.synthlab.persistence.error.ConstraintViolationException.Kind.UNIQUE;
import static io.synthlab.persistence.testkit.contract.Refusals.assertInvalid;
import static io.synthlab.persistence.testkit.contract.Refusals.assertUnreadable;
import static io.synthlab.persistence.testkit.contract.Refusals.assertViolation;
import static io.synthlab.persistence.testkit.fixture.StudyRows.SC;
import static io.synthlab.persistence.testkit.fixture.StudyRows.T0;
import static io.synthlab.persistence.testkit.fixture.StudyRows.T1;
import static io.synthlab.persistence.testkit.fixture.StudyRows.T2;
import static io.synthlab.persistence.testkit.fixture.StudyRows.X;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.CountedList;
import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.InvalidRequestException;
import io.synthlab.persistence.legacy.FeatureScorecard;
import io.synthlab.persistence.legacy.ScorecardIdentification;
import io.synthlab.persistence.legacy.UncertainDimension;
import io.synthlab.persistence.testkit.fixture.StudyRows;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Scorecards that stand by themselves. */
public abstract class ScorecardRepositoryContract extends ContractBase {
    private static final UncertainDimension DIMENSION =
            UncertainDimension.of(0.30000000000000004, List.of("regra é"), 0.25, 0.5);
    private static final FeatureScorecard SCORECARD = new FeatureScorecard(
            SC,
            X,
            new ScorecardIdentification("Fé", "Primeiro acesso", T0, List.of("PM", "UX")),
            "Marcar \uD83D\uDE42",
            List.of("https://media.example/1.png"),
            DIMENSION,
            UncertainDimension.of(0),
            UncertainDimension.of(1),
            DIMENSION,
            null,
            List.of("mais vendas"),
            FeatureScorecard.DEFAULT_VERSION,
            T0.plusNanos(1_000),
            null);

    /** For the cells. */
    protected ScorecardRepositoryContract() {}

    private static FeatureScorecard scorecard(String id, Instant createdAt) {
        return FeatureScorecard.of(id, "F", UncertainDimension.of(0.5), createdAt);
    }

    private void givenExperiment() {
        new StudyRows(database()).experiment(X);
    }

    @ContractCase("R2-139")
    void given_a_scorecard_when_created_then_it_is_found_equal() {
        givenExperiment();
        assertEquals(SC, scorecards().createScorecard(SCORECARD));
        assertEquals(Optional.of(SCORECARD), scorecards().findScorecard(SC));
        assertNull(rows().text("feature_scorecards", "updated_at", "id", SC));
        for (String strange : List.of("zz", "", "\u0000", "\uD83D")) {
            assertEquals(Optional.empty(), scorecards().findScorecard(strange));
            assertFalse(scorecards().deleteScorecard(strange));
            assertEquals(0, scorecards().listByExperimentId(strange).total());
        }
    }

    @ContractCase("R2-140")
    void given_a_taken_id_or_no_such_experiment_when_created_then_nothing_is_stored() {
        givenExperiment();
        scorecards().createScorecard(SCORECARD);
        FeatureScorecard other = SCORECARD.withDescriptionText("other");
        assertViolation(
                UNIQUE, "feature_scorecards", "id=" + SC, () -> scorecards().createScorecard(other));
        FeatureScorecard orphan = scorecard("orphan01", T0).withExperimentId("exp_00000000");
        assertViolation(
                FOREIGN_KEY,
                "feature_scorecards",
                "id=orphan01",
                () -> scorecards().createScorecard(orphan));
        assertEquals(Optional.of(SCORECARD), scorecards().findScorecard(SC));
        assertEquals(1, rows().count("feature_scorecards"));
    }

    @ContractCase("R2-141")
    void given_a_scorecard_when_updated_then_the_time_is_set_in_document_and_column() {
        givenExperiment();
        scorecards().createScorecard(SCORECARD);
        clock().set(T1);
        FeatureScorecard changed = SCORECARD.withDescriptionText("D2");
        assertTrue(scorecards().updateScorecard(changed));
        assertNull(changed.updatedAt());
        assertEquals(Optional.of(changed.withUpdatedAt(T1)), scorecards().findScorecard(SC));
        assertEquals("2026-01-01T10:05:00+00:00", rows().text("feature_scorecards", "updated_at", "id", SC));
        String document = String.valueOf(rows().text("feature_scorecards", "data", "id", SC));
        assertEquals(
                Optional.of("2026-01-01T10:05:00Z"),
                JsonValue.parse(document).get("updated_at").orElseThrow().asText());
        assertFalse(scorecards().updateScorecard(scorecard("unknown1", T0)));
        assertEquals(1, rows().count("feature_scorecards"));
    }

    @ContractCase("R2-142")
    void given_a_scorecard_when_updated_without_experiment_then_experiment_and_creation_stay() {
        givenExperiment();
        scorecards().createScorecard(SCORECARD);
        clock().set(T1);
        FeatureScorecard moved = new FeatureScorecard(
                SC,
                null,
                SCORECARD.identification(),
                "D2",
                List.of(),
                DIMENSION,
                DIMENSION,
                DIMENSION,
                DIMENSION,
                "because",
                List.of(),
                "2",
                T2,
                null);
        assertTrue(scorecards().updateScorecard(moved));
        CountedList<FeatureScorecard> found = scorecards().listByExperimentId(X);
        assertEquals(1, found.total());
        // The columns decide on both: the original returned what the document says (R2 11.29).
        assertEquals(X, found.items().get(0).experimentId());
        assertEquals(SCORECARD.createdAt(), found.items().get(0).createdAt());
        assertEquals("D2", found.items().get(0).descriptionText());
    }

    @ContractCase("R2-143")
    void given_scorecards_when_listed_then_the_newest_comes_first() {
        givenExperiment();
        scorecards().createScorecard(scorecard("aaaaaaaa", T0));
        scorecards().createScorecard(scorecard("bbbbbbbb", T2));
        scorecards().createScorecard(scorecard("cccccccc", T1).withExperimentId(X));
        assertListed(scorecards().listScorecards(), 3, "bbbbbbbb", "cccccccc", "aaaaaaaa");
        assertListed(scorecards().listScorecards(2, 0), 3, "bbbbbbbb", "cccccccc");
        assertListed(scorecards().listScorecards(2, 2), 3, "aaaaaaaa");
        assertListed(scorecards().listScorecards(2, 99), 3);
        assertListed(scorecards().listScorecards(0, 0), 3);
        assertListed(scorecards().listByExperimentId(X, 20, 0), 1, "cccccccc");
        assertListed(scorecards().listByExperimentId(X, 0, 0), 1);
        assertListed(scorecards().listByExperimentId("nope"), 0);
        assertThrows(InvalidRequestException.class, () -> scorecards().listScorecards(-1, 0));
        assertThrows(InvalidRequestException.class, () -> scorecards().listScorecards(1, -1));
        assertThrows(InvalidRequestException.class, () -> scorecards().listByExperimentId("\u0000", -1, 0));
    }

    @Test
    void given_scorecards_of_one_moment_when_listed_then_the_id_decides() {
        for (String id : List.of("cccccccc", "aaaaaaaa", "bbbbbbbb")) {
            scorecards().createScorecard(scorecard(id, T0));
        }
        assertListed(scorecards().listScorecards(), 3, "aaaaaaaa", "bbbbbbbb", "cccccccc");
        assertListed(scorecards().listScorecards(1, 1), 3, "bbbbbbbb");
    }

    private static void assertListed(CountedList<FeatureScorecard> list, long total, String... ids) {
        assertEquals(total, list.total());
        assertEquals(
                List.of(ids), list.items().stream().map(FeatureScorecard::id).toList());
    }

    @ContractCase("R2-144")
    void given_a_scorecard_with_a_simulation_when_deleted_then_it_stays() {
        new StudyRows(database()).simulation();
        assertViolation(
                FOREIGN_KEY,
                "feature_scorecards",
                "id=" + SC,
                () -> scorecards().deleteScorecard(SC));
        assertTrue(scorecards().findScorecard(SC).isPresent());
        scorecards().createScorecard(scorecard("unused00", T0));
        assertTrue(scorecards().deleteScorecard("unused00"));
        assertFalse(scorecards().deleteScorecard("unused00"));
    }

    @ContractCase("R2-145")
    void given_values_that_break_a_rule_when_stored_then_they_are_refused() {
        assertInvalid("score", () -> UncertainDimension.of(1.1));
        assertInvalid("score", () -> UncertainDimension.of(Double.NaN));
        assertInvalid("min_uncertainty", () -> UncertainDimension.of(0.5, List.of(), 0.6, 0.5));
        assertInvalid("min_uncertainty", () -> UncertainDimension.of(0.5, List.of(), 0.1, 0));
        for (String id : List.of("abc", "abcdefg_", "abcdefgh\n")) {
            assertInvalid("id", () -> scorecard(id, T0));
        }
        scorecards().createScorecard(FeatureScorecard.of("ABCDEFG1", "", UncertainDimension.of(1), T0));
        UncertainDimension bad = new UncertainDimension(1.1, List.of(), 0, 0);
        FeatureScorecard unchecked = new FeatureScorecard(
                "ABCDEFG1",
                null,
                SCORECARD.identification(),
                "",
                List.of(),
                bad,
                bad,
                bad,
                bad,
                null,
                List.of(),
                "1",
                T0,
                null);
        assertInvalid("complexity.score", () -> scorecards().createScorecard(unchecked));
        assertInvalid("complexity.score", () -> scorecards().updateScorecard(unchecked));
        assertEquals(
                1,
                scorecards()
                        .findScorecard("ABCDEFG1")
                        .orElseThrow()
                        .complexity()
                        .score());
    }

    @Test
    void given_rows_of_the_original_when_read_then_unknown_and_missing_keys_do_not_matter() {
        givenExperiment();
        insert("old00001", StudyRows.scorecardDocument("old00001").text().replaceFirst("\\{", "{\"new\":[1],"));
        FeatureScorecard old = scorecards().findScorecard("old00001").orElseThrow();
        assertEquals(FeatureScorecard.DEFAULT_VERSION, old.version());
        assertEquals(Instant.parse("2025-12-27T10:00:00.5Z"), old.createdAt());
        assertEquals(T0, old.identification().createdAt());
        insert("broken01", "{\"id\":\"broken01\"}");
        assertUnreadable(
                "feature_scorecards",
                "id=broken01",
                "identification",
                () -> scorecards().listScorecards());
        assertTrue(scorecards().deleteScorecard("broken01"));
    }

    @Test
    void given_a_document_with_another_id_when_found_then_it_has_the_key_it_is_found_by() {
        givenExperiment();
        insert("column01", StudyRows.scorecardDocument("docum001").text());
        FeatureScorecard found = scorecards().findScorecard("column01").orElseThrow();
        assertEquals("column01", found.id());
        assertEquals(List.of(found), scorecards().listScorecards().items());
        assertTrue(scorecards().updateScorecard(found));
    }

    @Test
    void given_an_unknown_key_when_updated_then_the_document_is_replaced_as_a_whole() {
        givenExperiment();
        insert("old00001", StudyRows.scorecardDocument("old00001").text().replaceFirst("\\{", "{\"new\":[1],"));
        scorecards().updateScorecard(scorecards().findScorecard("old00001").orElseThrow());
        String document = String.valueOf(rows().text("feature_scorecards", "data", "id", "old00001"));
        assertTrue(JsonValue.parse(document).get("new").isEmpty());
        assertTrue(JsonValue.parse(document).get("version").isPresent());
    }

    @Test
    void given_mixed_forms_of_time_when_listed_then_the_stored_text_decides() {
        givenExperiment();
        insertAt("blank001", "2025-12-27 23:00:00");
        insertAt("withT001", "2025-12-27T10:00:00+00:00");
        insertAt("offset01", "2025-12-27T12:00:00+03:00");
        assertListed(scorecards().listScorecards(), 3, "offset01", "withT001", "blank001");
    }

    private void insert(String id, String document) {
        insert(id, document, "2025-12-27T10:00:00.5Z");
    }

    private void insertAt(String id, String createdAt) {
        insert(id, StudyRows.scorecardDocument(id).text(), createdAt);
    }

    private void insert(String id, String document, String createdAt) {
        rows().insert("feature_scorecards", "id", id, "data", JsonValue.parse(document), "created_at", createdAt);
    }
}
