package io.synthlab.persistence.jpa.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.analysis.OutcomeDraft;
import io.synthlab.persistence.experiment.Experiment;
import io.synthlab.persistence.experiment.ExperimentUpdate;
import io.synthlab.persistence.jpa.analysis.JpaAnalysisOutcomeRepository;
import io.synthlab.persistence.jpa.analysis.JpaSynthOutcomeRepository;
import io.synthlab.persistence.jpa.experiment.JpaExperimentRepository;
import io.synthlab.persistence.jpa.synth.JpaSynthGroupRepository;
import io.synthlab.persistence.jpa.synth.JpaSynthRepository;
import io.synthlab.persistence.synth.Synth;
import io.synthlab.persistence.synth.SynthGroup;
import io.synthlab.persistence.testkit.SynthLabDatabase;
import io.synthlab.persistence.testkit.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is sent does not depend on the number of rows, and batches stay batches whatever Hibernate's version. */
@SynthLabDatabase(kind = DatabaseKind.SQLITE)
class StatementCountIT {
    private static final Instant CREATED = Instant.parse("2025-01-02T03:04:05Z");
    private static final String QUERY = "executeQuery";
    private static final String ANALYSIS = "ana_00000001";
    private static final SqlStatement ANALYSIS_OF = new SqlStatement(
            "INSERT INTO analysis_runs (id, experiment_id, config, started_at) VALUES (?, ?, '{}', '2025-01-01')");

    private CountingContext context;
    private UnitSessions sessions;
    private JpaExperimentRepository experiments;
    private JpaSynthGroupRepository groups;
    private JpaSynthRepository synths;
    private JpaAnalysisOutcomeRepository analysisOutcomes;
    private JpaSynthOutcomeRepository synthOutcomes;

    @BeforeEach
    void open(TestDatabase database) {
        context = new CountingContext(database);
        sessions = new UnitSessions(context);
        experiments = new JpaExperimentRepository(context, sessions);
        groups = new JpaSynthGroupRepository(context, sessions);
        synths = new JpaSynthRepository(context, sessions, groups);
        analysisOutcomes = new JpaAnalysisOutcomeRepository(context, sessions);
        synthOutcomes = new JpaSynthOutcomeRepository(context, sessions);
        groups.ensureDefaultGroup();
        context.executions();
    }

    @AfterEach
    void close() throws Exception {
        context.close();
        sessions.close();
    }

    @Test
    void given_1200_synths_when_saved_then_they_are_sent_in_three_batches() {
        synths.saveAll(synths(1_200));
        assertEquals(List.of("executeUpdate", "executeBatch", "executeBatch", "executeBatch"), context.executions());
    }

    @Test
    void given_any_number_of_rows_when_listed_then_each_list_is_one_statement() {
        for (int rows : new int[] {3, 150}) {
            synths.saveAll(synths(rows));
            IntStream.range(0, rows)
                    .forEach(number ->
                            experiments.create(Experiment.of(Experiment.newId(), "Checkout", "Faster", CREATED)));
            context.executions();
            synths.list(PageRequest.of(200, 0));
            synths.search("nome = 'Ana'", null, PageRequest.of(200, 0));
            experiments.list(PageRequest.of(200, 0));
            groups.list(PageRequest.of(200, 0));
            groups.findDetail(SynthGroup.DEFAULT_ID);
            assertEquals(List.of(QUERY, QUERY, QUERY, QUERY, QUERY), context.executions());
        }
    }

    @Test
    void given_any_number_of_outcomes_when_listed_or_averaged_then_each_is_one_statement() {
        Experiment experiment = experiments.create(Experiment.of("Checkout", "Faster"));
        sessions.change(
                RowKey.of("analysis_runs", "id", ANALYSIS),
                session -> ANALYSIS_OF.update(session, ANALYSIS, experiment.id()));
        for (int rows : new int[] {3, 150}) {
            context.executions();
            analysisOutcomes.saveAll(ANALYSIS, outcomes(rows));
            analysisOutcomes.listByAnalysis(ANALYSIS);
            synthOutcomes.listByAnalysis(ANALYSIS, PageRequest.of(200, 0));
            synthOutcomes.findStatistics(ANALYSIS);
            synthOutcomes.findLatestForSynth("s00001");
            analysisOutcomes.deleteByAnalysis(ANALYSIS);
            assertEquals(List.of("executeBatch", QUERY, QUERY, QUERY, QUERY, "executeUpdate"), context.executions());
        }
    }

    private static List<OutcomeDraft> outcomes(int number) {
        return IntStream.range(0, number)
                .mapToObj(at -> OutcomeDraft.of("s%05d".formatted(at), 0, 0, 1, null))
                .toList();
    }

    @Test
    void given_an_experiment_when_updated_then_it_is_changed_and_read_in_one_statement() {
        Experiment experiment = experiments.create(Experiment.of("Checkout", "Faster"));
        context.executions();
        experiments.update(experiment.id(), ExperimentUpdate.ofName("One tap"));
        assertEquals(List.of(QUERY), context.executions());
    }

    @Test
    void given_a_session_then_the_transaction_around_it_cannot_be_ended_through_hibernate() {
        StatelessSession session = sessions.list("synths", same -> same);
        assertThrows(
                UnsupportedOperationException.class,
                () -> session.getTransaction().commit());
        assertThrows(
                UnsupportedOperationException.class,
                () -> session.getTransaction().rollback());
    }

    private static List<Synth> synths(int number) {
        return IntStream.range(0, number)
                .mapToObj(at -> Synth.of("s%05d".formatted(at), "Ana", CREATED, "2.3.0", null))
                .toList();
    }
}
