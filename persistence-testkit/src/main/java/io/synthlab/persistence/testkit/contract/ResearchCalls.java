package io.synthlab.persistence.testkit.contract;

import static io.synthlab.persistence.testkit.fixture.Fixtures.E1;

import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.Repositories;
import io.synthlab.persistence.research.ExecutionStatus;
import io.synthlab.persistence.research.ExecutionUpdate;
import io.synthlab.persistence.research.Message;
import io.synthlab.persistence.research.NewExecution;
import io.synthlab.persistence.research.NewTranscript;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Every method of the repository of interviews, called on an automatic batch of E1. */
final class ResearchCalls {
    private static final PageRequest FIRST = PageRequest.first();
    private static final String EXECUTION = "b1";
    private static final List<String> EXECUTIONS = List.of(EXECUTION, "b2");
    private static final List<Message> MESSAGES =
            List.of(Message.of("Interviewer", "Why?"), Message.of("Interviewee", "Because."));

    /** Reading methods by repository and name. */
    static final Map<String, Function<Repositories, Object>> READS = Map.ofEntries(
            Map.entry("research.getExecution", all -> all.research().getExecution(EXECUTION)),
            Map.entry("research.listExecutions", all -> all.research().listExecutions(FIRST)),
            Map.entry(
                    "research.listExecutionsByExperiment",
                    all -> List.of(
                            all.research().listExecutionsByExperiment(E1),
                            all.research().listExecutionsByExperiment(E1, PageRequest.of(1, 1)))),
            Map.entry(
                    "research.findAutoInterview",
                    all -> all.research().findAutoInterview(E1).orElseThrow()),
            Map.entry("research.getTranscript", all -> all.research().getTranscript(EXECUTION, "s1")),
            Map.entry(
                    "research.listTranscripts",
                    all -> List.of(
                            all.research().listTranscripts(EXECUTION),
                            all.research().listTranscripts(EXECUTION, PageRequest.of(1, 1)))),
            Map.entry("research.checkSummariesExistBatch", all -> all.research().checkSummariesExistBatch(EXECUTIONS)),
            Map.entry("research.checkPrfaqsExistBatch", all -> all.research().checkPrfaqsExistBatch(EXECUTIONS)),
            Map.entry(
                    "research.checkAdditionalContextExistBatch",
                    all -> all.research().checkAdditionalContextExistBatch(EXECUTIONS)),
            Map.entry(
                    "research.getAdditionalContextBatch", all -> all.research().getAdditionalContextBatch(EXECUTIONS)),
            Map.entry("research.getTotalTurnsBatch", all -> all.research().getTotalTurnsBatch(EXECUTIONS)));

    /** Writing methods by repository and name, each such that it would change something. */
    static final Map<String, Function<Repositories, Object>> WRITES = Map.ofEntries(
            Map.entry(
                    "research.createExecution",
                    all -> all.research()
                            .createExecution(
                                    NewExecution.of("b2", "checkout", 3).withExperiment(E1))),
            Map.entry(
                    "research.updateExecutionStatus",
                    all -> all.research()
                            .updateExecutionStatus(EXECUTION, ExecutionUpdate.of(ExecutionStatus.COMPLETED))),
            Map.entry(
                    "research.createTranscript",
                    all -> all.research().createTranscript(NewTranscript.of(EXECUTION, "s2", "Ana", MESSAGES))));

    private ResearchCalls() {}

    /** Stores a batch with an interview for E1, which exists. */
    static void given(Repositories all) {
        all.research()
                .createExecution(NewExecution.of(EXECUTION, "exp_" + E1 + "_auto", 3)
                        .withExperiment(E1)
                        .withAdditionalContext("context"));
        all.research().createTranscript(NewTranscript.of(EXECUTION, "s1", "Ana", MESSAGES));
    }
}
