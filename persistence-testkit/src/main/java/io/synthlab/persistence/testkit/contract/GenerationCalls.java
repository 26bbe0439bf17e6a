package io.synthlab.persistence.testkit.contract;

import static io.synthlab.persistence.document.DocumentType.PRFAQ;
import static io.synthlab.persistence.document.DocumentType.SUMMARY;
import static io.synthlab.persistence.testkit.fixture.Fixtures.E1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.day;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.Repositories;
import io.synthlab.persistence.document.DocumentStatus;
import io.synthlab.persistence.document.DocumentUpdate;
import io.synthlab.persistence.document.ExperimentDocument;
import io.synthlab.persistence.research.NewPrfaq;
import io.synthlab.persistence.research.PrfaqStatus;
import io.synthlab.persistence.research.PrfaqUpdate;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;

/** Every method of the repositories of PR-FAQs and documents, called on finished ones and on ones under way. */
final class GenerationCalls {
    private static final String FINISHED = "batch_finished";
    private static final String RUNNING = "batch_running";
    private static final Instant FAR_FUTURE = Instant.parse("2999-01-01T00:00:00Z");
    private static final JsonValue DATA = JsonValue.parse("{\"a\": 1}");
    private static final ExperimentDocument DOCUMENT =
            ExperimentDocument.of("doc_00000001", E1, SUMMARY, "# s", day(3)).withMetadata(DATA);

    /** Reading methods by repository and name. */
    static final Map<String, Function<Repositories, Object>> READS = Map.ofEntries(
            Map.entry("prfaqs.listPrfaqs", all -> all.prfaqs().listPrfaqs(PageRequest.first())),
            Map.entry("prfaqs.getByExecId", all -> all.prfaqs().getByExecId(FINISHED)),
            Map.entry(
                    "prfaqs.getMarkdownContent",
                    all -> all.prfaqs().getMarkdownContent(FINISHED).orElseThrow()),
            Map.entry(
                    "prfaqs.getJsonContent",
                    all -> all.prfaqs().getJsonContent(FINISHED).orElseThrow()),
            Map.entry(
                    "prfaqs.findPrfaqStatus",
                    all -> all.prfaqs().findPrfaqStatus(FINISHED).orElseThrow()),
            Map.entry(
                    "documents.findById",
                    all -> all.documents().findById(DOCUMENT.id()).orElseThrow()),
            Map.entry(
                    "documents.findByExperiment",
                    all -> all.documents().findByExperiment(E1, SUMMARY).orElseThrow()),
            Map.entry("documents.listByExperiment", all -> all.documents().listByExperiment(E1)),
            Map.entry(
                    "documents.findMarkdown",
                    all -> all.documents().findMarkdown(E1, SUMMARY).orElseThrow()),
            Map.entry("documents.checkDocumentsExist", all -> all.documents().checkDocumentsExist(E1)),
            Map.entry(
                    "documents.findStatus",
                    all -> all.documents().findStatus(E1, SUMMARY).orElseThrow()));

    /** Writing methods by repository and name, each such that it would change something. */
    static final Map<String, Function<Repositories, Object>> WRITES = Map.ofEntries(
            Map.entry("prfaqs.createPendingPrfaq", all -> all.prfaqs().createPendingPrfaq(FINISHED)),
            Map.entry(
                    "prfaqs.updatePrfaqStatus",
                    all -> all.prfaqs().updatePrfaqStatus(RUNNING, PrfaqStatus.FAILED, PrfaqUpdate.NOTHING)),
            Map.entry("prfaqs.save", all -> {
                all.prfaqs().save(NewPrfaq.of(RUNNING, "# r"));
                return RUNNING;
            }),
            Map.entry("prfaqs.failStale", all -> all.prfaqs().failStale(RUNNING, FAR_FUTURE)),
            Map.entry("documents.save", all -> all.documents().save(DOCUMENT.withModel("m"))),
            Map.entry("documents.createPending", all -> all.documents().createPending(E1, SUMMARY)),
            Map.entry(
                    "documents.updateStatus",
                    all -> all.documents().updateStatus(E1, SUMMARY, DocumentStatus.FAILED, DocumentUpdate.NOTHING)),
            Map.entry("documents.delete", all -> all.documents().delete(E1, SUMMARY)),
            Map.entry("documents.failStale", all -> all.documents().failStale(E1, PRFAQ, FAR_FUTURE)));

    private GenerationCalls() {}

    /** Finishes one PR-FAQ and one document of E1, which exists, and begins another of each. */
    static void given(Repositories all) {
        all.prfaqs().save(NewPrfaq.of(FINISHED, "# f").withJsonContent(DATA));
        all.prfaqs().createPendingPrfaq(RUNNING);
        all.documents().save(DOCUMENT);
        all.documents().createPending(E1, PRFAQ);
    }
}
