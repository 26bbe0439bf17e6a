package io.synthlab.persistence.jpa.dialect;

import org.hibernate.dialect.DatabaseVersion;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.dialect.sql.ast.PostgreSQLSqlAstTranslator;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.persister.entity.mutation.EntityMutationTarget;
import org.hibernate.sql.model.MutationOperation;
import org.hibernate.sql.model.internal.OptionalTableUpdate;
import org.hibernate.type.SqlTypes;

/** PostgreSQL as this library speaks it, whatever the server's version: what version 14 understands. */
public final class PostgresDialect extends PostgreSQLDialect {
    private static final DatabaseVersion OLDEST = DatabaseVersion.make(14);

    /** Creates the dialect without asking a server. */
    public PostgresDialect() {
        super(OLDEST);
    }

    @Override
    protected String columnType(int sqlTypeCode) {
        return sqlTypeCode == SqlTypes.VARCHAR ? "text" : super.columnType(sqlTypeCode);
    }

    /** A locked row is about to be deleted: new references to it have to wait, too. */
    @Override
    public String getForUpdateString() {
        return " for update";
    }

    @Override
    public MutationOperation createOptionalTableUpdateOperation(
            EntityMutationTarget target, OptionalTableUpdate update, SessionFactoryImplementor factory) {
        return ConflictUpsert.of(update, new PostgreSQLSqlAstTranslator<>(factory, update));
    }
}
