package io.synthlab.persistence.jpa.session;

import io.synthlab.persistence.Page;
import io.synthlab.persistence.PageRequest;
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
 * @param rows HQL of the rows in a total order; one column is the total
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
        return SnapshotPage.read(request, () -> list(session, request, mapper), () -> count(session));
    }

    private <T> List<SnapshotPage.Row<T>> list(
            StatelessSession session, PageRequest request, Function<R, SnapshotPage.Row<T>> mapper) {
        return bound(session.createSelectionQuery(rows, row))
                .setMaxResults(request.limit())
                .setFirstResult(request.offset())
                .list()
                .stream()
                .map(mapper)
                .toList();
    }

    private long count(StatelessSession session) {
        return bound(session.createSelectionQuery(count, Long.class)).getSingleResult();
    }

    private <Q> SelectionQuery<Q> bound(SelectionQuery<Q> query) {
        parameters.forEach(query::setParameter);
        return query;
    }
}
