package io.synthlab.persistence.cli.cells;

import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.research.ExecutionStatus;
import io.synthlab.persistence.research.ExecutionUpdate;
import io.synthlab.persistence.research.Message;
import io.synthlab.persistence.research.NewExecution;
import io.synthlab.persistence.research.NewTranscript;
import io.synthlab.persistence.research.ResearchRepository;
import java.util.List;

/** Calls on batches of interviews and their transcripts. */
final class ResearchCells implements Calls {
    private static final String NEW = "batch_new_20260101_100000";
    private static final List<String> EXECUTION_COLUMNS = List.of(
            "exec_id",
            "experiment_id",
            "topic_name",
            "status",
            "synth_count",
            "successful_count",
            "failed_count",
            "model",
            "max_turns",
            "started_at",
            "completed_at",
            "additional_context");
    private static final List<String> TRANSCRIPT_COLUMNS =
            List.of("exec_id", "synth_id", "synth_name", "status", "turn_count", "timestamp", "messages");

    @Override
    public void read(Script script, Keys keys) {
        ResearchRepository research = script.repositories().research();
        List<String> executions = keys.all("research_executions", "exec_id");
        script.askEach("execution", executions, research::getExecution);
        script.askEach("transcripts of", executions, research::listTranscripts);
        Pages.askAll(script, "executions", research::listExecutions);
        Pages.askSorted(script, "executions", EXECUTION_COLUMNS, research::listExecutions);
        String first = executions.get(0);
        Pages.askSorted(script, "transcripts", TRANSCRIPT_COLUMNS, request -> research.listTranscripts(first, request));
        List<String> experiments = keys.all("experiments", "id");
        script.askEach("executions of", experiments, research::listExecutionsByExperiment);
        script.askEach(
                "an execution of",
                experiments,
                id -> research.listExecutionsByExperiment(
                        id, PageRequest.of(1, 1).sortedBy("exec_id")));
        script.askEach("automatic interview of", experiments, research::findAutoInterview);
        script.askEach(
                "transcript",
                keys.query("SELECT exec_id, synth_id FROM transcripts"),
                pair -> research.getTranscript(pair.get(0), pair.get(1)));
        script.ask("no transcript", () -> research.getTranscript("nope", "nope"));
        readBatches(script, research, executions);
    }

    private static void readBatches(Script script, ResearchRepository research, List<String> executions) {
        for (List<String> ids : List.of(executions, List.<String>of())) {
            String label = ids.size() + " executions with ";
            script.ask(label + "summaries", () -> research.checkSummariesExistBatch(ids));
            script.ask(label + "PR-FAQs", () -> research.checkPrfaqsExistBatch(ids));
            script.ask(label + "context", () -> research.checkAdditionalContextExistBatch(ids));
            script.ask(label + "contexts", () -> research.getAdditionalContextBatch(ids));
            script.ask(label + "turns", () -> research.getTotalTurnsBatch(ids));
        }
    }

    @Override
    public void write(Script script, Keys keys) {
        ResearchRepository research = script.repositories().research();
        String old = keys.first("research_executions", "exec_id");
        NewExecution execution = NewExecution.of(NEW, "Tópico", 3).withAdditionalContext("");
        script.ask("create execution", () -> research.createExecution(execution));
        script.ask("create execution again", () -> research.createExecution(execution));
        script.ask(
                "execution of none",
                () -> research.createExecution(NewExecution.of("b2", "t", 1).withExperiment("exp_00000000")));
        script.ask("bad execution", () -> research.createExecution(NewExecution.of("b3", "t", -1)));
        List<Message> messages = List.of(
                Message.of("Interviewer", "Olá \uD83D\uDE42").withInternalNotes("n"), Message.of("Interviewee", ""));
        for (String id : List.of(NEW, old, "nope")) {
            NewTranscript transcript = NewTranscript.of(id, "aaa111", "Ana", messages);
            script.ask("create transcript of " + id, () -> research.createTranscript(transcript));
            script.ask("create transcript again of " + id, () -> research.createTranscript(transcript));
            script.ask(
                    "complete " + id,
                    () -> research.updateExecutionStatus(
                            id, ExecutionUpdate.of(ExecutionStatus.COMPLETED).withSuccessfulCount(0)));
            script.ask(
                    "run pending " + id,
                    () -> research.updateExecutionStatus(
                            id, ExecutionUpdate.of(ExecutionStatus.RUNNING).ifStatusIs(ExecutionStatus.PENDING)));
        }
        script.ask("execution then", () -> research.getExecution(NEW));
        script.ask("transcript then", () -> research.getTranscript(NEW, "aaa111"));
    }
}
