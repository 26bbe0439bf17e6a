package io.synthlab.persistence.cli.units;

import io.synthlab.persistence.RepositoryName;
import io.synthlab.persistence.Switches;
import java.util.EnumMap;
import java.util.Map;

/** Which implementation serves which half of the repositories. */
enum Mix {
    /** Experiments by JDBC, synths by Hibernate. */
    EXPERIMENTS_ON_JDBC("legacy-jdbc", "jpa"),
    /** Experiments by Hibernate, synths by JDBC. */
    EXPERIMENTS_ON_JPA("jpa", "legacy-jdbc");

    private final String experiments;
    private final String synths;

    Mix(String experiments, String synths) {
        this.experiments = experiments;
        this.synths = synths;
    }

    /** Returns the provider of experiments and interview guides. */
    String experiments() {
        return experiments;
    }

    /** Returns the provider of synth groups and synths. */
    String synths() {
        return synths;
    }

    /** Returns the mix that is the other way round. */
    Mix turned() {
        return this == EXPERIMENTS_ON_JDBC ? EXPERIMENTS_ON_JPA : EXPERIMENTS_ON_JDBC;
    }

    /** Returns the provider of each repository: the others take turns. */
    Map<RepositoryName, String> providers() {
        Map<RepositoryName, String> providers = new EnumMap<>(RepositoryName.class);
        for (RepositoryName name : RepositoryName.values()) {
            providers.put(name, name.ordinal() % 2 == 0 ? experiments : synths);
        }
        providers.put(RepositoryName.INTERVIEW_GUIDES, experiments);
        providers.put(RepositoryName.SYNTH_GROUPS, synths);
        return providers;
    }

    /** Switches each subject to its provider. */
    void switchOn(Switches switches) {
        providers().forEach(switches::use);
    }

    /** Switches so that the two tables of each subject are served by different providers. */
    void switchCrossed(Switches switches) {
        switches.use(RepositoryName.EXPERIMENTS, experiments);
        switches.use(RepositoryName.INTERVIEW_GUIDES, synths);
        switches.use(RepositoryName.SYNTH_GROUPS, synths);
        switches.use(RepositoryName.SYNTHS, experiments);
    }
}
