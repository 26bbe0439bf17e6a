package io.synthlab.persistence;

import io.synthlab.persistence.experiment.ExperimentRepository;
import io.synthlab.persistence.experiment.InterviewGuideRepository;
import io.synthlab.persistence.synth.SynthGroupRepository;
import io.synthlab.persistence.synth.SynthRepository;

/** The repositories of one database. */
public interface Repositories {
    /**
     * Returns a repository by its interface.
     *
     * @param <R> type of the repository
     * @param type its interface, for example {@code SynthRepository.class}
     * @return the repository, never {@code null}
     * @throws IllegalArgumentException if the type is no repository of this library
     */
    <R> R repository(Class<R> type);

    /** Returns the experiments. */
    default ExperimentRepository experiments() {
        return repository(ExperimentRepository.class);
    }

    /** Returns the interview guides. */
    default InterviewGuideRepository interviewGuides() {
        return repository(InterviewGuideRepository.class);
    }

    /** Returns the groups of synths. */
    default SynthGroupRepository synthGroups() {
        return repository(SynthGroupRepository.class);
    }

    /** Returns the synths. */
    default SynthRepository synths() {
        return repository(SynthRepository.class);
    }
}
