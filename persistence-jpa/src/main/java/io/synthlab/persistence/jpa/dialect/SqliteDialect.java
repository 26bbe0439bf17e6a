package io.synthlab.persistence.jpa.dialect;

import org.hibernate.community.dialect.SQLiteDialect;
import org.hibernate.community.dialect.SQLiteSqlAstTranslator;
import org.hibernate.dialect.DatabaseVersion;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.persister.entity.mutation.EntityMutationTarget;
import org.hibernate.sql.model.MutationOperation;
import org.hibernate.sql.model.internal.OptionalTableUpdate;
import org.hibernate.type.SqlTypes;

/** SQLite as this library speaks it: what version 3.35 understands, text and real as the tables declare them. */
public final class SqliteDialect extends SQLiteDialect {
    private static final DatabaseVersion OLDEST = DatabaseVersion.make(3, 35);

    /** Creates the dialect without asking a database. */
    public SqliteDialect() {
        super(OLDEST);
    }

    @Override
    protected String columnType(int sqlTypeCode) {
        return switch (sqlTypeCode) {
            case SqlTypes.VARCHAR, SqlTypes.CLOB -> "text"; // JSON falls back to CLOB
            case SqlTypes.DOUBLE -> "real";
            default -> super.columnType(sqlTypeCode);
        };
    }

    @Override
    public MutationOperation createOptionalTableUpdateOperation(
            EntityMutationTarget target, OptionalTableUpdate update, SessionFactoryImplementor factory) {
        return ConflictUpsert.of(update, new SQLiteSqlAstTranslator<>(factory, update));
    }
}
