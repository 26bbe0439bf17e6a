package io.synthlab.persistence.error;

import java.util.Map;

/** No synth has the given id. */
public final class SynthNotFoundException extends NotFoundException {
    private static final long serialVersionUID = 1L;

    /** Code of this error. */
    public static final String CODE = "SYNTH_NOT_FOUND";

    /**
     * Creates the error.
     *
     * @param synthId the id that was looked for; becomes detail {@code synth_id}
     */
    public SynthNotFoundException(String synthId) {
        super(CODE, "Synth not found: " + synthId, Map.of("synth_id", synthId));
    }
}
