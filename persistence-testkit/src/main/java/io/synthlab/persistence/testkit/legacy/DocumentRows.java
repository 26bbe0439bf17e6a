package io.synthlab.persistence.testkit.legacy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rows of generated documents: those of experiments, and the older PR-FAQs of interview batches. */
final class DocumentRows {
    private static final List<String> TYPES = List.of("summary", "prfaq", "executive_summary");
    private static final List<String> TITLES = List.of("Resumo das entrevistas", "PR-FAQ", "Resumo executivo");
    private static final List<String> VALIDATION = List.of("valid", "pending", "valid", "invalid");

    private final Blueprint blueprint;

    DocumentRows(Blueprint blueprint) {
        this.blueprint = blueprint;
    }

    /** Two documents per experiment, every fourth time three. */
    Stream<Row> documents() {
        int experiments = blueprint.sizes().completed();
        return IntStream.range(0, experiments).boxed().flatMap(experiment -> {
            Chance chance = blueprint.chance("experiment_documents", experiment);
            Moment at = blueprint.moment(chance, experiment, experiments);
            return IntStream.range(0, experiment % 4 == 0 ? 3 : 2)
                    .mapToObj(type -> document(experiment, type, chance, at));
        });
    }

    private Row document(int experiment, int type, Chance chance, Moment at) {
        int serial = experiment * TYPES.size() + type;
        String status = documentStatus(serial);
        boolean empty = status.equals("generating");
        String report = Phrases.report(chance, TITLES.get(type), ExperimentRows.product(experiment));
        return new Row()
                .set("id", blueprint.id(IdKind.DOCUMENT, serial))
                .set("experiment_id", blueprint.experimentId(experiment))
                .set("document_type", TYPES.get(type))
                .set("markdown_content", empty ? "" : report)
                .set("metadata", empty ? null : PythonJson.ascii(metadata(experiment, type)))
                .set("generated_at", type == 2 ? at.aware() : at.local())
                .set("model", serial % 40 == 3 ? null : Vocabulary.MODELS.get(serial % 3))
                .set("status", status)
                .set("error_message", status.equals("failed") ? "Limite de requisições excedido" : null);
    }

    private static String documentStatus(int serial) {
        return switch (serial % 40) {
            case 4 -> "generating";
            case 6 -> "failed";
            case 7 -> "partial";
            default -> "completed";
        };
    }

    private JsonObject metadata(int experiment, int type) {
        String execId =
                blueprint.batch(experiment % blueprint.sizes().batches()).execId();
        return switch (type) {
            case 0 -> new JsonObject().set("exec_id", execId).set("transcript_count", Sizes.TRANSCRIPTS_PER_BATCH);
            case 1 -> new JsonObject().set("exec_id", execId).set("headline", "Menos etapas, mais confiança 🎯");
            default ->
                new JsonObject()
                        .set("analysis_id", blueprint.analysisId(experiment))
                        .set("included_chart_types", List.of("outliers", "shap_summary", "try_vs_success"))
                        .set("total_insights", 6)
                        .set("completed_insights", 3)
                        .set("generation_status", "partial")
                        .set("model", Vocabulary.MODELS.get(1));
        };
    }

    Stream<Row> prfaqs() {
        return blueprint.rows("prfaq_metadata", blueprint.sizes().batches(), this::prfaq);
    }

    private Row prfaq(int number, Chance chance, Moment at) {
        Blueprint.Batch batch = blueprint.batch(number);
        Row row = new Row()
                .set("exec_id", batch.execId())
                .set("model", Vocabulary.MODELS.get(number % 3))
                .set("validation_status", number % 5 == 4 ? null : VALIDATION.get(number % VALIDATION.size()))
                .set("started_at", batch.started().local());
        return switch (number % 25) {
            case 2 -> row.set("status", "generating");
            case 4 -> row.set("status", "failed").set("error_message", "Tempo esgotado após 120 s");
            default -> complete(row, number, chance, batch);
        };
    }

    private static Row complete(Row row, int number, Chance chance, Blueprint.Batch batch) {
        Moment generated = batch.started().plusMinutes(55);
        int questions = chance.between(8, 12);
        JsonObject content = content(chance, batch, questions, generated);
        return row.set("status", "completed")
                .set("generated_at", generated.local())
                .set("confidence_score", number % 3 == 0 ? null : chance.between(0.0, 1.0))
                .set("headline", "Já chegou: atendimento sem espera 🌱")
                .set("one_liner", Phrases.prose(chance, 1))
                .set("faq_count", questions)
                .set("markdown_content", Phrases.report(chance, "PR-FAQ", ExperimentRows.product(number)))
                .set("json_content", number % 3 == 1 ? PythonJson.indentedUtf8(content) : PythonJson.utf8(content));
    }

    private static JsonObject content(Chance chance, Blueprint.Batch batch, int questions, Moment generated) {
        List<JsonObject> faq = Stream.generate(() -> new JsonObject()
                        .set("question", Phrases.question(chance, Vocabulary.SERVICE))
                        .set("answer", Phrases.prose(chance, 1))
                        .set("customer_segment", "Céticos"))
                .limit(questions)
                .toList();
        return new JsonObject()
                .set("batch_id", batch.execId())
                .set(
                        "press_release",
                        new JsonObject()
                                .set("headline", "Já chegou: atendimento sem espera 🌱")
                                .set("one_liner", Phrases.prose(chance, 1))
                                .set("problem_statement", Phrases.prose(chance, 2))
                                .set("solution_overview", Phrases.prose(chance, 2)))
                .set("faq", faq)
                .set("generated_at", generated.local())
                .set("version", 1)
                .set("edit_history", List.of())
                .set("validation_status", "valid")
                .set("confidence_score", 1.0);
    }
}
