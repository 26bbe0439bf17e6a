package io.synthlab.persistence;

import io.synthlab.persistence.experiment.ExperimentRepository;
import io.synthlab.persistence.experiment.InterviewGuideRepository;
import io.synthlab.persistence.synth.SynthGroupRepository;
import io.synthlab.persistence.synth.SynthRepository;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The repositories, each with the name it is switched by. */
public enum RepositoryName {
    /** Experiments and their scorecards. */
    EXPERIMENTS(ExperimentRepository.class),
    /** Interview guides, one per experiment. */
    INTERVIEW_GUIDES(InterviewGuideRepository.class),
    /** Groups of synths. */
    SYNTH_GROUPS(SynthGroupRepository.class),
    /** Synths. */
    SYNTHS(SynthRepository.class);

    private final Class<?> type;

    RepositoryName(Class<?> type) {
        this.type = type;
    }

    /** Returns the name in settings, for example {@code synth-groups}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the interface of the repository. */
    public Class<?> type() {
        return type;
    }

    /**
     * Finds a repository by its name in settings.
     *
     * @param text for example {@code synth-groups}; case does not matter
     * @return the repository, empty if there is none of that name
     */
    public static Optional<RepositoryName> byText(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(name -> name.text().equals(wanted))
                .findFirst();
    }

    /**
     * Finds a repository by its interface.
     *
     * @param type interface, for example {@code SynthRepository.class}
     * @return the repository, empty if the type is no repository
     */
    public static Optional<RepositoryName> byType(Class<?> type) {
        return Arrays.stream(values()).filter(name -> name.type == type).findFirst();
    }

    @Override
    public String toString() {
        return text();
    }
}
