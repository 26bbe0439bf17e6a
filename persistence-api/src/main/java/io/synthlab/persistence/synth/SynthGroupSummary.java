package io.synthlab.persistence.synth;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A group as lists show it.
 *
 * @param id its id
 * @param name its label
 * @param description text, or {@code null}
 * @param synthCount how many synths refer to it
 * @param createdAt when it was created
 */
public record SynthGroupSummary(
        String id, String name, @Nullable String description, long synthCount, Instant createdAt) {
    /** Checks that the required parts are there. */
    public SynthGroupSummary {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(createdAt, "createdAt");
    }
}
