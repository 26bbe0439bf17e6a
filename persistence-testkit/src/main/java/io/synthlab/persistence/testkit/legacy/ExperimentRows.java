package io.synthlab.persistence.testkit.legacy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows of experiments and their interview guides. */
final class ExperimentRows {
    /** The longest name the original accepts, in characters; twice as many UTF-16 units. */
    private static final String EMOJI_NAME = "🧪".repeat(100);

    private final Blueprint blueprint;

    ExperimentRows(Blueprint blueprint) {
        this.blueprint = blueprint;
    }

    Stream<Row> experiments() {
        Sizes sizes = blueprint.sizes();
        return blueprint.rows(
                "experiments",
                sizes.experiments(),
                (number, chance, at) ->
                        sizes.isPlaceholder(number) ? placeholder(number, at) : experiment(number, chance, at));
    }

    private Row experiment(int number, Chance chance, Moment at) {
        String product = product(number);
        boolean deleted = number % 7 == 1;
        String scorecard = PythonJson.ascii(Scorecards.ofExperiment(chance, product));
        return new Row()
                .set("id", blueprint.experimentId(number))
                .set("name", name(number, chance))
                .set("hypothesis", "Se “" + product + "” mostrar o custo antes, mais gente termina ✅")
                .set("description", description(number, chance))
                .set("scorecard_data", number % 6 == 5 ? null : scorecard)
                .set("status", deleted ? "deleted" : "active")
                .set("created_at", at.aware())
                .set(
                        "updated_at",
                        deleted || number % 3 > 0 ? at.plusMinutes(45).aware() : null);
    }

    private String name(int number, Chance chance) {
        boolean firstDraft = number == blueprint.sizes().analysed();
        return firstDraft ? EMOJI_NAME : product(number) + " – versão " + (number / 8 + 1) + " " + emoji(chance);
    }

    private static String emoji(Chance chance) {
        return chance.pick(Vocabulary.EMOJI);
    }

    private static @Nullable String description(int number, Chance chance) {
        return switch (number % 4) {
            case 0 -> "";
            case 1 -> null;
            case 2 -> Phrases.prose(chance, chance.between(2, 9), product(number));
            default -> "Rascunho.\n\tSegunda linha, com “aspas” e \\barra.";
        };
    }

    /** What the older simulations left behind so that their outcomes have an experiment. */
    private Row placeholder(int number, Moment at) {
        String simulation =
                blueprint.id(IdKind.SIMULATION, number - blueprint.sizes().completed());
        return new Row()
                .set("id", blueprint.experimentId(number))
                .set("name", "Simulation " + simulation)
                .set("hypothesis", "Auto-generated from simulation")
                .set("status", "active")
                .set("created_at", at.sqlite());
    }

    Stream<Row> interviewGuides() {
        return blueprint
                .rows("interview_guide", blueprint.sizes().completed(), this::interviewGuide)
                .filter(row -> row.get("experiment_id") != null);
    }

    /** Every fourth experiment has no guide: its row stays empty. */
    private Row interviewGuide(int number, Chance chance, Moment at) {
        if (number % 4 == 3) {
            return new Row();
        }
        return new Row()
                .set("experiment_id", blueprint.experimentId(number))
                .set("context_definition", Phrases.prose(chance, 3, product(number)))
                .set("questions", questions(chance, product(number)))
                .set("context_examples", examples(number, chance))
                .set("created_at", at.aware())
                .set("updated_at", number % 2 == 0 ? at.plusMinutes(60).aware() : null);
    }

    private static String questions(Chance chance, String product) {
        return IntStream.rangeClosed(1, 5)
                .mapToObj(line -> line + ". " + Phrases.question(chance, product))
                .collect(Collectors.joining("\n"));
    }

    private static @Nullable String examples(int number, Chance chance) {
        return switch (number % 3) {
            case 0 -> null;
            case 1 -> "";
            default -> Phrases.prose(chance, 4);
        };
    }

    static String product(int experiment) {
        return Vocabulary.PRODUCTS.get(experiment % Vocabulary.PRODUCTS.size());
    }
}
