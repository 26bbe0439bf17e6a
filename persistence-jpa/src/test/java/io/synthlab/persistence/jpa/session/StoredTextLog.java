package io.synthlab.persistence.jpa.session;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.RepositoryFactory;
import io.synthlab.persistence.error.ConstraintViolationException;
import io.synthlab.persistence.experiment.Experiment;
import io.synthlab.persistence.experiment.InterviewGuide;
import io.synthlab.persistence.synth.Synth;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Failing statements with planted text, while Hibernate's loggers for errors, warnings and batches are wide open. */
abstract class StoredTextLog {
    private static final String PLANTED = "grp_planted_secret";
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
    void given_planted_text_when_statements_fail_then_no_log_line_repeats_it(RepositoryFactory repositories) {
        repositories.experiments().create(Experiment.of("exp_0000000a", PLANTED, PLANTED, CREATED));
        assertFails(() -> repositories.experiments().create(Experiment.of("exp_0000000a", PLANTED, PLANTED, CREATED)));
        assertFails(() ->
                repositories.interviewGuides().create(InterviewGuide.of(PLANTED, PLANTED, PLANTED, PLANTED, CREATED)));
        assertFails(() -> repositories.synths().saveAll(List.of(synth("aaa111"), synth("aaa222"))));
        LoggerFactory.getLogger("org.hibernate.orm.jdbc.error").debug("these loggers do write");
        String written = log.toString(StandardCharsets.UTF_8);
        assertTrue(written.contains("these loggers do write"));
        assertFalse(written.contains(PLANTED), written);
    }

    private static Synth synth(String id) {
        return Synth.of(id, PLANTED, CREATED, "2.3.0", null).withGroup(PLANTED);
    }

    private static void assertFails(Runnable write) {
        assertThrows(ConstraintViolationException.class, write::run);
    }
}
