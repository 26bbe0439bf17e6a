package io.synthlab.persistence.cli.units;

import static io.synthlab.persistence.testkit.fixture.Fixtures.E1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.E2;
import static io.synthlab.persistence.testkit.fixture.Fixtures.NO_EXPERIMENT;
import static io.synthlab.persistence.testkit.fixture.Fixtures.NO_GROUP;
import static io.synthlab.persistence.testkit.fixture.Fixtures.day;
import static io.synthlab.persistence.testkit.fixture.Fixtures.e1;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.Repositories;
import io.synthlab.persistence.RepositoryFactory;
import io.synthlab.persistence.analysis.OutcomeDraft;
import io.synthlab.persistence.document.DocumentType;
import io.synthlab.persistence.document.ExperimentDocument;
import io.synthlab.persistence.error.ConstraintViolationException;
import io.synthlab.persistence.error.SynthLabException;
import io.synthlab.persistence.error.TransactionException;
import io.synthlab.persistence.experiment.Experiment;
import io.synthlab.persistence.experiment.ExperimentUpdate;
import io.synthlab.persistence.experiment.InterviewGuide;
import io.synthlab.persistence.exploration.ScenarioNode;
import io.synthlab.persistence.exploration.ScorecardParams;
import io.synthlab.persistence.insight.RegionAnalysis;
import io.synthlab.persistence.legacy.FeatureScorecard;
import io.synthlab.persistence.legacy.UncertainDimension;
import io.synthlab.persistence.research.Message;
import io.synthlab.persistence.research.NewExecution;
import io.synthlab.persistence.research.NewTranscript;
import io.synthlab.persistence.synth.Synth;
import io.synthlab.persistence.testkit.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Text that is stored and must appear in no error, wherever in the error one looks. */
final class PlantedText {
    private static final String PLANTED = "planted-7f3a9c";
    private static final String NO_ANALYSIS = "ana_00000000";

    private static final JsonValue DOCUMENT = JsonValue.of(Map.of(PLANTED, PLANTED));

    /** Writes that break a constraint, each with planted text wherever a value is free. */
    private static final Map<String, Consumer<Repositories>> VIOLATIONS = Map.ofEntries(
            Map.entry("a taken id", all -> all.experiments().create(planted(E1))),
            Map.entry("a taken name", all -> all.experiments().create(planted("exp_00000003"))),
            Map.entry(
                    "a change to a taken name", all -> all.experiments().update(E1, ExperimentUpdate.ofName(PLANTED))),
            Map.entry(
                    "a guide of nobody",
                    all -> all.interviewGuides()
                            .create(InterviewGuide.of(NO_EXPERIMENT, PLANTED, PLANTED, PLANTED, day(1)))),
            Map.entry(
                    "a group that is missing",
                    all -> all.synths().save(plantedSynth(MixedUnits.S1).withGroup(NO_GROUP))),
            Map.entry(
                    "a batch with a missing group",
                    all -> all.synths()
                            .saveAll(List.of(
                                    plantedSynth("bbb222"),
                                    plantedSynth(MixedUnits.S1).withGroup(NO_GROUP)))),
            Map.entry(
                    "a batch with taken names",
                    all -> all.synths().saveAll(List.of(plantedSynth("bbb222"), plantedSynth(MixedUnits.S1)))),
            Map.entry(
                    "outcomes of no analysis",
                    all -> all.analysisOutcomes().saveAll(NO_ANALYSIS, List.of(draft("1"), draft("2")))),
            Map.entry("charts of no analysis", all -> all.analysisCache().saveAll(NO_ANALYSIS, Map.of("k", DOCUMENT))),
            Map.entry(
                    "interviews of nobody",
                    all -> all.research()
                            .createExecution(NewExecution.of("b", PLANTED, 1)
                                    .withAdditionalContext(PLANTED)
                                    .withExperiment(NO_EXPERIMENT))),
            Map.entry(
                    "an interview of no batch",
                    all -> all.research()
                            .createTranscript(
                                    NewTranscript.of("nope", "s", PLANTED, List.of(Message.of(PLANTED, PLANTED))))),
            Map.entry(
                    "a document of nobody",
                    all -> all.documents()
                            .save(ExperimentDocument.of(
                                            "doc_00000001", NO_EXPERIMENT, DocumentType.SUMMARY, PLANTED, day(1))
                                    .withMetadata(DOCUMENT))),
            Map.entry(
                    "a node of no exploration",
                    all -> all.explorations()
                            .createNode(ScenarioNode.root(
                                            "node_00000001", "expl_00000000", ScorecardParams.of(0, 0, 0, 0), day(1))
                                    .withAction(null, PLANTED, PLANTED, null))),
            Map.entry(
                    "regions of no simulation",
                    all -> all.regions().saveRegionAnalyses(List.of(region("1"), region("2")))),
            Map.entry(
                    "a scorecard of nobody",
                    all -> all.scorecards()
                            .createScorecard(FeatureScorecard.of("sc000001", PLANTED, UncertainDimension.of(0), day(1))
                                    .withExperimentId(NO_EXPERIMENT)
                                    .withDescriptionText(PLANTED))));

    private PlantedText() {}

    private static OutcomeDraft draft(String number) {
        return new OutcomeDraft(PLANTED + number, 0.5, 0.25, 0.25, null);
    }

    private static RegionAnalysis region(String number) {
        return new RegionAnalysis(number, "sim_00000000", List.of(), PLANTED, 1, 1, 0, 0, 0, 0);
    }

    private static Experiment planted(String id) {
        return Experiment.of(id, PLANTED, PLANTED, day(1)).withDescription(PLANTED);
    }

    private static Synth plantedSynth(String id) {
        return Synth.of(id, PLANTED, day(1), "2.3.0", JsonValue.of(Map.of("nome", PLANTED)))
                .withAvatarPath(PLANTED);
    }

    /** Breaks every constraint in units that let it through, nest it or swallow it, and looks into each error. */
    static void assertNowhereIn(RepositoryFactory repositories) {
        VIOLATIONS.forEach((name, violation) -> {
            Class<? extends Exception> type = ConstraintViolationException.class;
            assertSilent(name, assertThrows(type, () -> repositories.useTransaction(violation::accept), name));
            assertSilent(
                    name,
                    assertThrows(type, () -> repositories.useTransaction(tx -> tx.useNested(violation::accept)), name));
            assertSilent(name, assertThrows(TransactionException.class, () -> swallow(repositories, violation), name));
        });
    }

    private static void swallow(RepositoryFactory repositories, Consumer<Repositories> violation) {
        repositories.useTransaction(tx -> assertThrows(ConstraintViolationException.class, () -> violation.accept(tx)));
    }

    /** Stores planted text, and makes it unique, so that it itself is what the database complains about. */
    static void plant(TestDatabase database, RepositoryFactory repositories) {
        database.execute("CREATE UNIQUE INDEX one_experiment_per_name ON experiments (name)");
        database.execute("CREATE UNIQUE INDEX one_synth_per_name ON synths (nome)");
        repositories.experiments().create(e1());
        repositories.experiments().create(planted(E2));
    }

    private static void assertSilent(String name, Throwable error) {
        for (Throwable each : everythingIn(error)) {
            if (each instanceof SynthLabException ours) {
                assertFalse(ours.details().toString().contains(PLANTED), () -> name + ": planted text in the details");
            }
            assertFalse(each.toString().contains(PLANTED), () -> name + ": planted text in " + each.getClass());
            assertFalse(
                    String.valueOf(each.getMessage()).contains(PLANTED),
                    () -> name + ": planted text in " + each.getClass());
        }
    }

    /** Returns an error with all causes, suppressed errors and next exceptions. */
    private static Set<Throwable> everythingIn(Throwable error) {
        Set<Throwable> found = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>(List.of(error));
        while (!open.isEmpty()) {
            Throwable each = open.pop();
            if (found.add(each)) {
                addIfAny(open, each.getCause());
                Collections.addAll(open, each.getSuppressed());
                if (each instanceof SQLException sql) {
                    addIfAny(open, sql.getNextException());
                }
            }
        }
        return found;
    }

    private static void addIfAny(Deque<Throwable> open, @Nullable Throwable error) {
        if (error != null) {
            open.add(error);
        }
    }
}
