package io.synthlab.persistence.jpa.synth;

import io.synthlab.persistence.Page;
import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.internal.query.SnapshotPage;
import io.synthlab.persistence.internal.search.RenderedSearch;
import io.synthlab.persistence.synth.SynthSummary;
import java.time.ZoneId;
import java.util.List;
import org.hibernate.StatelessSession;
import org.hibernate.query.NativeQuery;

/** Runs a search: its condition is SQL of the database, which HQL cannot say. */
final class SynthSearches {
    private final StatelessSession session;
    private final RenderedSearch search;

    SynthSearches(StatelessSession session, RenderedSearch search) {
        this.session = session;
        this.search = search;
    }

    Page<SynthSummary> page(PageRequest request, ZoneId naiveZone) {
        return SnapshotPage.read(request, () -> rows(request, naiveZone), this::count);
    }

    private List<SnapshotPage.Row<SynthSummary>> rows(PageRequest request, ZoneId naiveZone) {
        NativeQuery<Object[]> query = session.createNativeQuery(SynthStatements.searchPage(search), Object[].class)
                .addScalar("id", String.class)
                .addScalar("synth_group_id", String.class)
                .addScalar("nome", String.class)
                .addScalar("descricao", String.class)
                .addScalar("link_photo", String.class)
                .addScalar("avatar_path", String.class)
                .addScalar("created_at", String.class)
                .addScalar("version", String.class)
                .addScalar("total", Long.class);
        return bound(query, 2).setMaxResults(request.limit()).setFirstResult(request.offset()).list().stream()
                .map(columns -> row(columns).toPageRow(search.columns(), naiveZone))
                .toList();
    }

    private long count() {
        NativeQuery<Long> query = session.createNativeQuery(SynthStatements.searchCount(search), Long.class)
                .addScalar("total", Long.class);
        return bound(query, 1).getSingleResult();
    }

    /** Binds the parameters as often as the condition stands in the statement. */
    private <T> NativeQuery<T> bound(NativeQuery<T> query, int times) {
        int position = 1;
        for (int time = 0; time < times; time++) {
            for (Object parameter : search.parameters()) {
                query.setParameter(position++, parameter);
            }
        }
        return query;
    }

    private static SynthRow row(Object[] columns) {
        return new SynthRow(
                (String) columns[0],
                (String) columns[1],
                (String) columns[2],
                (String) columns[3],
                (String) columns[4],
                (String) columns[5],
                (String) columns[6],
                (String) columns[7],
                (Long) columns[8]);
    }
}
