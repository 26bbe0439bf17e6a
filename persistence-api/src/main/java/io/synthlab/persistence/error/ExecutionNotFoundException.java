package io.synthlab.persistence.error;

import java.util.Map;

/** No batch of interviews has the given id. */
public final class ExecutionNotFoundException extends NotFoundException {
    private static final long serialVersionUID = 1L;

    /** Code of this error. */
    public static final String CODE = "EXECUTION_NOT_FOUND";

    /**
     * Creates the error.
     *
     * @param execId the id that was looked for; becomes detail {@code exec_id}
     */
    public ExecutionNotFoundException(String execId) {
        super(CODE, "Research execution not found: " + execId, Map.of("exec_id", execId));
    }
}
