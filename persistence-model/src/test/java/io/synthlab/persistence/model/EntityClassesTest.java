package io.synthlab.persistence.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntityClassesTest {
    @Test
    void given_all_entities_then_each_of_the_19_tables_has_one() {
        List<Class<?>> all = EntityClasses.all();
        assertTrue(all.stream().allMatch(type -> type.isAnnotationPresent(Entity.class)));
        assertEquals(
                List.of(
                        "analysis_cache",
                        "analysis_runs",
                        "assumption_log",
                        "chart_insights",
                        "experiment_documents",
                        "experiments",
                        "explorations",
                        "feature_scorecards",
                        "interview_guide",
                        "prfaq_metadata",
                        "region_analyses",
                        "research_executions",
                        "scenario_nodes",
                        "sensitivity_results",
                        "simulation_runs",
                        "synth_groups",
                        "synth_outcomes",
                        "synths",
                        "transcripts"),
                all.stream()
                        .map(type -> type.getAnnotation(Table.class).name())
                        .sorted()
                        .toList());
    }
}
