package io.synthlab.persistence.testkit.contract;

import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGenerator;

/** Shows a contract test as its numbers and its method name in words: {@code R1-61 given … then …}. */
final class ContractNames extends DisplayNameGenerator.Standard {
    ContractNames() {}

    @Override
    public String generateDisplayNameForMethod(List<Class<?>> enclosing, Class<?> testClass, Method method) {
        String words = method.getName().replace('_', ' ');
        ContractCase numbers = method.getAnnotation(ContractCase.class);
        return numbers == null ? words : String.join(", ", numbers.value()) + " " + words;
    }
}
