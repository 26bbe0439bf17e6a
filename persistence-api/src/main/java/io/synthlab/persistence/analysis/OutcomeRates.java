package io.synthlab.persistence.analysis;

import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.text.Rules;

/** What the three rates of an outcome must keep to. */
final class OutcomeRates {
    private static final double SMALLEST_SUM = 0.99;
    private static final double LARGEST_SUM = 1.01;

    private OutcomeRates() {}

    /** Checks that each is 0 to 1 and that they add up to 1, give or take a hundredth. */
    static void validate(double didNotTryRate, double failedRate, double successRate) {
        Rules.share(didNotTryRate, "synth_outcomes.did_not_try_rate");
        Rules.share(failedRate, "synth_outcomes.failed_rate");
        Rules.share(successRate, "synth_outcomes.success_rate");
        double sum = didNotTryRate + failedRate + successRate;
        if (sum < SMALLEST_SUM || sum > LARGEST_SUM) {
            throw new ValidationException("the rates of synth_outcomes must add up to 0.99-1.01");
        }
    }
}
