package io.synthlab.persistence.jdbc.experiment;

import static io.synthlab.persistence.internal.time.Timestamps.format;

import io.synthlab.persistence.experiment.InterviewGuide;
import io.synthlab.persistence.experiment.InterviewGuideRepository;
import io.synthlab.persistence.experiment.InterviewGuideUpdate;
import io.synthlab.persistence.internal.row.StoredRow;
import io.synthlab.persistence.jdbc.statement.Statements;
import io.synthlab.persistence.jdbc.statement.Target;
import io.synthlab.persistence.spi.DatabaseContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Interview guides in JDBC. */
public final class JdbcInterviewGuideRepository implements InterviewGuideRepository {
    private static final String TABLE = "interview_guide";
    private static final String COLUMNS =
            "experiment_id, context_definition, questions, context_examples, created_at, updated_at";
    private static final String INSERT =
            "INSERT INTO interview_guide (%s) VALUES (?, ?, ?, ?, ?, ?)".formatted(COLUMNS);
    private static final String FIND = "SELECT %s FROM interview_guide WHERE experiment_id = ?".formatted(COLUMNS);
    private static final String EXISTS = "SELECT count(*) FROM interview_guide WHERE experiment_id = ?";
    private static final String UPDATE = """
            UPDATE interview_guide
               SET context_definition = coalesce(?, context_definition), questions = coalesce(?, questions),
                   context_examples = coalesce(?, context_examples), updated_at = ?
             WHERE experiment_id = ?
            RETURNING %s
            """.formatted(COLUMNS);
    private static final String DELETE = "DELETE FROM interview_guide WHERE experiment_id = ?";

    private final DatabaseContext database;
    private final Statements statements;

    /**
     * Creates the repository.
     *
     * @param database the database
     * @param statements runs its statements
     */
    public JdbcInterviewGuideRepository(DatabaseContext database, Statements statements) {
        this.database = database;
        this.statements = statements;
    }

    @Override
    public InterviewGuide create(InterviewGuide guide) {
        guide.validated();
        statements.update(
                row(guide.experimentId()),
                INSERT,
                guide.experimentId(),
                guide.contextDefinition(),
                guide.questions(),
                guide.contextExamples(),
                format(guide.createdAt()),
                guide.updatedAt() == null ? null : format(guide.updatedAt()));
        return guide;
    }

    @Override
    public Optional<InterviewGuide> findByExperimentId(String experimentId) {
        return statements.find(row(experimentId), FIND, this::guide, experimentId);
    }

    @Override
    public boolean exists(String experimentId) {
        return statements.count(row(experimentId), EXISTS, experimentId) > 0;
    }

    @Override
    public Optional<InterviewGuide> update(String experimentId, InterviewGuideUpdate update) {
        update.validated();
        return statements.find(
                row(experimentId),
                UPDATE,
                this::guide,
                update.contextDefinition(),
                update.questions(),
                update.contextExamples(),
                format(database.clock().instant()),
                experimentId);
    }

    @Override
    public boolean delete(String experimentId) {
        return statements.update(row(experimentId), DELETE, experimentId) > 0;
    }

    private InterviewGuide guide(ResultSet row) throws SQLException {
        String experimentId = row.getString("experiment_id");
        StoredRow stored = new StoredRow(TABLE, "experiment_id=" + experimentId);
        return new InterviewGuide(
                experimentId,
                row.getString("context_definition"),
                row.getString("questions"),
                row.getString("context_examples"),
                stored.requiredInstant("created_at", row.getString("created_at"), database.naiveZone()),
                stored.instant("updated_at", row.getString("updated_at"), database.naiveZone()));
    }

    private static Target row(String experimentId) {
        return Target.row(TABLE, "experiment_id", experimentId);
    }
}
