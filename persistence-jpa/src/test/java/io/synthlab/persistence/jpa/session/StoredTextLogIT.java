package io.synthlab.persistence.jpa.session;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.RepositoryFactory;
import io.synthlab.persistence.error.ConstraintViolationException;
import io.synthlab.persistence.experiment.InterviewGuide;
import io.synthlab.persistence.synth.Synth;
import io.synthlab.persistence.testkit.SynthLabDatabase;
import io.synthlab.persistence.testkit.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.LoggerFactory;

/**
 * A host's own data source, whose errors repeat values, while Hibernate's loggers for errors, warnings and batches are
 * wide open.
 */
@SynthLabDatabase(kind = DatabaseKind.POSTGRESQL)
class StoredTextLogIT {
    private static final String PLANTED = "planted_secret";
    private static final Instant CREATED = Instant.parse("2025-01-02T03:04:05Z");

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private PrintStream before;

    @BeforeEach
    void capture() {
        before = System.err;
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restore() {
        System.setErr(before);
    }

    @Test
    void given_planted_text_when_statements_fail_then_no_log_line_repeats_it(TestDatabase database) {
        try (RepositoryFactory repositories = RepositoryFactory.open(config(database))) {
            assertFails(() -> repositories
                    .interviewGuides()
                    .create(InterviewGuide.of(PLANTED, PLANTED, PLANTED, PLANTED, CREATED)));
            assertFails(() -> repositories.synths().save(synth("aaa111")));
            assertFails(() -> repositories.synths().saveAll(List.of(synth("aaa111"), synth("aaa222"))));
        }
        LoggerFactory.getLogger("org.hibernate.orm.jdbc.error").debug("this logger does write");
        String written = log.toString(StandardCharsets.UTF_8);
        assertTrue(written.contains("this logger does write"));
        assertFalse(written.contains(PLANTED), written);
    }

    private static PersistenceConfig config(TestDatabase database) {
        PGSimpleDataSource talkative = new PGSimpleDataSource();
        talkative.setUrl(database.url().jdbcUrl());
        talkative.setUser(database.url().user());
        talkative.setPassword(database.url().password());
        talkative.setLogServerErrorDetail(true);
        return PersistenceConfig.builder().dataSource(talkative).provider("jpa").build();
    }

    private static Synth synth(String id) {
        return Synth.of(id, PLANTED, CREATED, "2.3.0", null).withGroup(PLANTED);
    }

    private static void assertFails(Runnable write) {
        assertThrows(ConstraintViolationException.class, write::run);
    }
}
