package io.synthlab.persistence.insight;

import io.synthlab.persistence.Reads;
import io.synthlab.persistence.Writes;
import io.synthlab.persistence.error.ConstraintViolationException;
import io.synthlab.persistence.error.UnreadableRowException;
import io.synthlab.persistence.error.ValidationException;
import java.util.Optional;

/**
 * Stores sensitivity analyses, any number per simulation. Every method joins the caller's unit of work and is one by
 * itself otherwise; none returns {@code null}.
 */
public interface SensitivityRepository {
    /**
     * Stores a new result beside those there are (original: {@code save_result}, which failed on every call).
     *
     * @param result what to store
     * @return id of the row, {@code sens_} and twelve hex digits
     * @throws ValidationException if it breaks a rule
     * @throws ConstraintViolationException of kind FOREIGN_KEY if there is no such simulation
     */
    @Writes
    String saveResult(SensitivityResult result);

    /**
     * Finds the latest result of a simulation (original: {@code get_by_simulation}). Latest is by the stored text of
     * {@code analyzed_at}, as in the original; ties are broken by id. A stored time without zone is UTC.
     *
     * @param simulationId the simulation; of any form
     * @return the result, empty if there is none
     * @throws UnreadableRowException if a stored document lacks a required key
     */
    @Reads
    Optional<SensitivityResult> findBySimulation(String simulationId);

    /**
     * Finds a result (original: {@code get_by_id}).
     *
     * @param resultId its id; of any form
     * @return the result, empty if there is none
     * @throws UnreadableRowException if a stored document lacks a required key
     */
    @Reads
    Optional<SensitivityResult> findById(String resultId);

    /**
     * Deletes all results of a simulation (original: {@code delete_by_simulation}).
     *
     * @param simulationId the simulation; of any form
     * @return how many there were
     */
    @Writes
    int deleteBySimulation(String simulationId);
}
