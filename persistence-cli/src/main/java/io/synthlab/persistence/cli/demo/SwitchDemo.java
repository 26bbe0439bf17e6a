package io.synthlab.persistence.cli.demo;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.RepositoryFactory;
import io.synthlab.persistence.RepositoryName;
import io.synthlab.persistence.cli.DatabaseAddress;
import io.synthlab.persistence.compare.ComparisonOutcome;
import io.synthlab.persistence.compare.Comparisons;
import io.synthlab.persistence.error.ConstraintViolationException;
import io.synthlab.persistence.experiment.Experiment;
import io.synthlab.persistence.experiment.ExperimentUpdate;
import io.synthlab.persistence.experiment.InterviewGuide;
import io.synthlab.persistence.experiment.InterviewGuideUpdate;
import io.synthlab.persistence.synth.Synth;
import io.synthlab.persistence.synth.SynthGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** Second half of the demo: the repositories in use while each is switched to the other implementation and back. */
final class SwitchDemo {
    private static final String LEGACY = "legacy-jdbc";
    private static final String JPA = "jpa";
    private static final Duration COMPARING_LIMIT = Duration.ofMinutes(2);

    private final Narrator narrator;
    private final DatabaseAddress database;
    private final Experiment experiment = Experiment.of("One-tap checkout", "Fewer steps raise success");
    private final SynthGroup group = SynthGroup.of("Demo group");
    private final Synth synth = Synth.of(
                    "demo01",
                    "Ana Araújo",
                    Instant.now(),
                    "2.3.0",
                    JsonValue.of(Map.of("demografia", Map.of("idade", 34))))
            .withGroup(group.id());

    SwitchDemo(Narrator narrator, DatabaseAddress database) {
        this.narrator = narrator;
        this.database = database;
    }

    void run() {
        narrator.step("Open the repositories, served by " + LEGACY + " first");
        try (RepositoryFactory repositories = RepositoryFactory.open(database.config()
                .provider(LEGACY)
                .set("synthlab.comparing-queue", "10000") // nothing is to be skipped here
                .build())) {
            repositories.switches().useForAll(LEGACY); // whatever the environment says about one of them
            narrator.say(
                    "found %s; on now: %s",
                    repositories.switches().providers(), repositories.switches().current());
            create(repositories);
            narrator.step("Switch one repository after the other to " + JPA + " and back, without a restart");
            there(repositories, RepositoryName.EXPERIMENTS, () -> experiments(repositories));
            there(repositories, RepositoryName.INTERVIEW_GUIDES, () -> guides(repositories));
            there(repositories, RepositoryName.SYNTH_GROUPS, () -> groups(repositories));
            there(repositories, RepositoryName.SYNTHS, () -> synths(repositories));
            new SwitchTour(repositories).reads().forEach((name, read) -> there(repositories, name, read));
            compare(repositories);
            narrator.step("One unit of work over both implementations is one transaction");
            mixed(repositories);
        }
    }

    private void create(RepositoryFactory repositories) {
        repositories.experiments().create(experiment);
        repositories
                .interviewGuides()
                .create(InterviewGuide.of(
                        experiment.id(), "Checkout on a phone", "1. How do you pay?", null, Instant.now()));
        repositories.synthGroups().create(group);
        repositories.synths().save(synth);
        narrator.say("wrote experiment %s, its guide, group %s and synth %s", experiment.id(), group.id(), synth.id());
    }

    /** Runs the same calls on both implementations, writes among them, and compares what they answer. */
    private void there(RepositoryFactory repositories, RepositoryName name, Supplier<String> use) {
        String before = use.get();
        repositories.switches().use(name, JPA);
        String after = use.get();
        repositories.switches().use(name, LEGACY);
        String back = use.get();
        Narrator.require(before.equals(after) && after.equals(back), name + " answers the same after each switch");
        narrator.say("%-17s %s -> %s -> %s, same answers: %s", name, LEGACY, JPA, LEGACY, after);
    }

    /** Serves from one implementation and checks it with the other, on the same calls as before. */
    private void compare(RepositoryFactory repositories) {
        narrator.step("Compare before you switch: " + LEGACY + " serves, " + JPA + " is checked beside it");
        repositories.switches().useForAll("compare:" + LEGACY + "," + JPA);
        new SwitchTour(repositories).reads().values().forEach(Supplier::get);
        Narrator.require(isIdle(repositories.comparisons()), "every comparison ends");
        repositories.switches().useForAll(LEGACY);
        long matched = repositories.comparisons().counts().get(ComparisonOutcome.MATCHED);
        int different = repositories.comparisons().differences().size();
        Narrator.require(matched > 0 && different == 0, "both implementations answer the same");
        narrator.say("%,d reading calls compared, %d differences", matched, different);
    }

    private static boolean isIdle(Comparisons comparisons) {
        try {
            return comparisons.awaitIdle(COMPARING_LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String experiments(RepositoryFactory repositories) {
        long total = repositories.experiments().list(PageRequest.first()).total();
        String name = repositories
                .experiments()
                .update(experiment.id(), ExperimentUpdate.ofName("Two-tap checkout"))
                .orElseThrow()
                .name();
        return String.format(Locale.ROOT, "%,d experiments, renamed to \"%s\"", total, name);
    }

    private String guides(RepositoryFactory repositories) {
        InterviewGuideUpdate update = InterviewGuideUpdate.NOTHING.withQuestions("1. How do you pay?\n2. Why?");
        String questions = repositories
                .interviewGuides()
                .update(experiment.id(), update)
                .orElseThrow()
                .questions();
        return "guide found, now with " + String.valueOf(questions).lines().count() + " questions";
    }

    private String groups(RepositoryFactory repositories) {
        long total = repositories.synthGroups().list(PageRequest.first()).total();
        long members =
                repositories.synthGroups().findById(group.id()).orElseThrow().synthCount();
        return String.format(Locale.ROOT, "%,d groups, %d synth in ours", total, members);
    }

    private String synths(RepositoryFactory repositories) {
        repositories.synths().updateAvatarPath(synth.id(), "avatars/demo01.png");
        long found = repositories
                .synths()
                .search("json_extract(data, '$.demografia.idade') BETWEEN 30 AND 39", null, PageRequest.first())
                .total();
        return String.format(
                Locale.ROOT,
                "%,d synths in their thirties, picture at %s",
                found,
                repositories.synths().getAvatarPath(synth.id()));
    }

    private void mixed(RepositoryFactory repositories) {
        repositories.switches().use(RepositoryName.SYNTHS, JPA);
        narrator.say("on now: %s", repositories.switches().current());
        Experiment kept = Experiment.of("Kept", "Both halves are committed");
        repositories.useTransaction(tx -> {
            tx.experiments().create(kept);
            tx.synths().save(synth.withAvatarPath("avatars/kept.png"));
        });
        Narrator.require(repositories.experiments().findById(kept.id()).isPresent(), "the experiment was committed");
        narrator.say("committed: experiment %s through %s and synth %s through %s", kept.id(), LEGACY, synth.id(), JPA);

        Experiment undone = Experiment.of("Undone", "Neither half remains");
        repositories.useTransaction(tx -> {
            tx.experiments().create(undone);
            tx.synths().save(synth.withAvatarPath("avatars/undone.png"));
            tx.setRollbackOnly();
        });
        boolean gone = repositories.experiments().findById(undone.id()).isEmpty()
                && repositories.synths().getAvatarPath(synth.id()).endsWith("kept.png");
        Narrator.require(gone, "nothing of the undone unit remains");
        narrator.say("rolled back: experiment %s and the synth's new picture, both gone", undone.id());
        savepoint(repositories);
    }

    private void savepoint(RepositoryFactory repositories) {
        boolean survived = repositories.inTransaction(tx -> {
            tx.experiments().update(experiment.id(), ExperimentUpdate.ofName("Three-tap checkout"));
            try {
                tx.useNested(inner -> inner.synths().save(synth.withGroup("grp_ffffffff")));
                return false;
            } catch (ConstraintViolationException e) {
                narrator.say("inside a savepoint: %s", e.getMessage());
                return true;
            }
        });
        Narrator.require(survived, "the nested work failed alone");
        String name = repositories
                .experiments()
                .findById(experiment.id())
                .orElseThrow()
                .name();
        narrator.say("the rest of that unit was committed: the experiment is \"%s\" now", name);
    }
}
