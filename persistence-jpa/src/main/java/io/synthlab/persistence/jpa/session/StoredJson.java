package io.synthlab.persistence.jpa.session;

import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.type.BasicType;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.format.FormatMapper;

/** Leaves JSON as the text it is; entities carry documents as text, so no JSON library is needed. */
final class StoredJson implements FormatMapper {
    @Override
    public <T> T fromString(CharSequence json, JavaType<T> type, WrapperOptions options) {
        return type.getJavaTypeClass().cast(json.toString());
    }

    @Override
    public <T> String toString(T json, JavaType<T> type, WrapperOptions options) {
        return (String) json;
    }

    /** Returns the type of JSON text as the columns of a factory's database hold it. */
    static BasicType<String> type(SessionFactoryImplementor factory) {
        return factory.getTypeConfiguration().getBasicTypeRegistry().resolve(String.class, SqlTypes.JSON);
    }
}
