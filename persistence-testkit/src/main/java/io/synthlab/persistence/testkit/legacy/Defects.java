package io.synthlab.persistence.testkit.legacy;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The defects a dirty database has, one planted row each, whatever its scale. */
final class Defects {
    private static final List<String> INTEGERS = List.of(
            "research_executions.max_turns",
            "research_executions.synth_count",
            "transcripts.turn_count",
            "prfaq_metadata.faq_count",
            "region_analyses.synth_count",
            "simulation_runs.total_synths");
    private static final List<String> REALS = List.of(
            "region_analyses.failure_delta",
            "region_analyses.failure_delta",
            "region_analyses.failure_delta",
            "region_analyses.failure_delta",
            "region_analyses.failure_delta",
            "region_analyses.failure_delta",
            "prfaq_metadata.confidence_score",
            "sensitivity_results.baseline_success");
    private static final List<String> TEXTS = List.of(
            "synths.nome",
            "synths.descricao",
            "experiments.name",
            "experiments.description",
            "transcripts.synth_name",
            "research_executions.additional_context",
            "interview_guide.questions",
            "synths.data");
    private static final List<String> DOCUMENTS = List.of(
            "synths.data",
            "experiments.scorecard_data",
            "transcripts.messages",
            "feature_scorecards.data",
            "simulation_runs.config");
    private static final List<String> KEYS = List.of(
            "experiments.id",
            "synths.id",
            "synth_groups.id",
            "research_executions.exec_id",
            "simulation_runs.id",
            "region_analyses.id",
            "prfaq_metadata.exec_id",
            "explorations.id",
            "scenario_nodes.id",
            "experiment_documents.id");

    private static final long TWO_31 = 1L << 31;
    private static final long TWO_53 = 1L << 53;

    private Defects() {}

    static List<Defect> all() {
        return Stream.of(numbers(), texts(), documents(), keys(), checks(), extraColumn())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Defect> numbers() {
        return Stream.of(
                        Defect.of(
                                DirtKind.TEXT_IN_INTEGER, INTEGERS, "dez", "20 pessoas", "", "0x1F", "false", "2_000"),
                        Defect.of(DirtKind.REAL_IN_INTEGER, INTEGERS, 3.5, 2e19, 0.25, 1.5, -0.75, 1e-7),
                        Defect.of(
                                DirtKind.INTEGER_OVER_31_BITS,
                                INTEGERS,
                                TWO_31,
                                6_000_000_000L,
                                -TWO_31 - 1,
                                2 * TWO_31,
                                1L << 41,
                                2 * TWO_31 + 1),
                        Defect.of(
                                DirtKind.INTEGER_OVER_53_BITS,
                                INTEGERS,
                                TWO_53 + 1,
                                Long.MAX_VALUE,
                                Long.MIN_VALUE,
                                -TWO_53 - 1,
                                (1L << 60) + 1,
                                (1L << 61) + 3),
                        Defect.of(
                                DirtKind.REAL_EXTREME,
                                REALS,
                                1e308,
                                -Double.MAX_VALUE,
                                -0.0,
                                Double.MIN_VALUE,
                                -1e-310,
                                Double.POSITIVE_INFINITY,
                                1e-310,
                                1e300))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Defect> texts() {
        return Stream.of(
                        Defect.of(
                                DirtKind.NUL_CHARACTER,
                                TEXTS,
                                "Inês\0 Leitão",
                                "\0",
                                "Título\0" + "y".repeat(200),
                                "nulo no fim\0",
                                "Yara\0",
                                "um\0dois",
                                "1. Por quê\0?",
                                "{\"a\": 1}\0 sobra"),
                        Defect.of(
                                DirtKind.INVALID_UTF8,
                                TEXTS,
                                raw("Joa", "e3", "o"),
                                raw("meio emoji ", "f09f98", ""),
                                raw("longo demais ", "c0af", ""),
                                raw("metade ", "eda080", ""),
                                raw("In", "ea", "s"),
                                raw("", "fffe", "A"),
                                raw("", "80", ""),
                                raw("{\"demografia\": {\"cidade\": \"Bag", "e9", "\"}}")),
                        Defect.of(
                                DirtKind.BLOB_IN_TEXT,
                                TEXTS,
                                blob("89504e470d0a1a0a00"),
                                utf8("descrição"),
                                utf8("🧪"),
                                blob(""),
                                blob("00"),
                                utf8("ascii"),
                                blob("c3"),
                                utf8("{\"demografia\": {\"idade\": 51}}")))
                .flatMap(List::stream)
                .toList();
    }

    private static Row.RawText raw(String before, String hex, String after) {
        String all =
                HexFormat.of().formatHex(utf8(before)) + hex + HexFormat.of().formatHex(utf8(after));
        return new Row.RawText(blob(all));
    }

    private static byte[] blob(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<Defect> documents() {
        return Stream.of(
                        Defect.of(
                                DirtKind.JSON_NUL_ESCAPE,
                                DOCUMENTS,
                                "{\"cidade\": \"Bag\\u0000\"}",
                                "{\"x\": [\"\\u0000\"]}",
                                "[{\"text\": \"fim\\u0000\"}]",
                                "{\"\\u0000\": 1}",
                                "\"\\u0000\""),
                        Defect.of(
                                DirtKind.JSON_LONE_SURROGATE,
                                DOCUMENTS,
                                "{\"cidade\": \"\\ud83c\"}",
                                "{\"\\udc01\": 1}",
                                "[{\"x\": \"\\ud83d\\ud83d\\ude42\"}]",
                                "\"\\ude00\\ud83d\"",
                                "[\"\\udfff\"]"),
                        Defect.of(
                                DirtKind.JSON_DUPLICATE_KEY,
                                DOCUMENTS,
                                "{\"x\": 5, \"x\": 6}",
                                "{\"x\": {\"\": 1, \"\": 1}}",
                                "[{\"x\": 1, \"x\": 2}]",
                                "{\"b\": 1, \"\\u0062\": 2}",
                                "{\"\": 1, \"\": 2}"))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Defect> keys() {
        List<Defect> orphans = List.of(
                orphan("synths.synth_group_id", "grp_0badc0de"),
                orphan("transcripts.exec_id", "batch_perdido_20240101_000000"),
                orphan("synth_outcomes.analysis_id", "ana_0badc0de"),
                orphan("interview_guide.experiment_id", "exp_0badc0de"),
                orphan("research_executions.experiment_id", "exp_0badc0de"),
                orphan("simulation_runs.scorecard_id", "0badc0de"),
                orphan("analysis_cache.analysis_id", "ana_0badc0de"),
                orphan("scenario_nodes.parent_id", "node_0badc0de"));
        List<Defect> nulls = Defect.of(
                DirtKind.NULL_PRIMARY_KEY,
                KEYS,
                Collections.nCopies(KEYS.size(), null).toArray());
        return Stream.of(orphans, nulls).flatMap(List::stream).toList();
    }

    private static Defect orphan(String place, String missing) {
        return new Defect(DirtKind.ORPHAN, place, missing);
    }

    private static List<Defect> checks() {
        return List.of(
                check("experiments.status", "archived"),
                check("experiments.name", "T".repeat(101)),
                check("experiments.hypothesis", "h".repeat(501)),
                check("experiments.description", "d".repeat(2001)),
                check("experiments.scorecard_data", "{nada"),
                check("synths.data", ""),
                check("transcripts.messages", "[{'speaker': 'x',}]"),
                check("research_executions.status", "cancelled"),
                check("region_analyses.rules", "[{\"threshold\": NaN}]"),
                check("prfaq_metadata.validation_status", "needs_review"),
                check("explorations.best_success_rate", 1.25),
                check("explorations.id", "EXPL_0001"),
                check("scenario_nodes.node_status", "pruned"),
                check("scenario_nodes.depth", -1),
                check("experiment_documents.document_type", "memo"),
                check("experiment_documents.status", "archived"));
    }

    private static Defect check(String place, Object value) {
        return new Defect(DirtKind.CHECK_VIOLATION, place, value);
    }

    private static List<Defect> extraColumn() {
        return Stream.of(
                        "# Resumo antigo\n\nDesistências por preço.", "## Achados 🔎\n\n- prazo", "", "curto", "\u00a0")
                .map(text -> new Defect(DirtKind.EXTRA_COLUMN, "research_executions.summary_content", text))
                .toList();
    }
}
