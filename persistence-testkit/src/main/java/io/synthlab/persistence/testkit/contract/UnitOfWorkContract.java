package io.synthlab.persistence.testkit.contract;

import static io.synthlab.persistence.testkit.contract.Outcomes.draft;
import static io.synthlab.persistence.testkit.contract.Outcomes.outcome;
import static io.synthlab.persistence.testkit.fixture.Fixtures.A1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.E1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.G1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.day;
import static io.synthlab.persistence.testkit.fixture.Fixtures.e1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.e2;
import static io.synthlab.persistence.testkit.fixture.Fixtures.g1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.scorecard;
import static io.synthlab.persistence.testkit.fixture.Fixtures.synth;
import static io.synthlab.persistence.testkit.fixture.Fixtures.synthWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.Reads;
import io.synthlab.persistence.Repositories;
import io.synthlab.persistence.RepositoryName;
import io.synthlab.persistence.Writes;
import io.synthlab.persistence.error.ConstraintViolationException;
import io.synthlab.persistence.error.TransactionException;
import io.synthlab.persistence.experiment.ExperimentUpdate;
import io.synthlab.persistence.experiment.InterviewGuide;
import io.synthlab.persistence.experiment.InterviewGuideUpdate;
import io.synthlab.persistence.testkit.fixture.StudyRows;
import io.synthlab.persistence.transaction.TransactionOptions;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Repositories within a unit of work: read-only ones, and ones that are undone. */
public abstract class UnitOfWorkContract extends ContractBase {
    private static final PageRequest FIRST = PageRequest.first();
    private static final String OUTCOME = A1 + "_aaa111";
    private static final InterviewGuide GUIDE = InterviewGuide.of(E1, "context", "Why?", "for example", day(2));

    private static final Map<String, Function<Repositories, Object>> EXPERIMENT_AND_SYNTH_READS = Map.ofEntries(
            Map.entry(
                    "experiments.findById",
                    all -> all.experiments().findById(E1).orElseThrow()),
            Map.entry(
                    "experiments.findSummary",
                    all -> all.experiments().findSummary(E1).orElseThrow()),
            Map.entry("experiments.list", all -> all.experiments().list(FIRST)),
            Map.entry(
                    "interview-guides.findByExperimentId",
                    all -> all.interviewGuides().findByExperimentId(E1).orElseThrow()),
            Map.entry("interview-guides.exists", all -> all.interviewGuides().exists(E1)),
            Map.entry(
                    "synth-groups.findById",
                    all -> all.synthGroups().findById(G1).orElseThrow()),
            Map.entry(
                    "synth-groups.findByName",
                    all -> all.synthGroups().findByName("Batch").orElseThrow()),
            Map.entry(
                    "synth-groups.findDetail",
                    all -> all.synthGroups().findDetail(G1).orElseThrow()),
            Map.entry("synth-groups.list", all -> all.synthGroups().list(FIRST)),
            Map.entry(
                    "synths.list",
                    all -> List.of(all.synths().list(FIRST), all.synths().list(FIRST, List.of("nome"), G1))),
            Map.entry("synths.listByGroup", all -> all.synths().listByGroup(G1, FIRST)),
            Map.entry("synths.findById", all -> all.synths().findById("aaa111").orElseThrow()),
            Map.entry("synths.getById", all -> all.synths().getById("aaa111")),
            Map.entry("synths.search", all -> all.synths().search("nome = 'aaa111'", null, FIRST)),
            Map.entry("synths.getAvatarPath", all -> all.synths().getAvatarPath("aaa111")),
            Map.entry("synths.getExtremeCases", all -> all.synths().getExtremeCases(E1, 1)),
            Map.entry("synths.listForSimulation", all -> all.synths().listForSimulation(E1, 200)),
            Map.entry("synths.listFields", all -> all.synths().listFields()),
            Map.entry(
                    "analysis-outcomes.listByAnalysis",
                    all -> List.of(
                            all.analysisOutcomes().listByAnalysis(A1),
                            all.analysisOutcomes().listByAnalysis(A1, 1, 0))),
            Map.entry(
                    "synth-outcomes.findById",
                    all -> all.synthOutcomes().findById(OUTCOME).orElseThrow()),
            Map.entry(
                    "synth-outcomes.listByAnalysis", all -> all.synthOutcomes().listByAnalysis(A1, FIRST)),
            Map.entry(
                    "synth-outcomes.countByAnalysis", all -> all.synthOutcomes().countByAnalysis(A1)),
            Map.entry(
                    "synth-outcomes.findBySynthAndAnalysis",
                    all -> all.synthOutcomes()
                            .findBySynthAndAnalysis("aaa111", A1)
                            .orElseThrow()),
            Map.entry(
                    "synth-outcomes.findStatistics",
                    all -> all.synthOutcomes().findStatistics(A1).orElseThrow()),
            Map.entry(
                    "synth-outcomes.findLatestForSynth",
                    all -> all.synthOutcomes().findLatestForSynth("aaa111").orElseThrow()));

    private static final Map<String, Function<Repositories, Object>> EXPERIMENT_AND_SYNTH_WRITES = Map.ofEntries(
            Map.entry("experiments.create", all -> all.experiments().create(e2())),
            Map.entry("experiments.update", all -> all.experiments().update(E1, ExperimentUpdate.ofName("New"))),
            Map.entry("experiments.updateScorecard", all -> all.experiments().updateScorecard(E1, scorecard("F"))),
            Map.entry("experiments.softDelete", all -> all.experiments().softDelete(E1)),
            Map.entry("interview-guides.create", all -> all.interviewGuides().create(GUIDE)),
            Map.entry("interview-guides.update", all -> all.interviewGuides().update(E1, InterviewGuideUpdate.NOTHING)),
            Map.entry("interview-guides.delete", all -> all.interviewGuides().delete(E1)),
            Map.entry(
                    "synth-groups.ensureDefaultGroup", all -> all.synthGroups().ensureDefaultGroup()),
            Map.entry("synth-groups.create", all -> all.synthGroups().create(g1())),
            Map.entry("synth-groups.delete", all -> all.synthGroups().delete(G1)),
            Map.entry("synths.save", all -> all.synths().save(synth("aaa112", "n"))),
            Map.entry("synths.saveAll", all -> all.synths().saveAll(List.of(synth("aaa112", "n")))),
            Map.entry("synths.updateAvatarPath", all -> all.synths().updateAvatarPath("aaa111", "x")),
            Map.entry("analysis-outcomes.saveAll", all -> all.analysisOutcomes().saveAll(A1, List.of(draft("s1", 1)))),
            Map.entry(
                    "analysis-outcomes.deleteByAnalysis",
                    all -> all.analysisOutcomes().deleteByAnalysis(A1)),
            Map.entry("synth-outcomes.create", all -> all.synthOutcomes().create(outcome(A1, "s1", 1))),
            Map.entry("synth-outcomes.createAll", all -> all.synthOutcomes().createAll(List.of(outcome(A1, "s1", 1)))),
            Map.entry(
                    "synth-outcomes.deleteByAnalysis",
                    all -> all.synthOutcomes().deleteByAnalysis(A1)));

    /** Every reading method, by its repository and name; overloads in one list. */
    private static final Map<String, Function<Repositories, Object>> READS = all(List.of(
            EXPERIMENT_AND_SYNTH_READS,
            AnalysisCalls.READS,
            ResearchCalls.READS,
            GenerationCalls.READS,
            ExplorationCalls.READS,
            InsightCalls.READS,
            LegacyCalls.READS));

    /** Every writing method, each such that it would change something. */
    private static final Map<String, Function<Repositories, Object>> WRITES = all(List.of(
            EXPERIMENT_AND_SYNTH_WRITES,
            AnalysisCalls.WRITES,
            ResearchCalls.WRITES,
            GenerationCalls.WRITES,
            ExplorationCalls.WRITES,
            InsightCalls.WRITES,
            LegacyCalls.WRITES));

    /** For the cells. */
    protected UnitOfWorkContract() {}

    private static Map<String, Function<Repositories, Object>> all(
            List<Map<String, Function<Repositories, Object>>> subjects) {
        Map<String, Function<Repositories, Object>> calls = new TreeMap<>();
        subjects.forEach(calls::putAll);
        return calls;
    }

    @Test
    void given_every_method_of_every_repository_when_compared_then_none_is_left_out_here() {
        assertEquals(marked(Reads.class), new TreeSet<>(READS.keySet()));
        assertEquals(marked(Writes.class), new TreeSet<>(WRITES.keySet()));
    }

    private static Set<String> marked(Class<? extends Annotation> mark) {
        return Arrays.stream(RepositoryName.values())
                .flatMap(name -> Arrays.stream(name.type().getMethods())
                        .filter(method -> method.isAnnotationPresent(mark))
                        .map(Method::getName)
                        .map(method -> name.text() + "." + method))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void given_a_read_only_unit_when_read_then_each_method_answers_as_without_one() {
        givenOneOfEach();
        READS.forEach((name, call) -> {
            Object inside = repositories().inTransaction(TransactionOptions.READ_ONLY, call::apply);
            assertEquals(call.apply(repositories()), inside, name);
        });
    }

    @Test
    void given_a_read_only_unit_when_written_then_each_method_is_refused_and_nothing_changes() {
        givenOneOfEach();
        Map<String, Object> before = answers();
        repositories().useTransaction(TransactionOptions.READ_ONLY, tx -> {
            WRITES.forEach((name, call) -> assertThrows(TransactionException.class, () -> call.apply(tx), name));
            assertTrue(tx.interviewGuides().exists(E1), "a refusal leaves the unit usable");
        });
        assertEquals(before, answers());
    }

    @Test
    void given_a_unit_when_a_method_writes_and_it_is_undone_then_nothing_has_changed_whichever_it_is() {
        givenOneOfEach();
        Map<String, Object> before = answers();
        WRITES.values().forEach(this::undo);
        assertEquals(before, answers());
    }

    @Test
    void given_a_unit_when_every_method_writes_and_it_is_undone_then_nothing_has_changed() {
        givenOneOfEach();
        guides().delete(E1);
        groups().delete(G1);
        List<Object> before = List.of(experiments().list(FIRST), groups().list(FIRST), synths().list(FIRST));
        repositories().useTransaction(tx -> {
            tx.interviewGuides().create(GUIDE);
            tx.synthGroups().create(g1());
            tx.synths().save(synth("aaa112", "n").withGroup(G1));
            tx.synths().updateAvatarPath("aaa111", "x");
            tx.experiments().create(e2());
            tx.experiments().softDelete(E1);
            assertEquals(1, tx.synthGroups().findById(G1).orElseThrow().synthCount(), "a unit reads what it wrote");
            tx.setRollbackOnly();
        });
        assertEquals(before, List.of(experiments().list(FIRST), groups().list(FIRST), synths().list(FIRST)));
    }

    @Test
    void given_a_violation_within_nested_work_when_the_unit_goes_on_then_the_rest_is_kept() {
        experiments().create(e1());
        repositories().useTransaction(tx -> {
            tx.experiments().create(e2());
            assertThrows(
                    ConstraintViolationException.class,
                    () -> tx.useNested(inner -> {
                        inner.synthGroups().create(g1());
                        inner.experiments().create(e1());
                    }));
            tx.synths().save(synth("aaa111", "n"));
        });
        assertEquals(2, experiments().list(FIRST).total());
        assertEquals(Optional.empty(), groups().findById(G1));
        assertTrue(synths().findById("aaa111").isPresent());
    }

    private void givenOneOfEach() {
        experiments().create(e1().withScorecard(scorecard("F")));
        guides().create(GUIDE);
        groups().create(g1());
        synths().save(synthWith("aaa111", "{\"observables\": {}}").withGroup(G1));
        rows().analysis(A1, E1, "completed");
        rows().outcome(A1, "aaa111", 0.5);
        AnalysisCalls.given(repositories());
        ResearchCalls.given(repositories());
        GenerationCalls.given(repositories());
        ExplorationCalls.given(repositories());
        new StudyRows(database()).simulation();
        InsightCalls.given(repositories());
        LegacyCalls.given(repositories());
    }

    private void undo(Function<Repositories, Object> write) {
        try {
            repositories().useTransaction(tx -> {
                write.apply(tx);
                tx.setRollbackOnly();
            });
        } catch (ConstraintViolationException refused) {
            // what another subject has stored refers to the row: undone all the same
        }
    }

    private Map<String, Object> answers() {
        Map<String, Object> answers = new TreeMap<>();
        READS.forEach((name, call) -> answers.put(name, call.apply(repositories())));
        return answers;
    }
}
