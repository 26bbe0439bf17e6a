package io.synthlab.persistence.synth;

import io.synthlab.persistence.error.ValidationException;
import io.synthlab.persistence.internal.id.Ids;
import io.synthlab.persistence.internal.text.Rules;
import io.synthlab.persistence.internal.text.StorableText;
import io.synthlab.persistence.internal.time.Timestamps;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A batch of synths that were generated together: one row of {@code synth_groups}.
 *
 * @param id {@code grp_} and eight hex digits
 * @param name label; not blank, of any length, need not be unique
 * @param description text, or {@code null}
 * @param createdAt when it was created, in microseconds
 */
public record SynthGroup(String id, String name, @Nullable String description, Instant createdAt) {
    /** Id of the group that always exists. */
    public static final String DEFAULT_ID = "grp_00000001";
    /** Name of the default group. */
    public static final String DEFAULT_NAME = "Default";
    /** Description of the default group. */
    public static final String DEFAULT_DESCRIPTION = "Grupo padrão para synths sem grupo específico";

    private static final String ID_PREFIX = "grp_";
    private static final Pattern ID = Pattern.compile("grp_[a-f0-9]{8}");

    /** Checks that the required parts are there and cuts the time to microseconds. */
    public SynthGroup {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        createdAt = Timestamps.truncate(createdAt);
    }

    /**
     * Returns a new group with a new id, created now.
     *
     * @param name label
     * @return the group
     * @throws ValidationException if the name is blank or cannot be stored
     */
    public static SynthGroup of(String name) {
        return of(newId(), name, null, Instant.now());
    }

    /**
     * Returns a checked group.
     *
     * @param id {@code grp_} and eight hex digits
     * @param name label
     * @param description text, or {@code null}
     * @param createdAt when it was created
     * @return the group
     * @throws ValidationException if id or text breaks a rule
     */
    public static SynthGroup of(String id, String name, @Nullable String description, Instant createdAt) {
        return new SynthGroup(id, name, description, createdAt).validated();
    }

    /**
     * Returns the group that synths without a group belong to.
     *
     * @param createdAt when it was created
     * @return the default group
     */
    public static SynthGroup defaultGroup(Instant createdAt) {
        return of(DEFAULT_ID, DEFAULT_NAME, DEFAULT_DESCRIPTION, createdAt);
    }

    /** Returns a new random id; 32 random bits, so that a create may still meet one that exists. */
    public static String newId() {
        return Ids.random(ID_PREFIX);
    }

    /**
     * Checks every rule.
     *
     * @return this group
     * @throws ValidationException if a value breaks a rule; names the field
     */
    public SynthGroup validated() {
        Rules.id(id, "synth_groups.id", ID);
        Rules.notBlank(name, "synth_groups.name", Integer.MAX_VALUE);
        StorableText.require(description, "synth_groups.description");
        return this;
    }
}
