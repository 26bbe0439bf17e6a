package io.synthlab.persistence.testkit.legacy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows of interview batches and their transcripts. */
final class InterviewRows {
    private static final int IDS_PER_BATCH = 100;
    private static final List<String> NOTES = List.of(
            "Voltar ao preço: a resposta foi evasiva.",
            "Bom exemplo ✔ – pedir a tela.",
            "Silêncio longo antes do “sim”.");

    private final Blueprint blueprint;

    InterviewRows(Blueprint blueprint) {
        this.blueprint = blueprint;
    }

    /** One batch more than has transcripts: it is still waiting. */
    Stream<Row> executions() {
        return blueprint.rows("research_executions", blueprint.sizes().batches() + 1, this::execution);
    }

    private Row execution(int number, Chance chance, Moment at) {
        Blueprint.Batch batch = blueprint.batch(number);
        String status = status(number);
        boolean ended = status.equals("completed") || status.equals("failed");
        int failed = chance.below(3);
        return new Row()
                .set("exec_id", batch.execId())
                .set("experiment_id", batch.experimentId())
                .set("topic_name", batch.topic())
                .set("status", status)
                .set("synth_count", Sizes.TRANSCRIPTS_PER_BATCH + failed)
                .set("successful_count", ended ? Sizes.TRANSCRIPTS_PER_BATCH : 0)
                .set("failed_count", ended ? failed : null)
                .set("model", number % 25 == 4 ? null : Vocabulary.MODELS.get(number % 3))
                .set("max_turns", number % 25 == 2 ? null : chance.pick(List.of(5, 6, 6, 10)))
                .set("started_at", batch.started().local())
                .set("completed_at", ended ? batch.started().plusMinutes(40).local() : null)
                .set("additional_context", context(number));
    }

    private String status(int number) {
        if (number == blueprint.sizes().batches()) {
            return "pending";
        }
        return switch (number % 25) {
            case 1 -> "failed";
            case 3 -> "running";
            case 5 -> "generating_summary";
            default -> "completed";
        };
    }

    private static @Nullable String context(int number) {
        return switch (number % 3) {
            case 0 -> null;
            case 1 -> "";
            default -> "Público: pessoas idosas 👵🏽 da zona rural, com conexão instável";
        };
    }

    /** What versions up to 7 kept of each topic; nothing came after it. */
    Stream<Row> topicGuides() {
        Map<String, Moment> topics = new LinkedHashMap<>();
        for (int number = 0; number < blueprint.sizes().batches(); number++) {
            Blueprint.Batch batch = blueprint.batch(number);
            topics.putIfAbsent(batch.topic(), batch.started());
        }
        return topics.entrySet().stream()
                .map(topic -> new Row()
                        .set("topic_name", topic.getKey())
                        .set("content", "# Guia: " + topic.getKey() + "\n\n1. O que você espera?")
                        .set("created_at", topic.getValue().local()));
    }

    Stream<Row> transcripts() {
        return IntStream.range(0, blueprint.sizes().batches()).boxed().flatMap(this::transcripts);
    }

    private Stream<Row> transcripts(int batch) {
        Blueprint.Batch facts = blueprint.batch(batch);
        List<Integer> synths = blueprint.interviewees(batch);
        return IntStream.range(0, synths.size()).mapToObj(index -> transcript(facts, batch, index, synths.get(index)));
    }

    private Row transcript(Blueprint.Batch facts, int batch, int index, int synth) {
        int serial = batch * IDS_PER_BATCH + index + 1;
        List<JsonObject> messages = messages(blueprint.chance("transcripts", serial));
        return new Row()
                .set("id", transcriptId(batch, serial))
                .set("exec_id", facts.execId())
                .set("synth_id", blueprint.synthId(synth))
                .set("synth_name", blueprint.synthName(synth))
                .set("status", "completed")
                .set("turn_count", messages.size() / 2)
                .set("timestamp", facts.started().plusMinutes(index).local())
                .set("messages", PythonJson.utf8(messages));
    }

    /** The original wrote NULL; numbers are from before version 7, and a few others were repaired by hand. */
    private @Nullable String transcriptId(int batch, int serial) {
        return switch (batch % 25) {
            case 0, 1 -> Integer.toString(serial);
            case 2 -> blueprint.id(IdKind.TRANSCRIPT, serial);
            default -> null;
        };
    }

    private static List<JsonObject> messages(Chance chance) {
        String product = chance.pick(Vocabulary.PRODUCTS);
        List<JsonObject> messages = new ArrayList<>();
        for (int turn = chance.between(4, 7); turn > 0; turn--) {
            String question = Phrases.prose(chance, 1, product) + " " + Phrases.question(chance, product);
            messages.add(message("Interviewer", question, chance.oneIn(3) ? null : chance.pick(NOTES)));
            messages.add(message("Interviewee", Phrases.prose(chance, chance.between(5, 9), product), null));
        }
        return messages;
    }

    private static JsonObject message(String speaker, String text, @Nullable String notes) {
        return new JsonObject().set("speaker", speaker).set("text", text).set("internal_notes", notes);
    }
}
