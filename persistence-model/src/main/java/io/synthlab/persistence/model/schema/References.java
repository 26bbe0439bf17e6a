package io.synthlab.persistence.model.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The column refers to a row of another table by a foreign key. Entities here hold keys, not associations; this is what
 * the schema check and the generator of versions read.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface References {
    /** What becomes of a row when the row it refers to is deleted. */
    enum OnDelete {
        /** Deleting is refused. */
        NO_ACTION,
        /** The row is deleted, too. */
        CASCADE,
        /** The reference becomes NULL. */
        SET_NULL
    }

    /** Table that is referred to. */
    String table();

    /** Its key column. */
    String column() default "id";

    /** What becomes of this row when that one is deleted. */
    OnDelete onDelete() default OnDelete.NO_ACTION;
}
