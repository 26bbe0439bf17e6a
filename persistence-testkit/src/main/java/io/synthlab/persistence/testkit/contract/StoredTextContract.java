package io.synthlab.persistence.testkit.contract;

import static io.synthlab.persistence.testkit.contract.Refusals.assertInvalid;
import static io.synthlab.persistence.testkit.contract.Refusals.assertUnreadable;
import static io.synthlab.persistence.testkit.fixture.Fixtures.E1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.G1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.NO_GROUP;
import static io.synthlab.persistence.testkit.fixture.Fixtures.day;
import static io.synthlab.persistence.testkit.fixture.Fixtures.e1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.g1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.scorecard;
import static io.synthlab.persistence.testkit.fixture.Fixtures.synth;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.error.DatabaseException;
import io.synthlab.persistence.error.NotFoundException;
import io.synthlab.persistence.error.SynthNotFoundException;
import io.synthlab.persistence.experiment.Experiment;
import io.synthlab.persistence.experiment.ExperimentUpdate;
import io.synthlab.persistence.experiment.InterviewGuide;
import io.synthlab.persistence.experiment.InterviewGuideUpdate;
import io.synthlab.persistence.experiment.ScorecardData;
import io.synthlab.persistence.experiment.ScorecardDimension;
import io.synthlab.persistence.synth.Synth;
import io.synthlab.persistence.synth.SynthGroup;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Text that cannot be stored is refused before anything is written, and stored text never shows in an error. */
public abstract class StoredTextContract extends ContractBase {
    private static final List<String> UNSTORABLE = List.of("a\u0000b", "\u0000", "\uD83D", "x\uDE00", "\uDE00\uD83D");
    private static final String PLANTED = "PLANTED";
    private static final InterviewGuide GUIDE = InterviewGuide.of(E1, "context", "Why?", "for example", day(2));

    /** For the cells. */
    protected StoredTextContract() {}

    @Test
    void given_unstorable_text_when_an_experiment_is_written_then_it_is_refused_and_nothing_changes() {
        experiments().create(e1());
        for (String bad : UNSTORABLE) {
            Map<String, Executable> writes = new LinkedHashMap<>();
            writes.put("experiments.name", () -> experiments().create(experiment(bad, "H", "D")));
            writes.put("experiments.hypothesis", () -> experiments().create(experiment("N", bad, "D")));
            writes.put("experiments.description", () -> experiments().create(experiment("N", "H", bad)));
            writes.put("name", () -> experiments().update(E1, ExperimentUpdate.ofName(bad)));
            writes.put("hypothesis", () -> experiments().update(E1, ExperimentUpdate.NOTHING.withHypothesis(bad)));
            writes.put("description", () -> experiments().update(E1, ExperimentUpdate.NOTHING.withDescription(bad)));
            writes.forEach(Refusals::assertInvalid);
        }
        assertEquals(1, rows().count("experiments"));
        assertEquals(Optional.of(e1()), experiments().findById(E1));
    }

    private static Experiment experiment(String name, String hypothesis, String description) {
        return new Experiment(Experiment.newId(), name, hypothesis, description, null, day(1), null);
    }

    @Test
    void given_unstorable_text_when_a_scorecard_is_written_then_it_is_refused_and_nothing_changes() {
        experiments().create(e1());
        for (String bad : UNSTORABLE) {
            for (Map.Entry<String, ScorecardData> entry : scorecardsWith(bad).entrySet()) {
                Experiment holder = new Experiment(Experiment.newId(), "N", "H", null, entry.getValue(), day(1), null);
                assertInvalid(entry.getKey(), () -> experiments().create(holder));
                assertInvalid(entry.getKey(), () -> experiments().updateScorecard(E1, entry.getValue()));
            }
        }
        assertEquals(1, rows().count("experiments"));
        assertEquals(Optional.of(e1()), experiments().findById(E1));
    }

    private static Map<String, ScorecardData> scorecardsWith(String bad) {
        ScorecardDimension fine = ScorecardDimension.of(0.5);
        ScorecardDimension ruled = new ScorecardDimension(0.5, List.of("fine", bad), null, null);
        List<String> none = List.of();
        return Map.of(
                "feature_name", new ScorecardData(bad, "s", "D", none, fine, fine, fine, fine, null, none),
                "scenario", new ScorecardData("F", bad, "D", none, fine, fine, fine, fine, null, none),
                "description_text", new ScorecardData("F", "s", bad, none, fine, fine, fine, fine, null, none),
                "media_urls", new ScorecardData("F", "s", "D", List.of(bad), fine, fine, fine, fine, null, none),
                "rules_applied", new ScorecardData("F", "s", "D", none, fine, fine, fine, ruled, null, none),
                "justification", new ScorecardData("F", "s", "D", none, fine, fine, fine, fine, bad, none),
                "impact_hypotheses",
                        new ScorecardData("F", "s", "D", none, fine, fine, fine, fine, null, List.of(bad)));
    }

    @Test
    void given_unstorable_text_when_a_guide_is_written_then_it_is_refused_and_nothing_changes() {
        experiments().create(e1());
        guides().create(GUIDE);
        for (String bad : UNSTORABLE) {
            Map<String, Executable> writes = new LinkedHashMap<>();
            writes.put("experiment_id", () -> guides().create(guide(bad, null, null, null)));
            writes.put("interview_guide.context_definition", () -> guides().create(guide(E1, bad, null, null)));
            writes.put("interview_guide.questions", () -> guides().create(guide(E1, null, bad, null)));
            writes.put("interview_guide.context_examples", () -> guides().create(guide(E1, null, null, bad)));
            InterviewGuideUpdate nothing = InterviewGuideUpdate.NOTHING;
            writes.put("context_definition", () -> guides().update(E1, nothing.withContextDefinition(bad)));
            writes.put("questions", () -> guides().update(E1, nothing.withQuestions(bad)));
            writes.put("context_examples", () -> guides().update(E1, nothing.withContextExamples(bad)));
            writes.forEach(Refusals::assertInvalid);
        }
        assertEquals(Optional.of(GUIDE), guides().findByExperimentId(E1));
    }

    private static InterviewGuide guide(
            String id, @Nullable String definition, @Nullable String questions, @Nullable String examples) {
        return new InterviewGuide(id, definition, questions, examples, day(1), null);
    }

    @Test
    void given_unstorable_text_when_a_group_is_written_then_it_is_refused_and_nothing_changes() {
        for (String bad : UNSTORABLE) {
            assertInvalid("synth_groups.name", () -> groups().create(new SynthGroup(G1, bad, null, day(1))));
            assertInvalid("synth_groups.description", () -> groups().create(new SynthGroup(G1, "N", bad, day(1))));
        }
        assertEquals(1, rows().count("synth_groups"));
    }

    @Test
    void given_unstorable_text_when_a_synth_is_written_then_it_is_refused_and_nothing_changes() {
        Synth kept = synths().save(synth("aaa111", "kept"));
        for (String bad : UNSTORABLE) {
            synthsWith(bad)
                    .forEach((field, synth) -> assertInvalid(field, () -> synths().saveAll(List.of(kept, synth))));
            assertInvalid("synths.avatar_path", () -> synths().updateAvatarPath("aaa111", bad));
        }
        assertEquals(1, rows().count("synths"));
        assertEquals(Optional.of(kept), synths().findById("aaa111"));
    }

    private static Map<String, Synth> synthsWith(String bad) {
        Function<JsonValue, Synth> data =
                json -> new Synth("aaa112", null, "n", null, null, null, day(1), "2.3.0", json);
        return Map.of(
                "synths.synth_group_id", new Synth("aaa112", bad, "n", null, null, null, day(1), "2.3.0", null),
                "synths.nome", new Synth("aaa112", null, bad, null, null, null, day(1), "2.3.0", null),
                "synths.descricao", new Synth("aaa112", null, "n", bad, null, null, day(1), "2.3.0", null),
                "synths.link_photo", new Synth("aaa112", null, "n", null, bad, null, day(1), "2.3.0", null),
                "synths.avatar_path", new Synth("aaa112", null, "n", null, null, bad, day(1), "2.3.0", null),
                "synths.version", new Synth("aaa112", null, "n", null, null, null, day(1), bad, null),
                "synths.data", data.apply(JsonValue.of(Map.of("a", List.of(Map.of("b", bad))))),
                "synths.data holds", data.apply(JsonValue.of(Map.of("a", Map.of(bad, 1)))));
    }

    /** Escaped in JSON text the same characters are as unstorable. */
    @Test
    void given_escaped_unstorable_text_in_a_document_when_written_then_it_is_refused() {
        for (String escaped : List.of("\\u0000", "\\ud83d", "\\ude00x")) {
            JsonValue json = JsonValue.parse("{\"a\": \"%s\"}".formatted(escaped));
            Synth synth = new Synth("aaa111", null, "n", null, null, null, day(1), "2.3.0", json);
            assertInvalid("synths.data", () -> synths().save(synth));
        }
        assertEquals(0, rows().count("synths"));
    }

    /** Ids are of any form: one that cannot be stored is not there. Nor is it what a driver makes of it. */
    @Test
    void given_unstorable_text_when_read_by_it_then_nothing_is_found() {
        groups().create(SynthGroup.of(G1, "?", null, day(1)));
        groups().create(SynthGroup.of("grp_000000a2", "\uFFFD", null, day(1)));
        rows().insert("synths", "id", "?", "nome", "n", "created_at", "2025-01-01 10:00:00");
        for (String bad : UNSTORABLE) {
            assertEquals(Optional.empty(), experiments().findById(bad));
            assertEquals(Optional.empty(), experiments().findSummary(bad));
            assertEquals(Optional.empty(), guides().findByExperimentId(bad));
            assertFalse(guides().exists(bad));
            assertEquals(Optional.empty(), groups().findById(bad));
            assertEquals(Optional.empty(), groups().findByName(bad));
            assertEquals(Optional.empty(), groups().findDetail(bad));
            assertEquals(Optional.empty(), synths().findById(bad));
            assertEquals(0, synths().listByGroup(bad, PageRequest.first()).total());
            assertThrows(SynthNotFoundException.class, () -> synths().getById(bad));
            assertThrows(SynthNotFoundException.class, () -> synths().getAvatarPath(bad));
            assertThrows(NotFoundException.class, () -> synths().getExtremeCases(bad, 1));
            assertThrows(NotFoundException.class, () -> synths().listForSimulation(bad, 1));
        }
    }

    @Test
    void given_unstorable_text_when_written_by_it_then_nothing_is_found_and_a_unit_goes_on() {
        rows().insert("synths", "id", "?", "nome", "n", "created_at", "2025-01-01 10:00:00");
        for (String bad : UNSTORABLE) {
            repositories().useTransaction(tx -> {
                assertEquals(Optional.empty(), tx.experiments().update(bad, ExperimentUpdate.NOTHING));
                assertEquals(Optional.empty(), tx.experiments().updateScorecard(bad, scorecard("F")));
                assertFalse(tx.experiments().softDelete(bad));
                assertEquals(Optional.empty(), tx.interviewGuides().update(bad, InterviewGuideUpdate.NOTHING));
                assertFalse(tx.interviewGuides().delete(bad));
                assertFalse(tx.synthGroups().delete(bad));
                assertFalse(tx.synths().updateAvatarPath(bad, "x"));
            });
        }
        assertNull(rows().text("synths", "avatar_path", "id", "?"));
    }

    @Test
    void given_stored_text_when_a_row_cannot_be_read_then_the_error_does_not_show_it() {
        rows().insert(
                        "experiments",
                        "id",
                        E1,
                        "name",
                        PLANTED,
                        "hypothesis",
                        PLANTED,
                        "created_at",
                        PLANTED,
                        "scorecard_data",
                        JsonValue.parse("{\"feature_name\": {\"PLANTED\": \"PLANTED\"}}"));
        assertNowhere(
                PLANTED,
                assertUnreadable(
                        "experiments", "id=" + E1, "", () -> experiments().findById(E1)));
        assertNowhere(
                PLANTED,
                assertUnreadable(
                        "experiments",
                        "id=" + E1,
                        "created_at",
                        () -> experiments().list(PageRequest.first())));
    }

    @Test
    void given_stored_text_when_a_constraint_is_broken_then_the_error_does_not_show_it() {
        Experiment planted = Experiment.of(E1, PLANTED, PLANTED, day(1)).withScorecard(scorecard(PLANTED));
        experiments().create(planted);
        guides().create(InterviewGuide.of(E1, PLANTED, PLANTED, PLANTED, day(1)));
        groups().create(SynthGroup.of(G1, PLANTED, PLANTED, day(1)));
        Synth synth = Synth.of("aaa111", PLANTED, day(1), PLANTED, JsonValue.of(Map.of(PLANTED, PLANTED)));
        for (Executable write : List.<Executable>of(
                () -> experiments().create(planted),
                () -> guides().create(InterviewGuide.of(E1, PLANTED, PLANTED, PLANTED, day(1))),
                () -> groups().create(SynthGroup.of(G1, PLANTED, PLANTED, day(1))),
                () -> synths().save(synth.withGroup(NO_GROUP)),
                () -> synths().saveAll(List.of(synth, synth("aaa112", PLANTED).withGroup(NO_GROUP))))) {
            assertNowhere(PLANTED, assertThrows(DatabaseException.class, write));
        }
        assertEquals(g1().id(), groups().findByName(PLANTED).orElseThrow().id());
    }

    /** Asserts that a text is neither in an error nor in anything that led to it. */
    static void assertNowhere(String text, Throwable error) {
        StringWriter printed = new StringWriter();
        error.printStackTrace(new PrintWriter(printed));
        assertFalse(printed.toString().contains(text), printed::toString);
    }
}
