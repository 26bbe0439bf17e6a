package io.synthlab.persistence.benchmarks;

import io.synthlab.persistence.analysis.OutcomeDraft;
import io.synthlab.persistence.analysis.SynthAttributes;
import io.synthlab.persistence.synth.LatentTraits;
import io.synthlab.persistence.synth.Observables;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

/** Analyses and the outcomes of their synths. */
final class OutcomeSeed {
    private static final String INSERT = """
            INSERT INTO synth_outcomes (id, analysis_id, synth_id, did_not_try_rate, failed_rate, success_rate,
                                        synth_attributes)
            VALUES (?, ?, ?, ?, ?, ?, %s)
            """;

    private OutcomeSeed() {}

    /** Stores analyses, each with outcomes of the same synths. */
    static void outcomes(Seed seed, int analyses, int synths) throws SQLException {
        ExperimentSeed.experiments(seed);
        ExperimentSeed.analyses(seed, analyses);
        List<OutcomeDraft> drafts = drafts(synths);
        seed.insert(INSERT.formatted(seed.jsonHole()), analyses * synths, number -> {
            OutcomeDraft draft = drafts.get(number % synths);
            String analysis = ExperimentSeed.analysisId(number / synths);
            return new Object[] {
                analysis + "_" + draft.synthId(),
                analysis,
                draft.synthId(),
                draft.didNotTryRate(),
                draft.failedRate(),
                draft.successRate(),
                Objects.requireNonNull(draft.attributes()).toJson().text()
            };
        });
    }

    /** Returns outcomes to store, by synth. */
    static List<OutcomeDraft> drafts(int synths) {
        return IntStream.range(0, synths).mapToObj(OutcomeSeed::draft).toList();
    }

    private static OutcomeDraft draft(int number) {
        double share = number % 97 / 97.0;
        return OutcomeDraft.of(
                String.format(Locale.ROOT, "s%05d", number),
                (1 - share) * 0.25,
                (1 - share) * 0.75,
                share,
                new SynthAttributes(
                        new Observables(share, 1 - share, 0.875, share / 2, 0.0625),
                        new LatentTraits(share, 0.123456, 1 - share / 3, share * share)));
    }
}
