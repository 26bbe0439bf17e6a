package io.synthlab.persistence.jpa.experiment;

import io.synthlab.persistence.experiment.InterviewGuide;
import io.synthlab.persistence.experiment.InterviewGuideRepository;
import io.synthlab.persistence.experiment.InterviewGuideUpdate;
import io.synthlab.persistence.internal.time.Timestamps;
import io.synthlab.persistence.jpa.session.UnitSessions;
import io.synthlab.persistence.model.experiment.InterviewGuideEntity;
import io.synthlab.persistence.spi.DatabaseContext;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.StatelessSession;

/** Interview guides on Hibernate. */
public final class JpaInterviewGuideRepository implements InterviewGuideRepository {
    private static final String EXISTS = "select count(*) from InterviewGuideEntity where experimentId = :experimentId";

    private static final String UPDATE = """
            UPDATE interview_guide
               SET context_definition = coalesce(:contextDefinition, context_definition),
                   questions = coalesce(:questions, questions),
                   context_examples = coalesce(:contextExamples, context_examples),
                   updated_at = :now
             WHERE experiment_id = :experimentId
            RETURNING experiment_id, context_definition, questions, context_examples, created_at, updated_at
            """;

    private static final String DELETE = "DELETE FROM interview_guide WHERE experiment_id = :experimentId";

    private final DatabaseContext database;
    private final UnitSessions sessions;

    /**
     * Creates the repository.
     *
     * @param database the database
     * @param sessions runs its work
     */
    public JpaInterviewGuideRepository(DatabaseContext database, UnitSessions sessions) {
        this.database = database;
        this.sessions = sessions;
    }

    @Override
    public InterviewGuide create(InterviewGuide guide) {
        InterviewGuideEntity row = InterviewGuideEntity.of(guide.validated());
        return run(guide.experimentId(), session -> {
            session.insert(row);
            return guide;
        });
    }

    @Override
    public Optional<InterviewGuide> findByExperimentId(String experimentId) {
        return run(
                experimentId,
                session -> record(Optional.ofNullable(session.get(InterviewGuideEntity.class, experimentId))));
    }

    @Override
    public boolean exists(String experimentId) {
        return run(
                experimentId,
                session -> session.createSelectionQuery(EXISTS, Long.class)
                                .setParameter("experimentId", experimentId)
                                .getSingleResult()
                        > 0);
    }

    @Override
    public Optional<InterviewGuide> update(String experimentId, InterviewGuideUpdate update) {
        update.validated();
        return run(
                experimentId,
                session -> record(session.createNativeQuery(UPDATE, InterviewGuideEntity.class)
                        .setParameter("contextDefinition", update.contextDefinition(), String.class)
                        .setParameter("questions", update.questions(), String.class)
                        .setParameter("contextExamples", update.contextExamples(), String.class)
                        .setParameter("now", Timestamps.format(database.clock().instant()))
                        .setParameter("experimentId", experimentId)
                        .uniqueResultOptional()));
    }

    @Override
    public boolean delete(String experimentId) {
        return run(
                experimentId,
                session -> session.createNativeMutationQuery(DELETE)
                                .setParameter("experimentId", experimentId)
                                .executeUpdate()
                        > 0);
    }

    private Optional<InterviewGuide> record(Optional<InterviewGuideEntity> row) {
        return row.map(found -> found.toRecord(database.naiveZone()));
    }

    private <T> T run(String experimentId, Function<StatelessSession, T> work) {
        return sessions.row(InterviewGuideEntity.TABLE, "experiment_id=" + experimentId, work);
    }
}
