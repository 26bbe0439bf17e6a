package io.synthlab.persistence.testkit.legacy;

import java.util.Collection;
import java.util.function.ToDoubleFunction;

/** Three shares that add up to 1. */
record Rates(double didNotTry, double failed, double success) {
    /** Returns rates with two decimals. */
    static Rates any(Chance chance) {
        int tried = chance.between(20, 95);
        int won = tried * chance.between(10, 90) / 100;
        return ofRuns(100, tried, won);
    }

    /**
     * Returns the rates of a synth after so many runs of an analysis.
     *
     * @param appeal how many of those who would try do so in this experiment, 0 to 1
     */
    static Rates simulated(Chance chance, Traits traits, double appeal, int runs) {
        double trying = appeal * Math.min(1, 0.2 + 0.6 * traits.trust() + 0.2 * chance.thousandths());
        int tried = (int) Math.rint(runs * trying);
        double winning = Math.min(1, 0.1 + 0.7 * traits.capability() + 0.2 * chance.thousandths());
        return ofRuns(runs, tried, (int) Math.rint(tried * winning));
    }

    private static Rates ofRuns(int runs, int tried, int won) {
        return new Rates((double) (runs - tried) / runs, (double) (tried - won) / runs, (double) won / runs);
    }

    /** Returns the means, rounded to three decimals. */
    static Rates mean(Collection<Rates> all) {
        return new Rates(mean(all, Rates::didNotTry), mean(all, Rates::failed), mean(all, Rates::success));
    }

    private static double mean(Collection<Rates> all, ToDoubleFunction<Rates> rate) {
        return Math.rint(1000 * all.stream().mapToDouble(rate).sum() / all.size()) / 1000;
    }

    /** Returns the object of analyses, outcomes and charts. */
    JsonObject json() {
        return new JsonObject()
                .set("did_not_try_rate", didNotTry)
                .set("failed_rate", failed)
                .set("success_rate", success);
    }

    /** Returns the object of exploration nodes. */
    JsonObject nodeJson() {
        return new JsonObject()
                .set("success_rate", success)
                .set("fail_rate", failed)
                .set("did_not_try_rate", didNotTry);
    }

    /** Returns the object of simulations and sensitivity results. */
    JsonObject simulationJson() {
        return new JsonObject()
                .set("did_not_try", didNotTry)
                .set("failed", failed)
                .set("success", success);
    }

    /** Sets the three columns that outcomes and regions share. */
    Row fill(Row row) {
        return row.set("did_not_try_rate", didNotTry).set("failed_rate", failed).set("success_rate", success);
    }
}
