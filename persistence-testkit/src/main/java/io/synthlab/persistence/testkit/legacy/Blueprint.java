package io.synthlab.persistence.testkit.legacy;

import java.text.Normalizer;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the rows of several tables have to agree on: sizes, identifiers, and facts about synths and batches. */
final class Blueprint {
    /** First number of identifiers of planted rows; those of clean rows stay below. */
    static final int PLANTED = 1 << 26;

    private static final LocalDateTime START = LocalDateTime.of(2025, 3, 10, 12, 0);
    private static final int DAYS = 295;
    private static final int WHOLE_SECOND_EVERY = 12;
    private static final int DECOMPOSED_NAME_EVERY = 97;
    private static final int IMPORTED_EVERY = 40;

    private final long seed;
    private final Sizes sizes;
    private final Identifiers identifiers;

    Blueprint(double scale, long seed) {
        this.seed = seed;
        this.sizes = Sizes.of(scale);
        this.identifiers = new Identifiers(seed);
    }

    Sizes sizes() {
        return sizes;
    }

    Chance chance(String subject, int number) {
        return Chance.of(seed, subject, number);
    }

    /** Returns the rows of a table, one per number below {@code total}, with moments in ascending order. */
    Stream<Row> rows(String table, int total, RowMaker maker) {
        return numbers(total, number -> {
            Chance chance = chance(table, number);
            return maker.row(number, chance, moment(chance, number, total));
        });
    }

    static <T> Stream<T> numbers(int total, IntFunction<T> make) {
        return IntStream.range(0, total).mapToObj(make);
    }

    /** Returns the moment of one of {@code total} events in ascending order; now and then a whole second. */
    Moment moment(Chance chance, int number, int total) {
        int step = Math.max(1, DAYS * 24 * 60 * 60 / total);
        long second = (long) number * step + chance.below(step);
        int micros = chance.oneIn(WHOLE_SECOND_EVERY) ? 0 : chance.between(1, 999_999);
        return new Moment(START.plusSeconds(second).plusNanos(micros * 1000L));
    }

    /** Returns the moment at which everything began. */
    static Moment start() {
        return new Moment(START);
    }

    String id(IdKind kind, int number) {
        return identifiers.of(kind, number);
    }

    /** Returns the id of an experiment; a placeholder has the eight characters of its simulation. */
    String experimentId(int number) {
        return ofExperiment(IdKind.EXPERIMENT, number);
    }

    /** Returns the id of the analysis of an experiment; a placeholder has the eight characters of its simulation. */
    String analysisId(int experiment) {
        return ofExperiment(IdKind.ANALYSIS, experiment);
    }

    private String ofExperiment(IdKind kind, int number) {
        if (!sizes.isPlaceholder(number)) {
            return id(kind, number);
        }
        String simulation = id(IdKind.SIMULATION, number - sizes.completed());
        return kind.prefix() + simulation.substring(IdKind.SIMULATION.prefix().length());
    }

    String synthId(int number) {
        return identifiers.synth(number);
    }

    /** Returns the name of a synth, now and then in decomposed Unicode form. */
    String synthName(int number) {
        Chance chance = chance("synth name", number);
        String name = chance.pick(Vocabulary.FIRST_NAMES) + " " + chance.pick(Vocabulary.SURNAMES) + " "
                + chance.pick(Vocabulary.SURNAMES);
        return number % DECOMPOSED_NAME_EVERY == 5 ? Normalizer.normalize(name, Normalizer.Form.NFD) : name;
    }

    /** Returns whether a synth came from a file of an earlier version of the application. */
    static boolean isImported(int synth) {
        return synth % IMPORTED_EVERY == 13;
    }

    Traits.BigFive personality(int synth) {
        return Traits.BigFive.of(chance("personality", synth));
    }

    Traits traits(int synth) {
        if (isImported(synth)) {
            return Traits.ofBigFive(personality(synth));
        }
        Chance chance = chance("traits", synth);
        return Traits.ofObservables(
                chance.thousandths(),
                chance.thousandths(),
                Vocabulary.MOTOR_ABILITIES.get(motorLevel(synth)),
                chance.between(0.0, 1.0),
                chance.thousandths());
    }

    /** Returns 0 for no motor disability, as nearly always, to 3 for a severe one. */
    int motorLevel(int synth) {
        Chance chance = chance("motor level", synth);
        return chance.oneIn(14) ? chance.between(1, 3) : 0;
    }

    /** Returns the result of a synth in the analysis of an experiment. */
    Rates rates(int experiment, int synth) {
        Chance chance = chance("rates " + experiment, synth);
        double appeal = chance("appeal", experiment).between(0.6, 1.0);
        return Rates.simulated(chance, traits(synth), appeal, executions(experiment));
    }

    /** Returns the runs per synth: hundredths, or thirds that need all digits of a double. */
    static int executions(int experiment) {
        return experiment % 2 == 0 ? 100 : 300;
    }

    /** Returns the synths of an analysis. */
    List<Integer> population(int experiment) {
        return picks("population", experiment, Sizes.OUTCOMES_PER_ANALYSIS);
    }

    /** Returns the synths of an interview batch. */
    List<Integer> interviewees(int batch) {
        return picks("interviewees", batch, Sizes.TRANSCRIPTS_PER_BATCH);
    }

    /** Synths with an upper-case id take part in nothing: the original could not read the result back. */
    private List<Integer> picks(String subject, int number, int count) {
        int spare = count / 10 + 5;
        return chance(subject, number).distinct(sizes.synths(), Math.min(sizes.synths(), count + spare)).stream()
                .filter(synth -> !Identifiers.isUpperCase(synth))
                .limit(count)
                .toList();
    }

    Batch batch(int number) {
        Chance chance = chance("batch", number);
        Moment started = moment(chance, number, sizes.batches() + 1);
        int kind = number % 6;
        String experiment = kind == 5 ? null : experimentId(number % sizes.completed());
        String topic = experiment == null || kind == 2
                ? chance.pick(Vocabulary.TOPICS)
                : "exp_" + experiment + (kind == 4 ? "_auto" : "");
        return new Batch("batch_" + topic + "_" + started.compact(), experiment, topic, started);
    }

    /** Makes the row of one number. */
    @FunctionalInterface
    interface RowMaker {
        Row row(int number, Chance chance, Moment at);
    }

    /**
     * What an interview batch, its transcripts and its PR-FAQ share.
     *
     * @param experimentId {@code null} for a batch that was started without an experiment
     */
    record Batch(String execId, @Nullable String experimentId, String topic, Moment started) {}
}
