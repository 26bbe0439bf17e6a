package io.synthlab.persistence.jpa.dialect;

import java.util.ArrayList;
import java.util.List;
import org.hibernate.jdbc.Expectation;
import org.hibernate.sql.ast.spi.AbstractSqlAstTranslator;
import org.hibernate.sql.model.MutationOperation;
import org.hibernate.sql.model.ast.ColumnValueBinding;
import org.hibernate.sql.model.internal.OptionalTableUpdate;
import org.hibernate.sql.model.jdbc.UpsertOperation;

/**
 * Renders the upsert of an entity as {@code INSERT … ON CONFLICT … DO UPDATE}.
 *
 * <p>Hibernate's own forms are a MERGE, which fails when two writers bring the same new key, or an UPDATE followed by an
 * INSERT. This one is a plain operation: what wraps it in a delete-or-upsert runs by itself and loses JDBC batching.
 */
final class ConflictUpsert {
    private final AbstractSqlAstTranslator<?> out;

    private ConflictUpsert(AbstractSqlAstTranslator<?> out) {
        this.out = out;
    }

    /**
     * Renders an upsert.
     *
     * @param update key and values
     * @param out translator of the dialect, for this statement
     * @return the operation; replaces every column of an existing row
     */
    static MutationOperation of(OptionalTableUpdate update, AbstractSqlAstTranslator<?> out) {
        new ConflictUpsert(out).render(update);
        return new UpsertOperation(
                update.getMutatingTable().getTableMapping(),
                update.getMutationTarget(),
                out.getSql(),
                new Expectation.RowCount(),
                out.getParameterBinders());
    }

    private void render(OptionalTableUpdate update) {
        List<ColumnValueBinding> all = new ArrayList<>(update.getKeyBindings());
        all.addAll(update.getValueBindings());
        out.appendSql("insert into ");
        out.appendSql(update.getMutatingTable().getTableName());
        list(all, this::column);
        out.appendSql(" values ");
        list(all, binding -> binding.getValueExpression().accept(out));
        out.appendSql(" on conflict ");
        list(update.getKeyBindings(), this::column);
        out.appendSql(" do update set ");
        items(update.getValueBindings(), binding -> {
            column(binding);
            out.appendSql("=excluded.");
            column(binding);
        });
    }

    private void list(List<ColumnValueBinding> bindings, Part part) {
        out.appendSql('(');
        items(bindings, part);
        out.appendSql(')');
    }

    private void items(List<ColumnValueBinding> bindings, Part part) {
        String separator = "";
        for (ColumnValueBinding binding : bindings) {
            out.appendSql(separator);
            part.write(binding);
            separator = ",";
        }
    }

    private void column(ColumnValueBinding binding) {
        out.appendSql(binding.getColumnReference().getColumnExpression());
    }

    private interface Part {
        void write(ColumnValueBinding binding);
    }
}
