package io.synthlab.persistence.cli.cells;

import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.experiment.Experiment;
import io.synthlab.persistence.experiment.ExperimentRepository;
import io.synthlab.persistence.experiment.ExperimentUpdate;
import io.synthlab.persistence.experiment.InterviewGuide;
import io.synthlab.persistence.experiment.InterviewGuideRepository;
import io.synthlab.persistence.experiment.InterviewGuideUpdate;
import io.synthlab.persistence.testkit.TestClock;
import io.synthlab.persistence.testkit.fixture.Fixtures;
import java.util.List;

/** Calls on experiments and their guides. */
final class ExperimentCells implements Calls {
    private static final String NEW = "exp_0badcafe";

    @Override
    public void read(Script script, Keys keys) {
        ExperimentRepository experiments = script.repositories().experiments();
        InterviewGuideRepository guides = script.repositories().interviewGuides();
        List<String> ids = keys.all("experiments", "id");
        script.askEach("experiment", ids, experiments::findById);
        script.askEach("summary", ids, experiments::findSummary);
        script.askEach("guide", ids, guides::findByExperimentId);
        script.askEach("guide exists", ids, guides::exists);
        Pages.askAll(script, "experiments", experiments::list);
    }

    @Override
    public void write(Script script, Keys keys) {
        ExperimentRepository experiments = script.repositories().experiments();
        InterviewGuideRepository guides = script.repositories().interviewGuides();
        String old = keys.first("experiments", "id");
        String guided = keys.first("interview_guide", "experiment_id");
        Experiment experiment = Experiment.of(NEW, "Ação", "H \uD83D\uDE00", TestClock.START)
                .withScorecard(Fixtures.scorecard("Função"));
        script.ask("create experiment", () -> experiments.create(experiment));
        script.ask("create experiment again", () -> experiments.create(experiment));
        for (String id : List.of(NEW, old, "exp_00000000")) {
            script.ask("rename " + id, () -> experiments.update(id, ExperimentUpdate.ofName("Novo")));
            script.ask("rename badly " + id, () -> experiments.update(id, ExperimentUpdate.ofName(" ")));
            script.ask("score " + id, () -> experiments.updateScorecard(id, Fixtures.scorecard("Outra")));
            script.ask(
                    "create guide " + id, () -> guides.create(InterviewGuide.of(id, "c", null, "e", TestClock.START)));
            script.ask(
                    "change guide " + id,
                    () -> guides.update(id, InterviewGuideUpdate.NOTHING.withQuestions("Por quê?")));
        }
        script.ask("delete experiment", () -> experiments.softDelete(old));
        script.ask("delete experiment again", () -> experiments.softDelete(old));
        script.ask("delete guide", () -> guides.delete(guided));
        script.ask("delete guide again", () -> guides.delete(guided));
        script.ask("experiments then", () -> experiments.list(PageRequest.first()));
    }
}
