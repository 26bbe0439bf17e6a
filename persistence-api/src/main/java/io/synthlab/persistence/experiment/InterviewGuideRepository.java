package io.synthlab.persistence.experiment;

import io.synthlab.persistence.Reads;
import io.synthlab.persistence.Writes;
import io.synthlab.persistence.error.ConstraintViolationException;
import io.synthlab.persistence.error.ValidationException;
import java.util.Optional;

/**
 * Stores interview guides, at most one per experiment. Whether the experiment was deleted does not matter here; a
 * guide vanishes with the row of its experiment.
 */
public interface InterviewGuideRepository {
    /**
     * Stores a new guide.
     *
     * @param guide what to store
     * @return the argument
     * @throws ValidationException if a text cannot be stored
     * @throws ConstraintViolationException of kind UNIQUE if the experiment has a guide, of kind FOREIGN_KEY if there
     *     is no such experiment
     */
    @Writes
    InterviewGuide create(InterviewGuide guide);

    /**
     * Finds the guide of an experiment.
     *
     * @param experimentId the experiment
     * @return the guide, empty if there is none
     */
    @Reads
    Optional<InterviewGuide> findByExperimentId(String experimentId);

    /**
     * Tells whether an experiment has a guide.
     *
     * @param experimentId the experiment
     * @return whether it has one
     */
    @Reads
    boolean exists(String experimentId);

    /**
     * Changes texts of a guide and sets the time of its last change, also when nothing else changes.
     *
     * @param experimentId the experiment
     * @param update what to change
     * @return the changed guide, empty if there is none
     * @throws ValidationException if a text cannot be stored; nothing is changed
     */
    @Writes
    Optional<InterviewGuide> update(String experimentId, InterviewGuideUpdate update);

    /**
     * Removes a guide; the experiment stays.
     *
     * @param experimentId the experiment
     * @return whether there was one
     */
    @Writes
    boolean delete(String experimentId);
}
