package io.synthlab.persistence.jpa.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.metamodel.mapping.BasicValuedModelPart;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one table to entities, by Hibernate's mapping.
 *
 * @param <E> the entity
 */
final class EntityRows<E> {
    private final SessionFactoryImplementor factory;
    private final Class<E> entity;
    private final EntityPersister persister;
    private final BasicValuedModelPart key;
    private final List<BasicValuedModelPart> attributes = new ArrayList<>();

    /** Reads the mapping of an entity; each attribute, the key included, is one column. */
    EntityRows(SessionFactoryImplementor factory, Class<E> entity) {
        this.factory = factory;
        this.entity = entity;
        persister = factory.getMappingMetamodel().getEntityDescriptor(entity);
        key = (BasicValuedModelPart) persister.getIdentifierMapping();
        persister.getAttributeMappings().forEach(attribute -> attributes.add((BasicValuedModelPart) attribute));
    }

    boolean isOfAnother(SessionFactoryImplementor other) {
        return factory != other;
    }

    /**
     * Returns the columns, joined by commas, in the order in which they are read.
     *
     * @param alias alias of the table, or {@code null} for none
     */
    String columns(@Nullable String alias) {
        String path = alias == null ? "" : alias + ".";
        return Stream.concat(Stream.of(key), attributes.stream())
                .map(column -> path + column.getSelectionExpression())
                .collect(Collectors.joining(", "));
    }

    /** Reads the row a result is at. */
    E read(ResultSet row, SharedSessionContractImplementor session) throws SQLException {
        Object[] values = new Object[attributes.size()];
        for (int at = 0; at < values.length; at++) {
            values[at] = value(attributes.get(at), row, at + 2, session);
        }
        Object read = persister.getRepresentationStrategy().getInstantiator().instantiate();
        persister.setIdentifier(read, value(key, row, 1, session), session);
        persister.setValues(read, values);
        return entity.cast(read);
    }

    private static Object value(
            BasicValuedModelPart column, ResultSet row, int position, SharedSessionContractImplementor session)
            throws SQLException {
        return column.getJdbcMapping().getJdbcValueExtractor().extract(row, position, session);
    }
}
