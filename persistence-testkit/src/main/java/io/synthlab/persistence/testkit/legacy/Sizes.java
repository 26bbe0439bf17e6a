package io.synthlab.persistence.testkit.legacy;

/**
 * How many of everything there are.
 *
 * @param synths personas
 * @param groups groups of personas besides the default one
 * @param analysed experiments with an analysis that has outcomes, placeholders included
 * @param batches interview batches with transcripts; one more is still waiting
 * @param explorations explorations, of which the last one is a deep chain
 * @param simulations simulations of the older kind, each with its scorecard
 * @param logEntries entries of the assumption log
 */
record Sizes(int synths, int groups, int analysed, int batches, int explorations, int simulations, int logEntries) {
    static final int OUTCOMES_PER_ANALYSIS = 500;
    static final int TRANSCRIPTS_PER_BATCH = 20;
    /** Experiments besides the analysed ones: without analysis, with a pending and with a failed one. */
    static final int DRAFTS = 3;

    static final int REGIONS_PER_SIMULATION = 4;
    static final int INSIGHTS_PER_SIMULATION = 4;

    static Sizes of(double scale) {
        return new Sizes(
                scaled(scale, 1000, 60),
                scaled(scale, 5, 2),
                scaled(scale, 20, 4),
                scaled(scale, 25, 6),
                scaled(scale, 8, 2),
                scaled(scale, 8, 2),
                scaled(scale, 30, 5));
    }

    private static int scaled(double scale, int atScaleOne, int minimum) {
        return (int) Math.max(minimum, Math.rint(atScaleOne * scale));
    }

    /** Experiments with a completed analysis; the numbers from here to {@link #analysed()} are placeholders. */
    int completed() {
        return analysed - Math.max(1, analysed / 10);
    }

    int experiments() {
        return analysed + DRAFTS;
    }

    boolean isPlaceholder(int experiment) {
        return experiment >= completed() && experiment < analysed;
    }
}
