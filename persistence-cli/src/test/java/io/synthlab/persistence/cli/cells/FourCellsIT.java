package io.synthlab.persistence.cli.cells;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.Reads;
import io.synthlab.persistence.Writes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every method of every repository, called with the same arguments on the same rows, answers alike in all four cells: a
 * file of the original where it lies, keys that are NULL unfilled, and PostgreSQL after the move.
 */
class FourCellsIT {
    private static final List<Calls> SUBJECTS = List.of(
            new ExperimentCells(),
            new SynthCells(),
            new AnalysisCells(),
            new ResearchCells(),
            new GenerationCells(),
            new ExplorationCells(),
            new InsightCells(),
            new LegacyRepositoryCells());

    @TempDir
    private Path directory;

    @Test
    void given_a_file_of_the_original_when_all_is_read_then_four_cells_answer_alike() {
        try (LegacyCells cells = LegacyCells.in(directory)) {
            Keys keys = cells.keys();
            List<Script> scripts =
                    play(cells.forReading(), script -> SUBJECTS.forEach(calls -> calls.read(script, keys)));
            assertEquals(Set.of(), scripts.get(0).uncalled(Reads.class));
            long values = scripts.get(0).answers().values().stream()
                    .filter(answer -> !(answer instanceof Script.Failure))
                    .count();
            assertTrue(values > 1_000, "there is something to read: " + values);
        }
    }

    @Test
    void given_the_same_rows_when_all_is_written_then_answers_and_rows_are_alike_in_four_cells() {
        try (LegacyCells cells = LegacyCells.in(directory)) {
            Keys keys = cells.keys();
            List<Cell> four = cells.forWriting();
            List<Script> scripts = play(four, script -> {
                SUBJECTS.forEach(calls -> calls.write(script, keys));
                SUBJECTS.forEach(calls -> calls.read(script, keys));
            });
            assertEquals(Set.of(), scripts.get(0).uncalled(Writes.class));
            Map<String, ?> first = Contents.of(four.get(0).config().build());
            for (Cell other : four.subList(1, four.size())) {
                Map<String, ?> contents = Contents.of(other.config().build());
                first.forEach((table, rows) -> assertEquals(rows, contents.get(table), table + " of " + other));
            }
        }
    }

    /** Asserts that the file has what the original left in such files: keys that are NULL, and old forms of ids and times. */
    private static void assertLeftAsItWas(Keys keys) {
        for (String some : List.of(
                "transcripts WHERE id IS NULL",
                "synth_outcomes WHERE id IS NULL",
                "synth_outcomes WHERE id LIKE 'out\\_%' ESCAPE '\\'",
                "synth_outcomes WHERE id = analysis_id || '_' || synth_id",
                "experiments WHERE created_at LIKE '%+00:00'",
                "research_executions WHERE started_at NOT LIKE '%+%' AND started_at LIKE '%T%'",
                "experiments WHERE created_at LIKE '____-__-__ %'",
                "feature_scorecards WHERE json_extract(data, '$.created_at') LIKE '%Z'",
                "chart_insights WHERE json_extract(response_json, '$.caption') IS NOT NULL")) {
            assertFalse(keys.query("SELECT 1 FROM " + some).isEmpty(), "there are no " + some);
        }
    }

    private static List<Script> play(List<Cell> cells, Consumer<Script> calls) {
        List<Script> scripts = new ArrayList<>();
        for (Cell cell : cells) {
            Script script = cell.play(calls);
            scripts.add(script);
            assertSame(scripts.get(0).answers(), script.answers(), cell);
        }
        return scripts;
    }

    private static void assertSame(Map<String, Object> expected, Map<String, Object> actual, Cell cell) {
        assertEquals(expected.keySet(), actual.keySet(), cell.toString());
        assertFalse(expected.isEmpty());
        Set<String> different = new TreeSet<>();
        expected.forEach((label, answer) -> {
            if (!answer.equals(actual.get(label))) {
                different.add("%s: %s; in %s: %s".formatted(label, answer, cell, actual.get(label)));
            }
        });
        assertEquals(Set.of(), different);
    }
}
