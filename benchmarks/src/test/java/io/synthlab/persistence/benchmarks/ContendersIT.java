package io.synthlab.persistence.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.synthlab.persistence.DatabaseKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContendersIT {
    private static final int CALLS = 2;

    /** What a contender returned and what it wrote. */
    private record Work(List<Object> results, List<List<Map<String, @Nullable Object>>> written) {}

    @ParameterizedTest
    @EnumSource(Operation.class)
    void given_equal_databases_when_each_contender_works_then_results_and_rows_are_equal(Operation operation)
            throws SQLException {
        Work direct = work(operation, Contender.DIRECT);
        assertFalse(direct.results().contains(Optional.empty()), "nothing was found");
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
}
