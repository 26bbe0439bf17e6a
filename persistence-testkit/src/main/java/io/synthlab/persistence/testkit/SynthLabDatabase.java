package io.synthlab.persistence.testkit;

import io.synthlab.persistence.DatabaseKind;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test method of a class a database of its own, at the newest schema version, removed after the test.
 *
 * <p>Test methods, {@code @BeforeEach} methods and constructors may take a {@link TestDatabase}, a {@link TestClock}
 * and, if a {@link #provider()} is on the class path, a {@link io.synthlab.persistence.RepositoryFactory}. All three
 * belong together and live as long as the test. The class path needs a
 * {@link io.synthlab.persistence.spi.SchemaMigrator}, for example {@code persistence-migrations} in test scope.
 *
 * <p>Holds for subclasses and nested classes, which may replace it, and may stand on an annotation of your own:
 *
 * <pre>{@code
 * @SynthLabDatabase(kind = DatabaseKind.POSTGRESQL, provider = "jpa")
 * class CheckoutIT {
 *     @Test
 *     void given_nothing_when_counted_then_zero(TestDatabase database) {
 *         assertEquals(0, database.queryLong("SELECT count(*) FROM experiments"));
 *     }
 * }
 * }</pre>
 */
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@ExtendWith(SynthLabExtension.class)
public @interface SynthLabDatabase {
    /** The oldest PostgreSQL this library works with. */
    int OLDEST_POSTGRES = 14;

    /** The newest PostgreSQL this library is tested with. */
    int NEWEST_POSTGRES = 18;

    /** Returns which database. */
    DatabaseKind kind();

    /** Returns the major version of PostgreSQL; without meaning for SQLite. */
    int postgres() default NEWEST_POSTGRES;

    /** Returns the implementation of every repository, for example {@code jpa}; empty leaves the default. */
    String provider() default "";

    /** Returns whether the schema is there; otherwise the database is empty, and a SQLite file does not exist yet. */
    boolean migrated() default true;
}
