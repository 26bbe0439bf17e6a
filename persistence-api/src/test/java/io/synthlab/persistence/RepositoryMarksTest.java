package io.synthlab.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RepositoryMarksTest {
    @ParameterizedTest
    @EnumSource(RepositoryName.class)
    void everyMethodCarriesExactlyOneMark(RepositoryName name) {
        List<Method> methods = Arrays.stream(name.type().getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .toList();
        assertFalse(methods.isEmpty());
        for (Method method : methods) {
            assertNotEquals(
                    method.isAnnotationPresent(Reads.class),
                    method.isAnnotationPresent(Writes.class),
                    () -> method + " must be marked with either @Reads or @Writes");
        }
    }

    /** A default method that only calls others must not claim less than they do. */
    @ParameterizedTest
    @EnumSource(RepositoryName.class)
    void overloadsAgreeInTheirMark(RepositoryName name) {
        for (Method one : name.type().getMethods()) {
            for (Method other : name.type().getMethods()) {
                if (one.getName().equals(other.getName())) {
                    assertEquals(
                            one.isAnnotationPresent(Writes.class),
                            other.isAnnotationPresent(Writes.class),
                            () -> one + " and " + other);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(RepositoryName.class)
    void nameAndTypeLeadToEachOther(RepositoryName name) {
        assertEquals(name, RepositoryName.byText(name.text()).orElseThrow());
        assertEquals(
                name,
                RepositoryName.byText(name.text().toUpperCase(Locale.ROOT)).orElseThrow());
        assertEquals(name, RepositoryName.byType(name.type()).orElseThrow());
        assertEquals(name.text(), name.toString());
        assertTrue(name.type().isInterface());
    }

    @Test
    void otherNamesAndTypesLeadNowhere() {
        assertTrue(RepositoryName.byText("synth_groups").isEmpty());
        assertTrue(RepositoryName.byType(List.class).isEmpty());
    }
}
