package io.synthlab.persistence.internal.query;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.SortOrder;
import io.synthlab.persistence.error.InvalidRequestException;
import io.synthlab.persistence.error.NotFoundException;
import io.synthlab.persistence.internal.search.RenderedSearch;
import io.synthlab.persistence.internal.search.SortKey;
import io.synthlab.persistence.internal.search.SynthColumn;
import io.synthlab.persistence.internal.search.SynthSearch;
import io.synthlab.persistence.synth.ExtremeCases;
import io.synthlab.persistence.synth.Synth;
import io.synthlab.persistence.synth.SynthGroup;
import io.synthlab.persistence.synth.SynthRepository;
import io.synthlab.persistence.synth.SynthSummary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decisions about synths and their groups that need no database. */
public final class SynthQueries {
    private static final List<String> SORTABLE = Arrays.stream(SynthColumn.values())
            .filter(column -> column != SynthColumn.DATA)
            .map(SynthColumn::sqlName)
            .toList();

    private SynthQueries() {}

    /**
     * Returns what a list reads.
     *
     * @param request sort
     * @param fields names of columns to fill; empty for all
     * @param groupId only this group, or {@code null} or empty for all
     * @return condition, total order and columns
     * @throws InvalidRequestException if the sort or a field is a well-formed name of no column
     */
    public static RenderedSearch listing(PageRequest request, List<String> fields, @Nullable String groupId) {
        boolean all = groupId == null || groupId.isEmpty();
        List<SortKey> order = new ArrayList<>();
        sortKey(request).ifPresent(order::add);
        if (order.isEmpty() || order.get(0).column() != SynthColumn.ID) {
            order.add(new SortKey(SynthColumn.ID, SortOrder.ASC));
        }
        return new RenderedSearch(
                all ? "1 = 1" : "synth_group_id = ?", all ? List.of() : List.of(groupId), order, columns(fields));
    }

    /**
     * Returns what a search reads.
     *
     * @param whereClause condition, or {@code null}
     * @param query complete SELECT, or {@code null}
     * @param request sort
     * @param kind which database
     * @return condition, total order and columns
     * @throws InvalidRequestException if the sort is a well-formed name of no column
     */
    public static RenderedSearch search(
            @Nullable String whereClause, @Nullable String query, PageRequest request, DatabaseKind kind) {
        SynthSearch search = SynthSearch.parse(whereClause, query);
        return sortKey(request).map(search::sortedFirstBy).orElse(search).render(kind);
    }

    private static Optional<SortKey> sortKey(PageRequest request) {
        return SortColumns.sortColumn(request, SORTABLE)
                .flatMap(SynthColumn::find)
                .map(column -> new SortKey(column, request.sortOrder()));
    }

    private static List<SynthColumn> columns(List<String> fields) {
        if (fields.isEmpty()) {
            return List.of(SynthColumn.values());
        }
        Set<SynthColumn> columns = EnumSet.of(SynthColumn.ID);
        for (String field : fields) {
            SortColumns.column(field, "fields", SynthRepository.COLUMNS)
                    .flatMap(SynthColumn::find)
                    .ifPresent(columns::add);
        }
        return List.copyOf(columns);
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
     * Returns the columns of a stored synth as lists show them.
     *
     * @param synth stored synth
     * @return the summary
     */
    public static SynthSummary summary(Synth synth) {
        return new SynthSummary(
                synth.id(),
                synth.synthGroupId(),
                synth.nome(),
                synth.descricao(),
                synth.linkPhoto(),
                synth.avatarPath(),
                synth.createdAt(),
                version(synth.version()));
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
