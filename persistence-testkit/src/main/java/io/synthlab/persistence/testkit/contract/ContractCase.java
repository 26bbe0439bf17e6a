package io.synthlab.persistence.testkit.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;

/**
 * Marks a test that proves numbered cases of the specification; a plain {@code @Test} beside it proves a decision taken
 * on top of them. Each number stands on exactly one test, whatever it takes to prove all of it.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Test
public @interface ContractCase {
    /** Returns the numbers, for example {@code R1-61}: part of the specification, and case in it. */
    String[] value();
}
