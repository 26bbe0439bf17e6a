package io.synthlab.persistence.jpa.experiment;

import io.synthlab.persistence.experiment.InterviewGuide;
import io.synthlab.persistence.experiment.InterviewGuideRepository;
import io.synthlab.persistence.experiment.InterviewGuideUpdate;
import io.synthlab.persistence.internal.time.Timestamps;
import io.synthlab.persistence.jpa.session.ReturningUpdate;
import io.synthlab.persistence.jpa.session.RowKey;
import io.synthlab.persistence.jpa.session.SqlStatement;
import io.synthlab.persistence.jpa.session.UnitSessions;
import io.synthlab.persistence.model.experiment.InterviewGuideEntity;
import io.synthlab.persistence.spi.DatabaseContext;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.StatelessSession;

/** Interview guides on Hibernate. */
public final class JpaInterviewGuideRepository implements InterviewGuideRepository {
    private static final String EXISTS = "select 1 from InterviewGuideEntity where experimentId = :experimentId";

    private static final String UPDATE = """
            UPDATE interview_guide
               SET context_definition = coalesce(?, context_definition), questions = coalesce(?, questions),
                   context_examples = coalesce(?, context_examples), updated_at = ?
             WHERE experiment_id = ?
            """;

    private static final SqlStatement DELETE = new SqlStatement("DELETE FROM interview_guide WHERE experiment_id = ?");

    private final DatabaseContext database;
    private final UnitSessions sessions;
    private final ReturningUpdate<InterviewGuideEntity> updateTexts =
            new ReturningUpdate<>(InterviewGuideEntity.class, UPDATE);

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
        sessions.insert(row(guide.experimentId()), InterviewGuideEntity.of(guide.validated()));
        return guide;
    }

    @Override
    public Optional<InterviewGuide> findByExperimentId(String experimentId) {
        return find(
                experimentId, session -> Optional.ofNullable(session.get(InterviewGuideEntity.class, experimentId)));
    }

    @Override
    public boolean exists(String experimentId) {
        return sessions.find(
                        row(experimentId),
                        session -> session.createSelectionQuery(EXISTS, Integer.class)
                                .setParameter("experimentId", experimentId)
                                .uniqueResultOptional())
                .isPresent();
    }

    @Override
    public Optional<InterviewGuide> update(String experimentId, InterviewGuideUpdate update) {
        update.validated();
        return find(
                experimentId,
                session -> updateTexts.run(
                        session,
                        update.contextDefinition(),
                        update.questions(),
                        update.contextExamples(),
                        Timestamps.format(database.clock().instant()),
                        experimentId));
    }

    @Override
    public boolean delete(String experimentId) {
        return sessions.change(row(experimentId), session -> DELETE.update(session, experimentId));
    }

    private Optional<InterviewGuide> find(
            String experimentId, Function<StatelessSession, Optional<InterviewGuideEntity>> work) {
        return sessions.find(row(experimentId), work).map(found -> found.toRecord(database.naiveZone()));
    }

    private static RowKey row(String experimentId) {
        return RowKey.of(InterviewGuideEntity.TABLE, "experiment_id", experimentId);
    }
}
