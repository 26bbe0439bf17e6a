package io.synthlab.persistence.analysis;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ValidationException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two documents of an analysis: configuration and rates. */
class AnalysisDocumentsTest {
    private static String refusal(Runnable check) {
        return String.valueOf(
                assertThrows(ValidationException.class, check::run).getMessage());
    }

    private static AnalysisConfig config(String json) {
        return AnalysisConfig.fromJson(JsonValue.parse(json), "config");
    }

    @Test
    void aConfigurationIsStoredWithEveryKeyInOrder() {
        JsonValue stored =
                JsonValue.parse("{\"n_synths\": 500, \"n_executions\": 100, \"sigma\": 0.05, \"seed\": null}");
        assertEquals(stored, AnalysisConfig.DEFAULT.toJson());
        assertEquals(
                List.of("n_synths", "n_executions", "sigma", "seed"),
                List.copyOf(AnalysisConfig.DEFAULT.toJson().members().keySet()));
        AnalysisConfig seeded = AnalysisConfig.of(10, 1_000, 0.1 + 0.2, Long.MAX_VALUE);
        assertEquals(seeded, config(seeded.toJson().text()));
    }

    @Test
    void aConfigurationIsReadLeniently() {
        assertEquals(AnalysisConfig.DEFAULT, config("{}"));
        assertEquals(AnalysisConfig.DEFAULT, config("{\"scenario\": \"baseline\", \"n_synths\": null}"));
        assertEquals(
                new AnalysisConfig(1, -5, 9, -1L),
                config("{\"n_synths\": \"1\", \"n_executions\": -5.0, \"sigma\": 9, \"seed\": \"-1\"}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[] | config must be a JSON object",
                "null | config must be a JSON object",
                "{\"n_synths\": 1.5} | config.n_synths must be a whole number of -2147483648-2147483647",
                "{\"n_executions\": 3000000000} | config.n_executions must be a whole number of -2147483648-2147483647",
                "{\"sigma\": []} | config.sigma must be a number",
                "{\"seed\": 9223372036854775808} | config.seed must be a whole number of 64 bits"
            })
    void namesWhatCannotBeReadOfAConfiguration(String json, String message) {
        assertEquals(message, refusal(() -> config(json)));
    }

    /** Contract case 98. */
    @ParameterizedTest
    @CsvSource({
        "10, 10, 0,",
        "10000, 1000, 0.5,",
        "9, 100, 0.05, config.n_synths must be 10-10000",
        "10001, 100, 0.05, config.n_synths must be 10-10000",
        "500, 9, 0.05, config.n_executions must be 10-1000",
        "500, 1001, 0.05, config.n_executions must be 10-1000",
        "500, 100, -0.1, config.sigma must be 0.0-0.5",
        "500, 100, 0.51, config.sigma must be 0.0-0.5",
        "500, 100, NaN, config.sigma must be 0.0-0.5",
        "500, 100, Infinity, config.sigma must be 0.0-0.5"
    })
    void checksTheRangesOfAConfiguration(int synths, int executions, double sigma, String message) {
        if (message == null) {
            assertDoesNotThrow(() -> AnalysisConfig.of(synths, executions, sigma, null));
        } else {
            assertEquals(message, refusal(() -> AnalysisConfig.of(synths, executions, sigma, null)));
        }
    }

    @Test
    void ratesAreStoredWithEveryKeyInOrder() {
        AggregatedOutcomes rates = AggregatedOutcomes.of(0.1 + 0.2, 0.13999999999999996, 0.55);
        JsonValue json = rates.toJson();
        assertEquals(
                List.of("did_not_try_rate", "failed_rate", "success_rate"),
                List.copyOf(json.members().keySet()));
        assertEquals(rates, AggregatedOutcomes.fromJson(JsonValue.parse(json.text()), "aggregated_outcomes"));
    }

    @Test
    void ratesAreReadLeniently() {
        JsonValue json = JsonValue.parse("""
                {"unknown": 1, "did_not_try_rate": 5, "failed_rate": "0.5", "success_rate": -1}""");
        assertEquals(new AggregatedOutcomes(5, 0.5, -1), AggregatedOutcomes.fromJson(json, "x"));
        assertEquals(
                "x.did_not_try_rate is missing",
                refusal(() -> AggregatedOutcomes.fromJson(JsonValue.parse("{}"), "x")));
    }

    /** Contract case 99: both ends of the sum belong to the range. */
    @ParameterizedTest
    @CsvSource({
        "0.2, 0.3, 0.5,",
        "0.2, 0.3, 0.49,",
        "0.25, 0.25, 0.51,",
        "0, 0, 1,",
        "0.2, 0.3, 0.48, the sum of the rates in aggregated_outcomes must be 0.99-1.01",
        "0.2, 0.3, 0.52, the sum of the rates in aggregated_outcomes must be 0.99-1.01",
        "1.1, 0, 0, aggregated_outcomes.did_not_try_rate must be 0-1",
        "0.5, -0.1, 0.6, aggregated_outcomes.failed_rate must be 0-1",
        "0, 0, NaN, aggregated_outcomes.success_rate must be 0-1"
    })
    void checksRatesAndTheirSum(double didNotTry, double failed, double success, String message) {
        if (message == null) {
            assertDoesNotThrow(() -> AggregatedOutcomes.of(didNotTry, failed, success));
        } else {
            assertEquals(message, refusal(() -> AggregatedOutcomes.of(didNotTry, failed, success)));
        }
    }
}
