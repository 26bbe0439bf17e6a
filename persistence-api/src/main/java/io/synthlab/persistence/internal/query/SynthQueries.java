package io.synthlab.persistence.internal.query;

import io.synthlab.persistence.error.InvalidRequestException;
import io.synthlab.persistence.error.NotFoundException;
import io.synthlab.persistence.synth.ExtremeCases;
import io.synthlab.persistence.synth.Synth;
import io.synthlab.persistence.synth.SynthGroup;
import io.synthlab.persistence.synth.SynthRepository;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decisions about synths and their groups that need no database. */
public final class SynthQueries {
    private static final String ID = "id";

    private SynthQueries() {}

    /**
     * Returns the columns a list fills.
     *
     * @param fields names a caller gave; empty for all
     * @return columns as the schema spells them; {@code id} is always among them and first unless it was named
     * @throws InvalidRequestException if a well-formed name is no column
     */
    public static List<String> columns(List<String> fields) {
        if (fields.isEmpty()) {
            return SynthRepository.COLUMNS;
        }
        Set<String> columns = new LinkedHashSet<>();
        for (String field : fields) {
            SortColumns.column(field, "fields", SynthRepository.COLUMNS).ifPresent(columns::add);
        }
        List<String> all = new ArrayList<>(columns);
        if (!columns.contains(ID)) {
            all.add(0, ID);
        }
        return all;
    }

    /**
     * Refuses an empty group id: it would mean every group.
     *
     * @param groupId what a caller gave
     * @throws InvalidRequestException if it is empty
     */
    public static void requireGroup(String groupId) {
        if (groupId.isEmpty()) {
            throw new InvalidRequestException("the group id must not be empty; use list() for synths of all groups");
        }
    }

    /**
     * Refuses to delete the group that always exists.
     *
     * @param groupId the group
     * @throws InvalidRequestException if it is the default group
     */
    public static void requireDeletable(String groupId) {
        if (groupId.equals(SynthGroup.DEFAULT_ID)) {
            throw new InvalidRequestException("the default group " + groupId + " cannot be deleted");
        }
    }

    /**
     * Refuses a negative number.
     *
     * @param value the number
     * @param parameter its name
     * @throws InvalidRequestException if it is negative
     */
    public static void requireNotNegative(int value, String parameter) {
        if (value < 0) {
            throw new InvalidRequestException(parameter + " must be 0 or more but was " + value);
        }
    }

    /**
     * Returns the error for an experiment without a completed analysis.
     *
     * @param experimentId the experiment
     * @return the error to throw
     */
    public static NotFoundException noCompletedAnalysis(String experimentId) {
        return new NotFoundException(
                NotFoundException.CODE,
                "No completed analysis found for experiment " + experimentId,
                Map.of("experiment_id", experimentId));
    }

    /**
     * Puts both lists together. The number that is needed counts both lists, as in the original.
     *
     * @param top best synths
     * @param bottom worst synths
     * @param topN how many of each were asked for
     * @return both lists
     * @throws InvalidRequestException if there are too few
     */
    public static ExtremeCases extremeCases(List<String> top, List<String> bottom, int topN) {
        int found = top.size() + bottom.size();
        long needed = 2L * topN;
        if (found < needed) {
            throw new InvalidRequestException(
                    "Insufficient synths for extreme cases: need " + needed + ", found " + found);
        }
        return new ExtremeCases(top, bottom);
    }

    /**
     * Returns where the picture of a synth is.
     *
     * @param directory where pictures are when none is stored
     * @param synthId the synth
     * @param stored stored path, or {@code null}
     * @return the stored path as it is, otherwise a file in the directory
     * @throws InvalidRequestException if the id would lead out of the directory
     */
    public static Path avatarPath(Path directory, String synthId, @Nullable String stored) {
        if (stored != null && !stored.isEmpty()) {
            return Path.of(stored);
        }
        Path file = directory.resolve(synthId + ".png");
        if (!directory.normalize().equals(file.normalize().getParent())) {
            throw new InvalidRequestException("the synth's id cannot be a file name; store a path for its picture");
        }
        return file;
    }

    /**
     * Returns the persona format to show.
     *
     * @param stored stored format, or {@code null}
     * @return the stored format, {@value Synth#DEFAULT_VERSION} if there is none
     */
    public static String version(@Nullable String stored) {
        return stored == null || stored.isEmpty() ? Synth.DEFAULT_VERSION : stored;
    }

    /**
     * Gives the default group to synths that have none, after checking every rule.
     *
     * @param synths synths to be stored
     * @return checked synths in the same order, each with a group
     */
    public static List<Synth> prepared(List<Synth> synths) {
        return synths.stream()
                .map(Synth::validated)
                .map(synth -> synth.synthGroupId() == null ? synth.withGroup(SynthGroup.DEFAULT_ID) : synth)
                .toList();
    }

    /**
     * Returns what to write: of two synths with one id the later one, by id, so that two callers lock in one order.
     *
     * @param synths prepared synths
     * @return one synth per id
     */
    public static List<Synth> lastOfEach(List<Synth> synths) {
        Map<String, Synth> last = new LinkedHashMap<>();
        synths.forEach(synth -> last.put(synth.id(), synth));
        return last.values().stream().sorted(Comparator.comparing(Synth::id)).toList();
    }
}
