package io.synthlab.persistence.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.Page;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContendersIT {
    private static final int CALLS = 2;

    /** What a contender returned and what it wrote. */
    private record Work(List<Object> results, List<List<Map<String, @Nullable Object>>> written) {}

    @ParameterizedTest
    @CsvSource({"FIND, 1", "INSERT, 1", "UPDATE, 1", "PAGE, 50", "OUTCOMES, 200", "SAVE, 10000", "PATH, 21"})
    void given_equal_databases_when_each_contender_works_then_results_and_rows_are_equal(Operation operation, int rows)
            throws SQLException {
        Work direct = work(operation, Contender.DIRECT);
        direct.results().forEach(result -> assertEquals(rows, rows(result)));
        assertEquals(direct, work(operation, Contender.LEGACY_JDBC));
        assertEquals(direct, work(operation, Contender.JPA));
    }

    private static Work work(Operation operation, Contender contender) throws SQLException {
        try (Workbench workbench = new Workbench(DatabaseKind.SQLITE, operation)) {
            List<Object> results = new ArrayList<>();
            for (int number = 0; number < CALLS; number++) {
                results.add(workbench.call(contender, number));
            }
            return new Work(results, workbench.written());
        }
    }

    private static int rows(Object result) {
        if (result instanceof Page<?> page) {
            return page.items().size();
        }
        if (result instanceof Collection<?> items) {
            return items.size();
        }
        if (result instanceof Integer stored) {
            return stored;
        }
        return result instanceof Optional<?> found && found.isEmpty() ? 0 : 1;
    }
}
