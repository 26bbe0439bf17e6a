package io.synthlab.persistence.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.ValidationException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RegionRuleTest {
    private static final List<RegionRule> RULES = List.of(
            new RegionRule("trust_mean", RegionOperator.LESS_OR_EQUAL, 0.528),
            new RegionRule("capability_mean", RegionOperator.GREATER, 1));

    @Test
    void given_rules_then_their_text_has_two_decimals_whatever_the_locale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("pt-BR"));
            assertEquals("trust_mean <= 0.53 AND capability_mean > 1.00", RegionRule.asText(RULES));
        } finally {
            Locale.setDefault(before);
        }
        assertEquals("", RegionRule.asText(List.of()));
    }

    @Test
    void given_every_operator_then_its_text_leads_back_to_it() {
        for (RegionOperator operator : RegionOperator.values()) {
            assertEquals(operator, RegionOperator.ofText(operator.text(), "operator"));
        }
        ValidationException refusal =
                assertThrows(ValidationException.class, () -> RegionOperator.ofText("==", "rules[0].operator"));
        assertEquals("rules[0].operator must be one of <, <=, >, >=", refusal.getMessage());
    }

    @Test
    void given_stored_rules_then_unknown_keys_do_not_matter_and_missing_ones_are_named() {
        RegionAnalysis region = new RegionAnalysis("r", "s", RULES, "", 1, 1, 0, 0, 0, 0);
        assertEquals(RULES, RegionRule.listFromJson(region.rulesToJson(), "rules"));
        assertEquals(
                List.of(new RegionRule("x", RegionOperator.LESS, 0.5)),
                RegionRule.listFromJson(
                        JsonValue.parse(
                                "[{\"attribute\": \"x\", \"operator\": \"<\", \"threshold\": \"0.5\", \"new\": []}]"),
                        "rules"));
        ValidationException refusal = assertThrows(
                ValidationException.class,
                () -> RegionRule.listFromJson(
                        JsonValue.parse("[{\"attribute\": \"x\", \"operator\": \"<\"}]"), "rules"));
        assertTrue(String.valueOf(refusal.getMessage()).contains("rules[0].threshold"), refusal::getMessage);
    }

    @Test
    void given_generated_ids_then_they_have_the_form_of_the_original() {
        assertTrue(RegionAnalysis.newId().matches("region_[a-f0-9]{8}"));
    }
}
