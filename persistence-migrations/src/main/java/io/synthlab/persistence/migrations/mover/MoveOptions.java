package io.synthlab.persistence.migrations.mover;

import java.util.Locale;
import java.util.Objects;

/**
 * What may be changed on the way so that a row can arrive. By default nothing is, apart from ids that are NULL. Whatever is
 * changed is recorded with its original bytes beside the rows in quarantine.
 *
 * @param onNul what to do with U+0000 in a text
 * @param onOrphan what to do with a reference to a row that does not exist
 * @param fillNullIds whether rows of {@code transcripts} and {@code synth_outcomes} whose id is NULL get one, the same on
 *     each run
 */
public record MoveOptions(NulPolicy onNul, OrphanPolicy onOrphan, boolean fillNullIds) {
    /** Nothing is changed but ids that are NULL. */
    public static final MoveOptions DEFAULTS = new MoveOptions(NulPolicy.QUARANTINE, OrphanPolicy.QUARANTINE, true);

    /** What to do with U+0000, which PostgreSQL cannot store. */
    public enum NulPolicy {
        /** The row goes to quarantine. */
        QUARANTINE,
        /** It becomes U+2400, SYMBOL FOR NULL, except in keys and references; the original bytes are recorded. */
        ESCAPE
    }

    /** What to do with references to rows that do not exist. */
    public enum OrphanPolicy {
        /** The row goes to quarantine. */
        QUARANTINE,
        /** The reference becomes NULL where its column takes NULL; the original bytes are recorded. */
        DROP_REFERENCE
    }

    /** Checks that every part is there. */
    public MoveOptions {
        Objects.requireNonNull(onNul, "onNul");
        Objects.requireNonNull(onOrphan, "onOrphan");
    }

    /** Returns the options as the command line writes them. */
    @Override
    public String toString() {
        return "--on-nul=" + word(onNul) + " --on-orphan=" + word(onOrphan)
                + (fillNullIds ? " --fill-null-ids" : " --no-fill-null-ids");
    }

    /**
     * Reads options as {@link #toString()} writes them.
     *
     * @param text the options
     * @return them
     */
    public static MoveOptions parse(String text) {
        return new MoveOptions(
                text.contains("--on-nul=escape") ? NulPolicy.ESCAPE : NulPolicy.QUARANTINE,
                text.contains("--on-orphan=drop-reference") ? OrphanPolicy.DROP_REFERENCE : OrphanPolicy.QUARANTINE,
                !text.contains("--no-fill-null-ids"));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
