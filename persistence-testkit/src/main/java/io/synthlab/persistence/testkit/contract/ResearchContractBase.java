package io.synthlab.persistence.testkit.contract;

import io.synthlab.persistence.Page;
import io.synthlab.persistence.research.Message;
import io.synthlab.persistence.research.NewExecution;
import io.synthlab.persistence.research.NewTranscript;
import io.synthlab.persistence.research.ResearchExecutionSummary;
import io.synthlab.persistence.testkit.fixture.StudyRows;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What contracts of interviews start from. */
abstract class ResearchContractBase extends ContractBase {
    static final String EXECUTIONS = "research_executions";
    static final String TRANSCRIPTS = "transcripts";
    /** Keys that no column can hold. */
    static final List<String> UNSTORABLE = List.of("b\0", "b\uD800");

    ResearchContractBase() {}

    final StudyRows study() {
        return new StudyRows(database());
    }

    /** Stores a pending batch of 3 interviews about checkout. */
    final void execution(String execId, @Nullable String experimentId) {
        research().createExecution(NewExecution.of(execId, "checkout", 3).withExperiment(experimentId));
    }

    /** Stores the interview of a synth named after its id. */
    final void transcript(String execId, String synthId, int messages) {
        research().createTranscript(NewTranscript.of(execId, synthId, synthId, messages(messages)));
    }

    static List<Message> messages(int number) {
        return IntStream.range(0, number)
                .mapToObj(at -> Message.of(at % 2 == 0 ? "Interviewer" : "Interviewee", "text " + at))
                .toList();
    }

    /** Inserts a document of an experiment, past its repository. */
    final void document(String experimentId, String type, String status) {
        rows().insert(
                        "experiment_documents",
                        "id",
                        "doc_" + type,
                        "experiment_id",
                        experimentId,
                        "document_type",
                        type,
                        "markdown_content",
                        "# D",
                        "generated_at",
                        "2026-01-01T10:00:00+00:00",
                        "status",
                        status);
    }

    static List<String> ids(Page<ResearchExecutionSummary> page) {
        return page.items().stream().map(ResearchExecutionSummary::execId).toList();
    }
}
