package io.synthlab.persistence.cli.units;

import static io.synthlab.persistence.testkit.fixture.Fixtures.E1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.day;
import static io.synthlab.persistence.testkit.fixture.Fixtures.synth;

import io.synthlab.persistence.RepositoryFactory;
import io.synthlab.persistence.experiment.InterviewGuide;
import io.synthlab.persistence.synth.Synth;
import io.synthlab.persistence.testkit.TestDatabase;
import io.synthlab.persistence.testkit.fixture.RawRows;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What these contracts work with: a fresh database, each half of the repositories on another implementation. */
@ParameterizedClass
@EnumSource(Mix.class)
abstract class MixedUnits {
    /** A synth that many cases write. */
    static final String S1 = "aaa111";

    /** A guide of {@code E1}. */
    static final InterviewGuide GUIDE = InterviewGuide.of(E1, "context", "Why?", "for example", day(2));

    /** Which implementation serves which half. */
    @Parameter
    Mix mix;

    final Rivals rivals = new Rivals();
    private TestDatabase database;
    private RepositoryFactory repositories;

    @BeforeEach
    final void open(TestDatabase freshDatabase, RepositoryFactory openRepositories) {
        database = freshDatabase;
        repositories = openRepositories;
        mix.switchOn(repositories.switches());
    }

    @AfterEach
    final void endRivals() {
        rivals.close();
    }

    final TestDatabase database() {
        return database;
    }

    final RepositoryFactory repositories() {
        return repositories;
    }

    final long rows(String table) {
        return new RawRows(database).count(table);
    }

    /** Returns synths with ids of their own, in no group yet. */
    static List<Synth> manySynths(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> synth("m%05d".formatted(number), "many"))
                .toList();
    }
}
