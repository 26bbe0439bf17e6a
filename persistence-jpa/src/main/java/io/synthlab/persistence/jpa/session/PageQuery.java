package io.synthlab.persistence.jpa.session;

import io.synthlab.persistence.CountedList;
import io.synthlab.persistence.Page;
import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.error.InvalidRequestException;
import io.synthlab.persistence.internal.query.SnapshotPage;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;

/**
 * HQL that lists page by page, each page with its total in one statement.
 *
 * @param <R> record of a row
 * @param rows HQL of the rows in a total order; one column is the total. It may cut the page out itself, by parameters
 *     {@code :limit} and {@code :offset}
 * @param count HQL that counts all rows, for a page without any
 * @param row type of a row
 * @param parameters values of the named parameters, the same in both
 */
public record PageQuery<R>(String rows, String count, Class<R> row, Map<String, ?> parameters) {
    /** Copies the parameters. */
    public PageQuery {
        parameters = Map.copyOf(parameters);
    }

    /**
     * Reads a page.
     *
     * @param <T> what is listed
     * @param session session of the unit of work
     * @param request limit and offset
     * @param mapper makes an item and its total of a row
     * @return the page
     */
    public <T> Page<T> run(StatelessSession session, PageRequest request, Function<R, SnapshotPage.Row<T>> mapper) {
        CountedList<T> page = run(session, request.limit(), request.offset(), mapper);
        return new Page<>(page.items(), page.total(), request);
    }

    /**
     * Reads a part of a list.
     *
     * @param <T> what is listed
     * @param session session of the unit of work
     * @param limit rows at most, 0 or more
     * @param offset rows to skip, 0 or more
     * @param mapper makes an item and its total of a row
     * @return the part
     * @throws InvalidRequestException if a number is negative
     */
    public <T> CountedList<T> run(
            StatelessSession session, int limit, int offset, Function<R, SnapshotPage.Row<T>> mapper) {
        return SnapshotPage.read(limit, offset, () -> list(session, limit, offset, mapper), () -> count(session));
    }

    private <T> List<SnapshotPage.Row<T>> list(
            StatelessSession session, int limit, int offset, Function<R, SnapshotPage.Row<T>> mapper) {
        SelectionQuery<R> query = bound(session.createSelectionQuery(rows, row));
        if (rows.contains(":limit")) {
            query.setParameter("limit", limit).setParameter("offset", offset);
        } else {
            query.setMaxResults(limit).setFirstResult(offset);
        }
        return query.list().stream().map(mapper).toList();
    }

    private long count(StatelessSession session) {
        return bound(session.createSelectionQuery(count, Long.class)).getSingleResult();
    }

    private <Q> SelectionQuery<Q> bound(SelectionQuery<Q> query) {
        parameters.forEach(query::setParameter);
        return query;
    }
}
