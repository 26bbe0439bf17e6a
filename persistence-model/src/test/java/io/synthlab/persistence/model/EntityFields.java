package io.synthlab.persistence.model;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/** Looks into entities, which show nothing by themselves. */
public final class EntityFields {
    private EntityFields() {}

    /** Returns the names of columns that are null. */
    public static List<String> nulls(Object entity) throws IllegalAccessException {
        List<String> names = new ArrayList<>();
        for (Field field : entity.getClass().getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                field.setAccessible(true);
                if (field.get(entity) == null) {
                    names.add(field.getName());
                }
            }
        }
        return names;
    }

    /** Puts a value where a row of an old file may hold it. */
    public static <E> E with(E entity, String field, Object value) throws ReflectiveOperationException {
        Field found = entity.getClass().getDeclaredField(field);
        found.setAccessible(true);
        found.set(entity, value);
        return entity;
    }
}
