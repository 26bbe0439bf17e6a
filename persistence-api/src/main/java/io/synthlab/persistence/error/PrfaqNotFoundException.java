package io.synthlab.persistence.error;

import java.util.Map;

/** No PR-FAQ belongs to the given batch of interviews. */
public final class PrfaqNotFoundException extends NotFoundException {
    private static final long serialVersionUID = 1L;

    /** Code of this error. */
    public static final String CODE = "PRFAQ_NOT_FOUND";

    /**
     * Creates the error.
     *
     * @param execId the batch that was looked for; becomes detail {@code exec_id}
     */
    public PrfaqNotFoundException(String execId) {
        super(CODE, "PR-FAQ not found for execution: " + execId, Map.of("exec_id", execId));
    }
}
