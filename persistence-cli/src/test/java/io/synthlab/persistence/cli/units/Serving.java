package io.synthlab.persistence.cli.units;

import io.synthlab.persistence.Repositories;
import io.synthlab.persistence.RepositoryName;
import io.synthlab.persistence.error.SynthLabException;
import io.synthlab.persistence.experiment.ExperimentUpdate;
import io.synthlab.persistence.experiment.InterviewGuideUpdate;
import io.synthlab.persistence.synth.SynthGroup;
import io.synthlab.persistence.testkit.fixture.Fixtures;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Finds out which implementation truly serves a repository: by a call that is refused without a database error, and the
 * classes that refused it.
 */
final class Serving {
    private static final String NUL = "\0";

    private static final Map<RepositoryName, Consumer<Repositories>> REFUSED = Map.of(
            RepositoryName.EXPERIMENTS,
            all -> all.experiments().update(Fixtures.E1, new ExperimentUpdate(NUL, null, null)),
            RepositoryName.INTERVIEW_GUIDES,
            all -> all.interviewGuides().update(Fixtures.E1, new InterviewGuideUpdate(NUL, null, null)),
            RepositoryName.SYNTH_GROUPS,
            all -> all.synthGroups().delete(SynthGroup.DEFAULT_ID),
            RepositoryName.SYNTHS,
            all -> all.synths().getById("nobody"));

    private static final Map<String, String> PACKAGES =
            Map.of("io.synthlab.persistence.jdbc.", "legacy-jdbc", "io.synthlab.persistence.jpa.", "jpa");

    private Serving() {}

    /** Returns the provider of each repository; needs a place where writing is allowed. */
    static Map<RepositoryName, String> every(Repositories all) {
        Map<RepositoryName, String> serving = new EnumMap<>(RepositoryName.class);
        for (RepositoryName name : RepositoryName.values()) {
            serving.put(name, of(all, name));
        }
        return serving;
    }

    /** Returns the provider of synths; reads only. */
    static String synths(Repositories all) {
        return of(all, RepositoryName.SYNTHS);
    }

    private static String of(Repositories all, RepositoryName name) {
        try {
            REFUSED.get(name).accept(all);
        } catch (SynthLabException refusal) {
            return Arrays.stream(refusal.getStackTrace())
                    .flatMap(frame -> PACKAGES.entrySet().stream()
                            .filter(each -> frame.getClassName().startsWith(each.getKey())))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no implementation refused it", refusal))
                    .getValue();
        }
        throw new AssertionError(name + " accepted what it should refuse");
    }
}
