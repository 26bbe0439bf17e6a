package io.synthlab.persistence.synth;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A synth as the detail of its group shows it.
 *
 * @param id its id
 * @param nome display name
 * @param descricao one-line description, or {@code null}
 * @param avatarPath stored path of its picture, or {@code null}
 * @param synthGroupId the group
 * @param createdAt when it was created
 */
public record GroupSynth(
        String id,
        String nome,
        @Nullable String descricao,
        @Nullable String avatarPath,
        @Nullable String synthGroupId,
        Instant createdAt) {
    /** Checks that the required parts are there. */
    public GroupSynth {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(nome, "nome");
        Objects.requireNonNull(createdAt, "createdAt");
    }
}
