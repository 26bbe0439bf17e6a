package io.synthlab.persistence.synth;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.json.StorableJson;
import io.synthlab.persistence.internal.text.Rules;
import io.synthlab.persistence.internal.text.StorableText;
import io.synthlab.persistence.internal.time.Timestamps;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A synthetic persona as it is stored: one row of {@code synths}, its document unchanged.
 *
 * @param id six letters or digits
 * @param synthGroupId its group, or {@code null} for none; on write {@code null} means the default group
 * @param nome display name; empty when unknown
 * @param descricao one-line description, or {@code null}
 * @param linkPhoto URL of a picture, or {@code null}
 * @param avatarPath path of the generated picture, or {@code null}
 * @param createdAt when it was created, in microseconds
 * @param version persona format, for example {@code 2.3.0}; {@code null} only in old rows
 * @param data all nested attributes, an object whose shape depends on the format, or {@code null}
 */
public record Synth(
        String id,
        @Nullable String synthGroupId,
        String nome,
        @Nullable String descricao,
        @Nullable String linkPhoto,
        @Nullable String avatarPath,
        Instant createdAt,
        @Nullable String version,
        @Nullable JsonValue data) {
    /** Persona format of rows that name none; the column's default. */
    public static final String DEFAULT_VERSION = "2.0.0";

    private static final Pattern ID = Pattern.compile("[a-zA-Z0-9]{6}");

    /** Checks that the required parts are there and cuts the time to microseconds. */
    public Synth {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(nome, "nome");
        createdAt = Timestamps.truncate(createdAt);
    }

    /**
     * Returns a checked synth without group, pictures and description.
     *
     * @param id six letters or digits
     * @param nome display name
     * @param createdAt when it was created
     * @param version persona format
     * @param data nested attributes, or {@code null}
     * @return the synth
     * @throws ValidationException if a value breaks a rule
     */
    public static Synth of(String id, String nome, Instant createdAt, String version, @Nullable JsonValue data) {
        return new Synth(id, null, nome, null, null, null, createdAt, version, data).validated();
    }

    /**
     * Returns this synth in another group.
     *
     * @param groupId the group, or {@code null}
     * @return the new synth
     */
    public Synth withGroup(@Nullable String groupId) {
        return new Synth(id, groupId, nome, descricao, linkPhoto, avatarPath, createdAt, version, data);
    }

    /**
     * Returns this synth with another avatar.
     *
     * @param path path of the picture, or {@code null}
     * @return the new synth
     * @throws ValidationException if the path cannot be stored
     */
    public Synth withAvatarPath(@Nullable String path) {
        return new Synth(id, synthGroupId, nome, descricao, linkPhoto, path, createdAt, version, data).validated();
    }

    /**
     * Checks every rule.
     *
     * @return this synth
     * @throws ValidationException if a value breaks a rule; names the field
     */
    public Synth validated() {
        Rules.id(id, "synths.id", ID);
        StorableText.require(synthGroupId, "synths.synth_group_id");
        StorableText.require(nome, "synths.nome");
        StorableText.require(descricao, "synths.descricao");
        StorableText.require(linkPhoto, "synths.link_photo");
        StorableText.require(avatarPath, "synths.avatar_path");
        StorableText.require(version, "synths.version");
        if (data != null && !data.isObject()) {
            throw new ValidationException("synths.data must be a JSON object");
        }
        StorableJson.require(data, "synths.data");
        return this;
    }
}
