package io.synthlab.persistence.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ValidationException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SimulationRunTest {
    private static final SimulationRun RUN = SimulationRun.of("sim_0000000a", "sc000001", "", Instant.EPOCH);

    @Test
    void given_outcomes_then_their_order_is_kept_and_none_count_as_absent() {
        Map<String, Double> outcomes = new LinkedHashMap<>();
        outcomes.put("success", 0.5);
        outcomes.put("failed", 0.25);
        outcomes.put("did_not_try", 0.25);
        SimulationRun run = RUN.withResult(null, 3, outcomes, null);
        assertEquals(
                List.of("success", "failed", "did_not_try"),
                List.copyOf(run.aggregatedOutcomes().keySet()));
        assertEquals(
                List.of("success", "failed", "did_not_try"),
                List.copyOf(run.outcomesToJson().members().keySet()));
        assertNull(RUN.withResult(null, 3, Map.of(), null).aggregatedOutcomes());
        assertNull(RUN.outcomesToJson());
    }

    @Test
    void given_a_stored_configuration_then_missing_keys_are_defaults_and_ranges_do_not_matter() {
        assertEquals(SimulationConfig.DEFAULT, SimulationConfig.fromJson(JsonValue.parse("{\"new\": 1}"), "config"));
        SimulationConfig odd = SimulationConfig.fromJson(
                JsonValue.parse("{\"n_synths\": 0, \"n_executions\": \"7\", \"sigma\": 9, \"seed\": -1}"), "config");
        assertEquals(new SimulationConfig(0, 7, 9, -1L), odd);
        assertThrows(ValidationException.class, odd::validated);
        assertEquals(SimulationConfig.DEFAULT, SimulationConfig.fromJson(SimulationConfig.DEFAULT.toJson(), "config"));
    }

    @Test
    void given_values_out_of_range_then_they_are_refused() {
        assertThrows(ValidationException.class, () -> SimulationConfig.of(0, 1, 0, null));
        assertThrows(ValidationException.class, () -> SimulationConfig.of(1, 0, 0, null));
        assertThrows(ValidationException.class, () -> SimulationConfig.of(1, 1, 0.51, null));
        assertThrows(ValidationException.class, () -> SimulationConfig.of(1, 1, Double.NaN, null));
        assertThrows(ValidationException.class, () -> SimulationRun.of("sim_0000000", "s", "", Instant.EPOCH));
        Map<String, Double> infinite = Map.of("x", Double.POSITIVE_INFINITY);
        assertThrows(ValidationException.class, () -> RUN.withResult(null, 0, infinite, null));
        assertThrows(ValidationException.class, () -> RUN.withResult(null, 0, null, Double.NaN));
    }

    @Test
    void given_every_state_then_its_text_leads_back_to_it() {
        for (SimulationStatus status : SimulationStatus.values()) {
            assertEquals(status, SimulationStatus.ofText(status.text(), "status"));
        }
        assertThrows(ValidationException.class, () -> SimulationStatus.ofText("Completed", "status"));
    }
}
