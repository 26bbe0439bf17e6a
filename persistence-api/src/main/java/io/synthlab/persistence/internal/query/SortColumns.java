package io.synthlab.persistence.internal.query;

import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.error.InvalidRequestException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which column a caller's name means: malformed names are ignored, well-formed unknown ones refused. */
public final class SortColumns {
    private static final Pattern WELL_FORMED = Pattern.compile("_*[\\p{L}\\p{N}][\\p{L}\\p{N}_]*");

    private SortColumns() {}

    /**
     * Returns the column to sort by.
     *
     * @param request what the caller asked for
     * @param allowed columns that can be sorted by
     * @return the column as the schema spells it; empty if none was asked for or the name is malformed
     * @throws InvalidRequestException if the name is well-formed but not allowed, a column number included
     */
    public static Optional<String> sortColumn(PageRequest request, List<String> allowed) {
        return request.sortBy() == null ? Optional.empty() : column(request.sortBy(), "sort_by", allowed);
    }

    /**
     * Returns the column that a name means.
     *
     * @param name name a caller gave
     * @param parameter where it was given, for the message
     * @param allowed columns there are
     * @return the column as the schema spells it; empty if the name is malformed
     * @throws InvalidRequestException if the name is well-formed but not allowed
     */
    public static Optional<String> column(String name, String parameter, List<String> allowed) {
        if (!WELL_FORMED.matcher(name).matches()) {
            return Optional.empty();
        }
        String wanted = name.toLowerCase(Locale.ROOT);
        if (!allowed.contains(wanted)) {
            throw new InvalidRequestException(
                    parameter + " must be one of " + String.join(", ", allowed) + "; the name given is none of them");
        }
        return Optional.of(wanted);
    }
}
