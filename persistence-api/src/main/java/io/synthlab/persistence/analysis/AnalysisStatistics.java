package io.synthlab.persistence.analysis;

/**
 * Plain averages over all outcomes of an analysis, those without attributes included; not rounded.
 *
 * @param avgSuccessRate average share of successful executions
 * @param avgDidNotTryRate average share of executions without a try
 * @param avgFailedRate average share of failed executions
 * @param synthCount outcomes there are, at least 1
 */
public record AnalysisStatistics(
        double avgSuccessRate, double avgDidNotTryRate, double avgFailedRate, long synthCount) {}
