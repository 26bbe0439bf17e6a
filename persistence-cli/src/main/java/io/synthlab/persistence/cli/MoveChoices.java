package io.synthlab.persistence.cli;

import io.synthlab.persistence.migrations.mover.MoveOptions;
import io.synthlab.persistence.migrations.mover.MoveOptions.NulPolicy;
import io.synthlab.persistence.migrations.mover.MoveOptions.OrphanPolicy;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** Options that say what may be changed so that a row can arrive. */
final class MoveChoices {
    @Option(
            names = "--on-nul",
            paramLabel = "WHAT",
            converter = Nul.class,
            description =
                    "quarantine the row, or escape U+0000 as U+2400 and record the original bytes (default: quarantine)")
    private NulPolicy onNul = NulPolicy.QUARANTINE;

    @Option(
            names = "--on-orphan",
            paramLabel = "WHAT",
            converter = Orphan.class,
            description =
                    "quarantine the row, or drop-reference: NULL where the column takes it, with the original recorded"
                            + " (default: quarantine)")
    private OrphanPolicy onOrphan = OrphanPolicy.QUARANTINE;

    @Option(
            names = "--fill-null-ids",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description =
                    "give transcripts and synth_outcomes whose id is NULL one, the same on each run (default: yes)")
    private boolean fillNullIds;

    MoveOptions options() {
        return new MoveOptions(onNul, onOrphan, fillNullIds);
    }

    /** Reads {@code --on-nul}. */
    static final class Nul implements ITypeConverter<NulPolicy> {
        @Override
        public NulPolicy convert(String word) {
            return Words.read(NulPolicy.class, word);
        }
    }

    /** Reads {@code --on-orphan}. */
    static final class Orphan implements ITypeConverter<OrphanPolicy> {
        @Override
        public OrphanPolicy convert(String word) {
            return Words.read(OrphanPolicy.class, word);
        }
    }
}
