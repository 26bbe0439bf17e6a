package io.synthlab.persistence.cli.statements;

import io.synthlab.persistence.PageRequest;
import java.util.ArrayList;
import java.util.List;

/** Which index serves which call; names of unique keys have two underscores behind the table. */
final class IndexedCalls {
    private static final PageRequest PAGE = PageRequest.of(50, 0);

    private IndexedCalls() {}

    static List<IndexedCall> all() {
        List<IndexedCall> calls = new ArrayList<>();
        addExperiments(calls);
        addSynths(calls);
        return calls;
    }

    private static void addExperiments(List<IndexedCall> calls) {
        calls.add(IndexedCall.of(
                "experiments.findById", all -> all.experiments().findById(Population.EXPERIMENT), "experiments_pkey"));
        calls.add(IndexedCall.of(
                "experiments.list",
                all -> all.experiments().list(PAGE),
                "idx_experiments_created",
                "idx_analysis_runs_experiment|analysis_runs__experiment_id_key",
                "interview_guide_pkey",
                "idx_executions_experiment"));
        calls.add(IndexedCall.of(
                "interviewGuides.findByExperimentId",
                all -> all.interviewGuides().findByExperimentId(Population.EXPERIMENT),
                "interview_guide_pkey"));
    }

    private static void addSynths(List<IndexedCall> calls) {
        calls.add(IndexedCall.of("synths.findById", all -> all.synths().findById(Population.SYNTH), "synths_pkey"));
        calls.add(IndexedCall.of(
                "synths.list by created_at",
                all -> all.synths().list(PAGE.sortedBy("created_at")),
                "idx_synths_created_at"));
        calls.add(IndexedCall.of(
                "synths.list by nome", all -> all.synths().list(PAGE.sortedBy("nome")), "idx_synths_nome"));
        calls.add(IndexedCall.of(
                "synths.listByGroup", all -> all.synths().listByGroup(Population.GROUP, PAGE), "idx_synths_group"));
        calls.add(IndexedCall.of(
                "synths.listForSimulation",
                all -> all.synths().listForSimulation(Population.EXPERIMENT, 50),
                "idx_analysis_runs_experiment|analysis_runs__experiment_id_key",
                "idx_outcomes_analysis|synth_outcomes__analysis_id_synth_id_key",
                "synths_pkey"));
        calls.add(IndexedCall.of(
                "synthGroups.list",
                all -> all.synthGroups().list(PAGE),
                "idx_synth_groups_created",
                "idx_synths_group"));
        calls.add(IndexedCall.of(
                "synthGroups.findById", all -> all.synthGroups().findById(Population.GROUP), "synth_groups_pkey"));
    }
}
