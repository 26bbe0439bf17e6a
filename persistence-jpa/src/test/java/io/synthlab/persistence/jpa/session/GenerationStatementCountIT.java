package io.synthlab.persistence.jpa.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.document.DocumentStatus;
import io.synthlab.persistence.document.DocumentType;
import io.synthlab.persistence.document.DocumentUpdate;
import io.synthlab.persistence.experiment.Experiment;
import io.synthlab.persistence.jpa.document.JpaExperimentDocumentRepository;
import io.synthlab.persistence.jpa.experiment.JpaExperimentRepository;
import io.synthlab.persistence.jpa.research.JpaPrfaqRepository;
import io.synthlab.persistence.research.NewPrfaq;
import io.synthlab.persistence.research.PrfaqStatus;
import io.synthlab.persistence.research.PrfaqUpdate;
import io.synthlab.persistence.testkit.SynthLabDatabase;
import io.synthlab.persistence.testkit.TestDatabase;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PR-FAQs and documents are listed in one statement, and guarded by the one that writes. */
@SynthLabDatabase(kind = DatabaseKind.SQLITE)
class GenerationStatementCountIT {
    private static final String QUERY = "executeQuery";
    private static final String UPDATE = "executeUpdate";

    private CountingContext context;
    private UnitSessions sessions;
    private JpaPrfaqRepository prfaqs;
    private JpaExperimentDocumentRepository documents;
    private String experimentId;

    @BeforeEach
    void open(TestDatabase database) {
        context = new CountingContext(database);
        sessions = new UnitSessions(context);
        prfaqs = new JpaPrfaqRepository(context, sessions);
        documents = new JpaExperimentDocumentRepository(context, sessions);
        experimentId = new JpaExperimentRepository(context, sessions)
                .create(Experiment.of("Checkout", "Faster"))
                .id();
        context.executions();
    }

    @AfterEach
    void close() throws Exception {
        context.close();
        sessions.close();
    }

    @Test
    void given_any_number_of_rows_when_listed_then_each_list_is_one_statement() {
        for (int rows : new int[] {3, 150}) {
            IntStream.range(0, rows).forEach(number -> prfaqs.save(NewPrfaq.of("b" + number, "#")));
            context.executions();
            prfaqs.listPrfaqs(PageRequest.of(200, 0));
            prfaqs.listPrfaqs(PageRequest.of(200, 0).sortedBy("topic_name"));
            documents.listByExperiment(experimentId);
            documents.checkDocumentsExist(experimentId);
            assertEquals(List.of(QUERY, QUERY, QUERY, QUERY), context.executions());
        }
    }

    @Test
    void given_a_guard_when_it_is_passed_or_not_then_it_is_one_statement() {
        prfaqs.createPendingPrfaq("b1");
        prfaqs.createPendingPrfaq("b1");
        prfaqs.updatePrfaqStatus("b1", PrfaqStatus.FAILED, PrfaqUpdate.NOTHING.ifStatusIs(PrfaqStatus.GENERATING));
        assertEquals(List.of(UPDATE, UPDATE, UPDATE), context.executions());
        documents.createPending(experimentId, DocumentType.SUMMARY);
        documents.createPending(experimentId, DocumentType.SUMMARY);
        documents.updateStatus(
                experimentId,
                DocumentType.SUMMARY,
                DocumentStatus.FAILED,
                DocumentUpdate.NOTHING.ifStatusIs(DocumentStatus.GENERATING));
        assertEquals(List.of(QUERY, QUERY, UPDATE), context.executions());
    }
}
