package io.synthlab.persistence.benchmarks.startup;

import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.format.FormatMapper;

/** JSON as the text it is; nothing here reads a document, and Hibernate wants some mapper. */
final class TextFormat implements FormatMapper {
    @Override
    public <T> T fromString(CharSequence text, JavaType<T> type, WrapperOptions options) {
        return type.fromString(text);
    }

    @Override
    public <T> String toString(T value, JavaType<T> type, WrapperOptions options) {
        return type.toString(value);
    }
}
