package io.synthlab.persistence.insight;

import io.synthlab.persistence.Reads;
import io.synthlab.persistence.Writes;
import io.synthlab.persistence.analysis.ChartInsight;
import io.synthlab.persistence.error.UnreadableRowException;
import io.synthlab.persistence.error.ValidationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Stores what a language model says about the charts of a simulation: one insight per chart type, and one executive
 * summary. Every method joins the caller's unit of work and is one by itself otherwise; none returns {@code null}.
 *
 * <p>{@code simulationId} is the id of a simulation or of an analysis, or any other text: the table refers to neither,
 * on purpose. Neither the insight's own analysis nor its chart type is compared with the key.
 *
 * <p>Files of December 2025 hold documents of older shapes. {@link #findStored} and {@link #listStored} read every shape;
 * {@link #find} and {@link #findAll} read the current one only.
 */
public interface InsightRepository {
    /** Insight type of the executive summary, which is no chart. */
    String EXECUTIVE_SUMMARY = "executive_summary";

    /**
     * Finds the insight about a chart (original: {@code get}).
     *
     * @param simulationId simulation or analysis; of any form
     * @param insightType which chart; of any form
     * @return the insight, empty if there is none
     * @throws UnreadableRowException if the stored document is not of the current shape; see {@link #findStored}
     */
    @Reads
    Optional<ChartInsight> find(String simulationId, String insightType);

    /**
     * Finds the insights about all charts, without the executive summary (original: {@code get_all_for_simulation}).
     *
     * @param simulationId simulation or analysis; of any form
     * @return chart type to insight, in order of creation, ties broken by id; possibly empty; cannot be changed
     * @throws UnreadableRowException if a stored document is not of the current shape; see {@link #listStored}
     */
    @Reads
    Map<String, ChartInsight> findAll(String simulationId);

    /**
     * Finds a row whatever shape its document has (not in the original, which could not read what its older versions
     * wrote).
     *
     * @param simulationId simulation or analysis; of any form
     * @param insightType which chart, or {@value #EXECUTIVE_SUMMARY}
     * @return the row, empty if there is none
     * @throws UnreadableRowException if a timestamp of the row is of no known form
     */
    @Reads
    Optional<StoredInsight> findStored(String simulationId, String insightType);

    /**
     * Lists all rows of a simulation whatever shape their documents have, the executive summary included (not in the
     * original).
     *
     * @param simulationId simulation or analysis; of any form
     * @return the rows in order of creation, ties broken by id; possibly none
     * @throws UnreadableRowException if a timestamp of a row is of no known form
     */
    @Reads
    List<StoredInsight> listStored(String simulationId);

    /**
     * Stores the insight about a chart, or replaces the document of the one there is: id and time of creation stay
     * (original: {@code save}, which failed on every call). Of several callers at once all succeed and get the same id.
     *
     * @param simulationId simulation or analysis
     * @param insightType which chart; not {@value #EXECUTIVE_SUMMARY}
     * @param insight what to store
     * @return id of the row, {@code ins_} and twelve hex digits if it is new
     * @throws ValidationException if the insight breaks a rule, a key cannot be stored, or the type is reserved
     */
    @Writes
    String save(String simulationId, String insightType, ChartInsight insight);

    /**
     * Stores the executive summary, or replaces the one there is: id and time of creation stay (original:
     * {@code save_executive_summary}).
     *
     * @param simulationId simulation or analysis
     * @param summary the text, possibly empty
     * @return id of the row
     * @throws ValidationException if a text cannot be stored
     */
    @Writes
    String saveExecutiveSummary(String simulationId, String summary);

    /**
     * Finds the executive summary (original: {@code get_executive_summary}).
     *
     * @param simulationId simulation or analysis; of any form
     * @return the text, empty if there is no summary or its document holds no text
     */
    @Reads
    Optional<String> findExecutiveSummary(String simulationId);

    /**
     * Deletes all rows of a simulation, the executive summary included (original: {@code delete_for_simulation}).
     *
     * @param simulationId simulation or analysis; of any form
     * @return how many rows there were
     */
    @Writes
    int deleteBySimulation(String simulationId);

    /**
     * Deletes one row, be it the executive summary (original: {@code delete_insight}).
     *
     * @param simulationId simulation or analysis; of any form
     * @param insightType which chart, or {@value #EXECUTIVE_SUMMARY}
     * @return whether there was one
     */
    @Writes
    boolean delete(String simulationId, String insightType);
}
