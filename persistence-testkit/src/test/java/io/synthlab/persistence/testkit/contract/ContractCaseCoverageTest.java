package io.synthlab.persistence.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.RepositoryName;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** No numbered case is missing, none stands twice, and every contract is run by every cell. */
class ContractCaseCoverageTest {
    /** Cases of no repository; those of the others count as soon as their repository exists. */
    private static final String PAGING = "paging";

    private record Case(String number, String repository, String title) {
        boolean required() {
            return repository.equals(PAGING)
                    || RepositoryName.byText(repository).isPresent();
        }
    }

    @Test
    void given_the_list_of_cases_when_read_then_every_number_stands_once_with_a_title() throws IOException {
        List<Case> cases = cases();
        assertEquals(
                Stream.concat(numbers("R1-", 138), numbers("R2-", 161)).toList(),
                cases.stream().map(Case::number).toList());
        cases.forEach(listed -> assertFalse(listed.title().isBlank(), listed.number()));
    }

    @Test
    void given_the_repositories_that_exist_when_compared_with_the_list_then_each_has_cases() throws IOException {
        Set<String> listed = cases().stream().map(Case::repository).collect(Collectors.toSet());
        for (RepositoryName name : RepositoryName.values()) {
            assertTrue(listed.contains(name.text()), name + " has no case in contract-cases.tsv");
        }
    }

    @Test
    void given_the_contracts_when_compared_with_the_list_then_no_case_is_missing_or_unknown() throws IOException {
        Set<String> required = cases().stream()
                .filter(Case::required)
                .map(Case::number)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> proven = new TreeSet<>(provenBy().keySet());
        assertEquals(required, proven);
    }

    @Test
    void given_the_contracts_when_their_numbers_are_read_then_none_stands_twice() {
        provenBy().forEach((number, tests) -> assertEquals(1, tests.size(), number + " stands on " + tests));
    }

    /** A contract outside of the package's naming, or left out of the nested classes, would never be run. */
    @Test
    void given_every_contract_class_when_compared_with_what_a_cell_runs_then_none_is_left_out() throws Exception {
        Path directory = Path.of(PagingContract.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .resolve(PagingContract.class.getPackageName().replace('.', '/'));
        try (Stream<Path> files = Files.list(directory)) {
            Set<String> there = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Contract.class"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(
                    there,
                    contracts().stream().map(Class::getSimpleName).collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    private static Stream<String> numbers(String part, int last) {
        return IntStream.rangeClosed(1, last).mapToObj(number -> part + number);
    }

    private static Map<String, List<String>> provenBy() {
        Map<String, List<String>> found = new HashMap<>();
        for (Class<?> contract : contracts()) {
            for (Method method : contract.getDeclaredMethods()) {
                ContractCase mark = method.getAnnotation(ContractCase.class);
                for (String number : mark == null ? new String[0] : mark.value()) {
                    String test = contract.getSimpleName() + "." + method.getName();
                    found.merge(
                            number,
                            List.of(test),
                            (one, other) ->
                                    Stream.concat(one.stream(), other.stream()).toList());
                }
            }
        }
        return found;
    }

    private static List<Class<?>> contracts() {
        return Arrays.stream(RepositoryContracts.class.getDeclaredClasses())
                .filter(nested -> nested.isAnnotationPresent(Nested.class))
                .<Class<?>>map(Class::getSuperclass)
                .toList();
    }

    private static List<Case> cases() throws IOException {
        try (InputStream file = RepositoryContracts.class.getResourceAsStream("contract-cases.tsv")) {
            assertNotNull(file);
            return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Case(cells[0], cells[1], cells[2]))
                    .toList();
        }
    }
}
