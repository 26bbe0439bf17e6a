package io.synthlab.persistence.synth;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A synth as lists show it. A column that was not asked for is {@code null}, {@code nome} empty and {@code version}
 * {@value Synth#DEFAULT_VERSION}.
 *
 * @param id its id
 * @param synthGroupId its group, or {@code null}
 * @param nome display name
 * @param descricao one-line description, or {@code null}
 * @param linkPhoto URL of a picture, or {@code null}
 * @param avatarPath path of the generated picture, or {@code null}
 * @param createdAt when it was created, or {@code null} if not asked for
 * @param version persona format, {@value Synth#DEFAULT_VERSION} if the row names none
 */
public record SynthSummary(
        String id,
        @Nullable String synthGroupId,
        String nome,
        @Nullable String descricao,
        @Nullable String linkPhoto,
        @Nullable String avatarPath,
        @Nullable Instant createdAt,
        String version) {
    /** Checks that the required parts are there. */
    public SynthSummary {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(nome, "nome");
        Objects.requireNonNull(version, "version");
    }
}
