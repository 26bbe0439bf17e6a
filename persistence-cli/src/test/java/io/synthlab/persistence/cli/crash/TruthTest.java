package io.synthlab.persistence.cli.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.synthlab.persistence.cli.crash.Truth.Told;
import io.synthlab.persistence.cli.load.Study;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The checker finds what it is for. */
class TruthTest {
    private static final Map<String, Told> TOLD =
            Map.of("done", Told.DONE, "not", Told.NOT_DONE, "kept", Told.UNKNOWN, "lost", Told.UNKNOWN);

    private static Map<String, Integer> whole(int units) {
        Map<String, Integer> counts = new HashMap<>(Study.rows());
        counts.replaceAll((table, rows) -> rows * units);
        return counts;
    }

    @Test
    void aTrueStoryIsAccepted() {
        assertEquals(List.of(), Truth.lies(TOLD, Set.of("done", "kept"), whole(2)));
    }

    @Test
    void eachKindOfLieIsFound() {
        assertEquals(List.of("done was done and is gone"), Truth.lies(TOLD, Set.of("kept"), whole(1)));
        assertEquals(List.of("not was not done and is there"), Truth.lies(TOLD, Set.of("done", "not"), whole(2)));
        assertEquals(List.of("other comes from nowhere"), Truth.lies(TOLD, Set.of("done", "other"), whole(2)));
        Map<String, Integer> torn = whole(2);
        torn.merge("region_analyses", -1, Integer::sum);
        torn.merge("synth_outcomes", 1, Integer::sum);
        assertEquals(
                List.of(
                        "region_analyses has 1 rows, whole units make 2",
                        "synth_outcomes has 7 rows, whole units make 6"),
                Truth.lies(TOLD, Set.of("done", "kept"), torn));
    }
}
