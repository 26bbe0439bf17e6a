package io.synthlab.persistence.synth;

import io.synthlab.persistence.Page;
import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.Reads;
import io.synthlab.persistence.Writes;
import io.synthlab.persistence.error.ConstraintViolationException;
import io.synthlab.persistence.error.InvalidQueryException;
import io.synthlab.persistence.error.InvalidRequestException;
import io.synthlab.persistence.error.NotFoundException;
import io.synthlab.persistence.error.SynthNotFoundException;
import io.synthlab.persistence.error.UnreadableRowException;
import io.synthlab.persistence.error.ValidationException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stores synths.
 *
 * <p>Lists sort by {@code sortBy} if it names a column, ties broken by id, NULL lowest; without one by id ascending. A
 * malformed name is ignored, a well-formed unknown one refused.
 */
public interface SynthRepository {
    /** Columns that lists can be restricted to and, except {@code data}, sorted by. */
    List<String> COLUMNS = List.of(
            "id", "synth_group_id", "nome", "descricao", "link_photo", "avatar_path", "created_at", "version", "data");

    /**
     * Lists synths with all columns.
     *
     * @param request limit, offset and sort
     * @return one page
     * @throws InvalidRequestException if {@code sortBy} is an unknown column
     */
    @Reads
    default Page<SynthSummary> list(PageRequest request) {
        return list(request, List.of(), null);
    }

    /**
     * Lists synths.
     *
     * @param request limit, offset and sort
     * @param fields columns to fill; empty for all. {@code id} is always filled, malformed names are ignored, and if
     *     none is left only {@code id} is filled
     * @param synthGroupId only synths of this group; {@code null} or empty for all
     * @return one page
     * @throws InvalidRequestException if {@code sortBy} or a field is an unknown column
     */
    @Reads
    Page<SynthSummary> list(PageRequest request, List<String> fields, @Nullable String synthGroupId);

    /**
     * Lists the synths of a group.
     *
     * @param synthGroupId the group
     * @param request limit, offset and sort
     * @return one page; empty if there is no such group
     * @throws InvalidRequestException if the group id is empty
     */
    @Reads
    Page<SynthSummary> listByGroup(String synthGroupId, PageRequest request);

    /**
     * Finds a synth as it is stored.
     *
     * @param synthId its id
     * @return the synth, empty if there is none
     */
    @Reads
    Optional<Synth> findById(String synthId);

    /**
     * Returns a synth with what is understood of its document.
     *
     * @param synthId its id
     * @return the synth
     * @throws SynthNotFoundException if there is none
     * @throws UnreadableRowException if a value of the document is out of range; names the field
     */
    @Reads
    SynthDetail getById(String synthId);

    /**
     * Searches with the original's SQL text, parsed as a closed grammar: known columns, {@code json_extract(data,
     * '$.path')}, comparison, AND, OR, NOT, IN, BETWEEN, LIKE, IS NULL and literals. It means the same on both
     * databases.
     *
     * @param whereClause a condition of at most 1000 characters; {@code null} or empty for none
     * @param query a complete {@code SELECT … FROM synths …}; wins over the condition unless {@code null} or empty
     * @param request limit, offset and sort
     * @return one page
     * @throws InvalidQueryException if the text is outside of the grammar
     * @throws InvalidRequestException if {@code sortBy} is an unknown column
     */
    @Reads
    Page<SynthSummary> search(@Nullable String whereClause, @Nullable String query, PageRequest request);

    /**
     * Returns where the picture of a synth is; whether the file exists is not checked.
     *
     * @param synthId its id
     * @return the stored path as it is, or {@code <avatar directory>/<id>.png} if none is stored
     * @throws SynthNotFoundException if there is no such synth
     */
    @Reads
    Path getAvatarPath(String synthId);

    /**
     * Returns the synths that did best and worst in the completed analysis of an experiment.
     *
     * @param experimentId the experiment; deleted or not
     * @param topN how many of each, 0 or more
     * @return both lists, each with {@code topN} ids; a synth may be in both
     * @throws NotFoundException if there is no completed analysis
     * @throws InvalidRequestException if {@code topN} is negative or there are fewer outcomes
     */
    @Reads
    ExtremeCases getExtremeCases(String experimentId, int topN);

    /**
     * Lists the synths of the completed analysis of an experiment as input of a simulation, by id. Outcomes whose synth
     * is gone and synths without a document are left out.
     *
     * @param experimentId the experiment; deleted or not
     * @param limit synths at most, 0 or more
     * @return the inputs, possibly none
     * @throws NotFoundException if there is no completed analysis
     * @throws InvalidRequestException if {@code limit} is negative
     * @throws UnreadableRowException if a document's observable is out of range
     */
    @Reads
    List<SimulationSynth> listForSimulation(String experimentId, int limit);

    /**
     * Lists the fields a search can use.
     *
     * @return eight fields, always the same
     */
    @Reads
    default List<SynthFieldInfo> listFields() {
        return SynthFieldInfo.all();
    }

    /**
     * Stores a synth, or replaces the one of its id as a whole. Without a group it joins the default group, which is
     * created if missing.
     *
     * @param synth what to store
     * @return what was stored, with its group
     * @throws ValidationException if it breaks a rule
     * @throws ConstraintViolationException of kind FOREIGN_KEY if there is no such group
     */
    @Writes
    default Synth save(Synth synth) {
        return saveAll(List.of(synth)).get(0);
    }

    /**
     * Stores synths as {@link #save} does, all of them or none. Of two with one id the later one counts.
     *
     * @param synths what to store, possibly none
     * @return what was stored, in the order of the argument
     * @throws ValidationException if one breaks a rule; nothing is stored
     * @throws ConstraintViolationException of kind FOREIGN_KEY if a group does not exist; nothing is stored
     */
    @Writes
    List<Synth> saveAll(List<Synth> synths);

    /**
     * Changes the stored path of a synth's picture.
     *
     * @param synthId its id
     * @param avatarPath the new path, or {@code null} for none
     * @return whether there is such a synth
     * @throws ValidationException if the path cannot be stored
     */
    @Writes
    boolean updateAvatarPath(String synthId, @Nullable String avatarPath);
}
