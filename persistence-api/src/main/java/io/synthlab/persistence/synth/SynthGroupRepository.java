package io.synthlab.persistence.synth;

import io.synthlab.persistence.Page;
import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.Reads;
import io.synthlab.persistence.Writes;
import io.synthlab.persistence.error.ConstraintViolationException;
import io.synthlab.persistence.error.InvalidRequestException;
import io.synthlab.persistence.error.ValidationException;
import java.util.Optional;

/** Stores groups of synths. A default group always exists; it cannot be deleted here. */
public interface SynthGroupRepository {
    /**
     * Returns the default group and creates it when it is missing. An existing row is never changed; safe for many
     * callers at once.
     *
     * @return the default group under whatever name it has now
     */
    @Writes
    SynthGroupSummary ensureDefaultGroup();

    /**
     * Stores a new group.
     *
     * @param group what to store
     * @return the argument
     * @throws ValidationException if it breaks a rule
     * @throws ConstraintViolationException of kind UNIQUE if the id exists; names may repeat
     */
    @Writes
    SynthGroup create(SynthGroup group);

    /**
     * Finds a group.
     *
     * @param groupId its id; of any form
     * @return the group with the number of its synths, empty if there is none
     */
    @Reads
    Optional<SynthGroupSummary> findById(String groupId);

    /**
     * Finds the newest group of a name; names may repeat, and ties are broken by id.
     *
     * @param name exact name
     * @return the group with the number of its synths, empty if there is none
     */
    @Reads
    Optional<SynthGroupSummary> findByName(String name);

    /**
     * Finds a group with all its synths.
     *
     * @param groupId its id; of any form
     * @return group and synths from one snapshot, empty if there is none
     */
    @Reads
    Optional<SynthGroupDetail> findDetail(String groupId);

    /**
     * Lists all groups, newest first, ties broken by id; {@code sortBy} is ignored. Order is that of the stored text:
     * the default group of an old file has a blank instead of T in it and comes after all others of its day.
     *
     * @param request limit and offset
     * @return one page
     */
    @Reads
    Page<SynthGroupSummary> list(PageRequest request);

    /**
     * Removes a group; its synths stay and belong to no group. Both happen or neither.
     *
     * @param groupId its id
     * @return whether there was one
     * @throws InvalidRequestException if it is the default group
     */
    @Writes
    boolean delete(String groupId);
}
