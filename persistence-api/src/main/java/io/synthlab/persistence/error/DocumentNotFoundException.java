package io.synthlab.persistence.error;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An experiment has no document of the given type, or none at all.
 *
 * <p>For hosts: no repository throws it, as in the original, where it has no code of its own.
 */
public final class DocumentNotFoundException extends NotFoundException {
    private static final long serialVersionUID = 1L;

    private final String experimentId;
    private final @Nullable String documentType;

    /**
     * Creates the error.
     *
     * @param experimentId the experiment; becomes detail {@code experiment_id}
     * @param documentType the type as the column holds it, for example {@code summary}; becomes detail {@code
     *     document_type}; {@code null} if any type would have done
     */
    public DocumentNotFoundException(String experimentId, @Nullable String documentType) {
        super(CODE, message(experimentId, documentType), details(experimentId, documentType));
        this.experimentId = experimentId;
        this.documentType = documentType;
    }

    /** Returns the experiment that was looked at. */
    public String experimentId() {
        return experimentId;
    }

    /** Returns the type that was looked for, {@code null} if any would have done. */
    public @Nullable String documentType() {
        return documentType;
    }

    private static String message(String experimentId, @Nullable String documentType) {
        return documentType == null
                ? "No documents found for experiment " + experimentId
                : "Document '" + documentType + "' not found for experiment " + experimentId;
    }

    private static Map<String, String> details(String experimentId, @Nullable String documentType) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("experiment_id", experimentId);
        if (documentType != null) {
            details.put("document_type", documentType);
        }
        return details;
    }
}
