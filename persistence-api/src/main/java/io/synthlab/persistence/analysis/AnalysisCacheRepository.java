package io.synthlab.persistence.analysis;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.Reads;
import io.synthlab.persistence.Writes;
import io.synthlab.persistence.error.ConstraintViolationException;
import io.synthlab.persistence.error.UnreadableRowException;
import io.synthlab.persistence.error.ValidationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stores what was computed ahead for an analysis: charts as JSON documents by key, insights into them, and the executive
 * summary. Every method joins the caller's unit of work and is one by itself otherwise; none returns {@code null}.
 *
 * <p>Everything is checked before it is written, so a key, a document or an insight that breaks a rule leaves no trace.
 * Stored rows are read leniently: keys and texts that are too long are read as they are. A document or parameters that
 * are no JSON object and a timestamp of no known form are an {@link UnreadableRowException}.
 *
 * <p>Entries vanish with their analysis.
 */
public interface AnalysisCacheRepository {
    /**
     * Finds an entry (original: {@code get}).
     *
     * @param analysisId the analysis; of any form
     * @param cacheKey its key; of any form
     * @return the entry, empty if there is none
     * @throws UnreadableRowException if the stored row cannot be read
     */
    @Reads
    Optional<AnalysisCacheEntry> find(String analysisId, String cacheKey);

    /**
     * Lists the entries of an analysis by key, in code-point order (original: {@code get_all}).
     *
     * @param analysisId the analysis; of any form
     * @return all of them, insights and summary included; none for an unknown analysis
     * @throws UnreadableRowException if one of them cannot be read; names it, so that it can be deleted or replaced
     */
    @Reads
    List<AnalysisCacheEntry> listByAnalysis(String analysisId);

    /**
     * Stores an entry, replacing an earlier one of its key as a whole (original: {@code save}).
     *
     * @param analysisId the analysis
     * @param cacheKey what is cached, 1 to {@value AnalysisCacheEntry#LONGEST_KEY} characters
     * @param data the document, a JSON object
     * @param params what it was computed with, a JSON object; {@code null} or without members stores none, which removes
     *     those of an earlier entry
     * @return the entry as it will be read, computed now
     * @throws ValidationException if a value breaks a rule
     * @throws ConstraintViolationException of kind FOREIGN_KEY if there is no such analysis
     */
    @Writes
    AnalysisCacheEntry save(String analysisId, String cacheKey, JsonValue data, @Nullable JsonValue params);

    /**
     * Stores entries without parameters as {@link #save} does, all or none of them, computed at the same time (original:
     * {@code save_many}).
     *
     * @param analysisId the analysis
     * @param entries key to document
     * @return how many there were; 0 without looking at the analysis if there are none
     * @throws ValidationException if a value breaks a rule
     * @throws ConstraintViolationException of kind FOREIGN_KEY if there is no such analysis
     */
    @Writes
    int saveAll(String analysisId, Map<String, JsonValue> entries);

    /**
     * Removes an entry, readable or not (original: {@code delete}).
     *
     * @param analysisId the analysis; of any form
     * @param cacheKey its key; of any form
     * @return whether there was one
     */
    @Writes
    boolean delete(String analysisId, String cacheKey);

    /**
     * Removes all entries of an analysis, readable or not (original: {@code delete_all}).
     *
     * @param analysisId the analysis; of any form
     * @return how many were removed
     */
    @Writes
    int deleteAll(String analysisId);

    /**
     * Stores an insight into a chart, replacing an earlier one into that chart (original: {@code store_chart_insight}).
     *
     * @param insight what to store; the key is {@value AnalysisCacheEntry#INSIGHT_PREFIX} and its chart type, which
     *     therefore has 42 characters at most
     * @return the argument; the entry is computed now, whatever the insight's own time
     * @throws ValidationException if a value breaks a rule or the chart type is too long
     * @throws ConstraintViolationException of kind FOREIGN_KEY if there is no such analysis
     */
    @Writes
    ChartInsight storeChartInsight(ChartInsight insight);

    /**
     * Finds the insight into a chart (original: {@code get_chart_insight}).
     *
     * @param analysisId the analysis; of any form
     * @param chartType which chart; of any form
     * @return the insight, empty if there is none
     * @throws UnreadableRowException if the stored document is no insight
     */
    @Reads
    Optional<ChartInsight> findChartInsight(String analysisId, String chartType);

    /**
     * Lists the insights of an analysis by key, in code-point order (original: {@code get_all_chart_insights}).
     *
     * <p>An entry under {@value AnalysisCacheEntry#INSIGHT_PREFIX} that is no insight is left out, as in the original:
     * the key alone makes no insight, since keys are free, and {@link #listByAnalysis} shows such an entry.
     *
     * @param analysisId the analysis; of any form
     * @return the insights, without the executive summary; none for an unknown analysis
     */
    @Reads
    List<ChartInsight> listChartInsights(String analysisId);

    /**
     * Stores the executive summary of an analysis, replacing an earlier one (original:
     * {@code store_executive_summary}).
     *
     * @param summary what to store
     * @return the argument; the entry is computed now, whatever the summary's own time
     * @throws ValidationException if a value breaks a rule
     * @throws ConstraintViolationException of kind FOREIGN_KEY if there is no such analysis
     */
    @Writes
    ExecutiveSummary storeExecutiveSummary(ExecutiveSummary summary);

    /**
     * Finds the executive summary of an analysis (original: {@code get_executive_summary}).
     *
     * @param analysisId the analysis; of any form
     * @return the summary, empty if there is none
     * @throws UnreadableRowException if the stored document is no summary
     */
    @Reads
    Optional<ExecutiveSummary> findExecutiveSummary(String analysisId);
}
