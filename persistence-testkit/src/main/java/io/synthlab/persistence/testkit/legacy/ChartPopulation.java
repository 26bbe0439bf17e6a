package io.synthlab.persistence.testkit.legacy;

import java.util.List;
import java.util.function.Function;

/**
 * The synths that the charts of one analysis show.
 *
 * @param analysisId owner of the charts
 */
record ChartPopulation(String analysisId, List<Point> points) {
    /** The original shows all of them; a few make a chart of the same shape and a much smaller file. */
    private static final int SHOWN_SYNTHS = 20;

    static ChartPopulation of(Blueprint blueprint, int experiment) {
        List<Point> points = blueprint.population(experiment).stream()
                .limit(SHOWN_SYNTHS)
                .map(synth -> new Point(
                        blueprint.synthId(synth), blueprint.traits(synth), blueprint.rates(experiment, synth)))
                .toList();
        return new ChartPopulation(blueprint.analysisId(experiment), points);
    }

    /** Begins a chart. The original named the owner of a chart a simulation, although it is an analysis. */
    JsonObject chart() {
        return new JsonObject().set("simulation_id", analysisId);
    }

    int size() {
        return points.size();
    }

    List<String> ids(int from, int to) {
        return points.subList(from, to).stream().map(Point::id).toList();
    }

    /** Returns one object per synth. */
    List<JsonObject> each(Function<Point, JsonObject> object) {
        return points.stream().map(object).toList();
    }

    /** A synth as the charts see it. */
    record Point(String id, Traits traits, Rates rates) {
        /** Begins an object about the synth. */
        JsonObject json() {
            return new JsonObject().set("synth_id", id);
        }

        String quadrant() {
            boolean tries = rates.didNotTry() < 0.5;
            if (rates.success() >= 0.5) {
                return "ok";
            }
            return tries ? "usability_issue" : "low_value";
        }
    }
}
