package io.synthlab.persistence.internal.row;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.document.DocumentStatus;
import io.synthlab.persistence.document.DocumentType;
import io.synthlab.persistence.document.ExperimentDocument;
import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.text.EnumText;
import io.synthlab.persistence.research.PrfaqStatus;
import io.synthlab.persistence.research.PrfaqValidation;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Columns of documents and PR-FAQs, and what NULL and empty text stand for in those that may hold them. */
public final class GeneratedColumns {
    private GeneratedColumns() {}

    /**
     * Reads the type of a document.
     *
     * @param stored stored text
     * @return the constant
     * @throws ValidationException if there is no such constant
     */
    public static DocumentType documentType(String stored) {
        return EnumText.parse(DocumentType.class, stored, "document_type");
    }

    /**
     * Reads the state of a document.
     *
     * @param stored stored text
     * @return the constant
     * @throws ValidationException if there is no such constant
     */
    public static DocumentStatus documentStatus(String stored) {
        return EnumText.parse(DocumentStatus.class, stored, "status");
    }

    /**
     * Reads the state of a PR-FAQ.
     *
     * @param stored stored text
     * @return the constant
     * @throws ValidationException if there is no such constant
     */
    public static PrfaqStatus prfaqStatus(String stored) {
        return EnumText.parse(PrfaqStatus.class, stored, "status");
    }

    /**
     * Reads the language model of a document.
     *
     * @param stored stored text, or {@code null}
     * @return the text, or the default model where there is none
     */
    public static String model(@Nullable String stored) {
        return stored == null || stored.isEmpty() ? ExperimentDocument.DEFAULT_MODEL : stored;
    }

    /**
     * Reads the metadata of a document.
     *
     * @param stored stored text, or {@code null}
     * @return the object, or {@code null} where there is none
     * @throws ValidationException if the text is JSON, but no object
     */
    public static @Nullable JsonValue metadata(@Nullable String stored) {
        if (stored == null || stored.isEmpty()) {
            return null;
        }
        JsonValue metadata = JsonValue.ofStored(stored);
        if (!metadata.isObject()) {
            throw new ValidationException("metadata must be a JSON object");
        }
        return metadata;
    }

    /**
     * Reads what the validation of a PR-FAQ came to.
     *
     * @param stored stored text, or {@code null}
     * @return the constant; valid where there is no text
     * @throws ValidationException if there is no such constant
     */
    public static PrfaqValidation validation(@Nullable String stored) {
        return stored == null || stored.isEmpty()
                ? PrfaqValidation.VALID
                : EnumText.parse(PrfaqValidation.class, stored, "validation_status");
    }

    /**
     * Tells which documents there are.
     *
     * @param types stored types of those there are; others than the known ones do not count
     * @return whether there is one, for every type in the order of the enum
     */
    public static Map<DocumentType, Boolean> existing(Collection<String> types) {
        Map<DocumentType, Boolean> existing = new EnumMap<>(DocumentType.class);
        for (DocumentType type : DocumentType.values()) {
            existing.put(type, types.contains(type.text()));
        }
        return Collections.unmodifiableMap(existing);
    }
}
