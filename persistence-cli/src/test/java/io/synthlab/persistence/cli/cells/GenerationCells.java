package io.synthlab.persistence.cli.cells;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.document.DocumentStatus;
import io.synthlab.persistence.document.DocumentType;
import io.synthlab.persistence.document.DocumentUpdate;
import io.synthlab.persistence.document.ExperimentDocument;
import io.synthlab.persistence.document.ExperimentDocumentRepository;
import io.synthlab.persistence.research.NewPrfaq;
import io.synthlab.persistence.research.PrfaqRepository;
import io.synthlab.persistence.research.PrfaqStatus;
import io.synthlab.persistence.research.PrfaqUpdate;
import io.synthlab.persistence.testkit.TestClock;
import java.util.Arrays;
import java.util.List;

/** Calls on what is generated: PR-FAQs and documents. */
final class GenerationCells implements Calls {
    private static final List<String> PRFAQ_COLUMNS = List.of(
            "exec_id",
            "topic_name",
            "headline",
            "one_liner",
            "faq_count",
            "generated_at",
            "validation_status",
            "confidence_score");
    private static final List<DocumentType> TYPES = Arrays.asList(DocumentType.values());
    private static final JsonValue OPEN = JsonValue.parse("{\"unknown\": {\"k\": [1, null]}}");

    @Override
    public void read(Script script, Keys keys) {
        PrfaqRepository prfaqs = script.repositories().prfaqs();
        List<String> executions = keys.all("prfaq_metadata", "exec_id");
        script.askEach("PR-FAQ", executions, prfaqs::getByExecId);
        script.askEach("PR-FAQ text", executions, prfaqs::getMarkdownContent);
        script.askEach("PR-FAQ JSON", executions, prfaqs::getJsonContent);
        script.askEach("PR-FAQ status", executions, prfaqs::findPrfaqStatus);
        Pages.askAll(script, "PR-FAQs", prfaqs::listPrfaqs);
        Pages.askSorted(script, "PR-FAQs", PRFAQ_COLUMNS, prfaqs::listPrfaqs);
        ExperimentDocumentRepository documents = script.repositories().documents();
        script.askEach("document", keys.all("experiment_documents", "id"), documents::findById);
        List<String> experiments = keys.all("experiments", "id");
        script.askEach("documents of", experiments, documents::listByExperiment);
        script.askEach("kinds of documents of", experiments, documents::checkDocumentsExist);
        for (DocumentType type : TYPES) {
            script.askEach(type + " of", experiments, id -> documents.findByExperiment(id, type));
            script.askEach(type + " text of", experiments, id -> documents.findMarkdown(id, type));
            script.askEach(type + " status of", experiments, id -> documents.findStatus(id, type));
        }
    }

    @Override
    public void write(Script script, Keys keys) {
        writePrfaqs(script, keys);
        writeDocuments(script, keys);
    }

    private static void writePrfaqs(Script script, Keys keys) {
        PrfaqRepository prfaqs = script.repositories().prfaqs();
        for (String id : List.of("b-new", keys.first("prfaq_metadata", "exec_id"), "b-other")) {
            script.ask("pending PR-FAQ " + id, () -> prfaqs.createPendingPrfaq(id));
            script.ask("pending PR-FAQ again " + id, () -> prfaqs.createPendingPrfaq(id, "m"));
            script.ask("stale PR-FAQ " + id, () -> prfaqs.failStale(id, TestClock.START.plusSeconds(1)));
            script.ask(
                    "complete PR-FAQ " + id,
                    () -> prfaqs.updatePrfaqStatus(
                            id,
                            PrfaqStatus.COMPLETED,
                            PrfaqUpdate.NOTHING
                                    .withContent("# é", OPEN)
                                    .withTitles("H", "")
                                    .withFaqCount(0)));
            script.ask(
                    "fail generating PR-FAQ " + id,
                    () -> prfaqs.updatePrfaqStatus(
                            id, PrfaqStatus.FAILED, PrfaqUpdate.NOTHING.ifStatusIs(PrfaqStatus.GENERATING)));
        }
        script.ask(
                "complete no PR-FAQ",
                () -> prfaqs.updatePrfaqStatus("nope", PrfaqStatus.COMPLETED, PrfaqUpdate.NOTHING));
        script.run(
                "save PR-FAQ", () -> prfaqs.save(NewPrfaq.of("b-other", "# o").withFaqCount(4)));
        script.run(
                "save bad PR-FAQ",
                () -> prfaqs.save(NewPrfaq.of("b-other", "# o").withFaqCount(-1)));
    }

    private static void writeDocuments(Script script, Keys keys) {
        ExperimentDocumentRepository documents = script.repositories().documents();
        String owner = keys.first("experiment_documents", "experiment_id");
        String other = keys.stored("experiments", "id").get(3);
        for (String id : List.of(owner, other, "exp_00000000")) {
            for (DocumentType type : TYPES) {
                String label = type + " of " + id;
                script.ask(
                        "pending " + label,
                        () -> documents.createPending(id, type).map(GenerationCells::withoutId));
                script.ask("pending again " + label, () -> documents.createPending(id, type, "m"));
                script.ask(
                        "complete " + label,
                        () -> documents.updateStatus(
                                id,
                                type,
                                DocumentStatus.COMPLETED,
                                DocumentUpdate.NOTHING
                                        .withMarkdownContent("# é")
                                        .withMetadata(OPEN)));
                script.ask("stale " + label, () -> documents.failStale(id, type, TestClock.START.plusSeconds(1)));
            }
        }
        int number = 0;
        for (String id : List.of(owner, other)) {
            for (DocumentType type : TYPES) { // from here on the ids are known
                ExperimentDocument document =
                        ExperimentDocument.of("doc_0badcaf" + number++, id, type, "# x", TestClock.START);
                script.ask("save " + type + " of " + id, () -> documents.save(document));
            }
        }
        script.ask(
                "save document of another pair",
                () -> documents.save(
                        ExperimentDocument.of("doc_0badcaf0", owner, DocumentType.PRFAQ, "# x", TestClock.START)));
        script.ask("delete document", () -> documents.delete(owner, DocumentType.SUMMARY));
        script.ask("delete document again", () -> documents.delete(owner, DocumentType.SUMMARY));
    }

    /** A new document gets its id by chance. */
    private static List<Object> withoutId(ExperimentDocument document) {
        return List.of(
                document.experimentId(),
                document.documentType(),
                document.status(),
                document.generatedAt(),
                document.model());
    }
}
