package io.synthlab.persistence.cli.statements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.synthlab.persistence.CountedList;
import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.Page;
import io.synthlab.persistence.Repositories;
import io.synthlab.persistence.RepositoryName;
import io.synthlab.persistence.testkit.TestDatabase;
import java.lang.reflect.Method;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A method that lists, or that takes a list, sends as many statements for many rows as for few. */
class StatementsPerCallIT {
    /** Few rows, but more than one of each. */
    private static final Population FEW = new Population(2, 2);
    /** More rows than fit on a page; not more than fit into one batch. */
    private static final Population MANY = new Population(400, 400);

    static Stream<Arguments> cells() {
        return Arrays.stream(DatabaseKind.values())
                .flatMap(kind -> Stream.of("legacy-jdbc", "jpa").map(provider -> Arguments.of(provider, kind)));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void given_few_and_many_rows_when_listed_or_stored_then_the_number_of_statements_is_the_same(
            String provider, DatabaseKind kind) throws SQLException {
        Map<String, List<String>> few = sent(FEW, provider, kind);
        Map<String, List<String>> many = sent(MANY, provider, kind);
        assertFalse(few.isEmpty());
        Set<String> different = new TreeSet<>();
        few.forEach((method, statements) -> {
            if (statements.size() != many.get(method).size()) {
                different.add(method + ": " + statements.size() + " and " + many.get(method));
            }
        });
        assertEquals(Set.of(), different);
    }

    @Test
    void given_every_method_that_lists_or_takes_a_list_then_its_statements_are_counted() {
        Set<String> wanted = Arrays.stream(RepositoryName.values())
                .flatMap(name -> Arrays.stream(name.type().getMethods()))
                .filter(StatementsPerCallIT::isAboutMany)
                .map(method -> method.getDeclaringClass().getSimpleName() + "." + method.getName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(wanted, new TreeSet<>(ListCalls.of(FEW.rows()).keySet()));
    }

    private static boolean isAboutMany(Method method) {
        return Stream.concat(Stream.of(method.getReturnType()), Arrays.stream(method.getParameterTypes()))
                .anyMatch(type -> Collection.class.isAssignableFrom(type)
                        || type == Page.class
                        || type == CountedList.class
                        || type == Map.class);
    }

    private static Map<String, List<String>> sent(Population population, String provider, DatabaseKind kind)
            throws SQLException {
        Map<String, List<String>> sent = new TreeMap<>();
        try (TestDatabase database = TestDatabase.migrated(kind)) {
            population.fill(database);
            try (WatchedRepositories watched = new WatchedRepositories(database, provider)) {
                for (Map.Entry<String, Consumer<Repositories>> call :
                        ListCalls.of(population.rows()).entrySet()) {
                    sent.put(
                            call.getKey(),
                            watched.sentBy(call.getValue()).stream()
                                    .map(SentStatement::sql)
                                    .toList());
                }
            }
        }
        return sent;
    }
}
