package io.synthlab.persistence.cli.faults;

import io.synthlab.persistence.CountedList;
import io.synthlab.persistence.Page;
import io.synthlab.persistence.analysis.SynthOutcome;
import io.synthlab.persistence.error.ConstraintViolationException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Faults that a careless implementation could have, each with the contract that has to notice and the case that does. */
enum Fault {
    /** No fault: the contract is green. */
    NONE("", "", new Effect() {}),

    /** Equal times are listed in the wrong order. */
    WRONG_TIE_BREAK(
            "ExperimentLists",
            "R1-20",
            Effect.sql("ORDER BY (e\\.)?created_at DESC, (e\\.)?id", "ORDER BY $1created_at DESC, $2id DESC")),
    /** The page says that there is one row more. */
    TOTAL_OFF_BY_ONE("ExperimentLists", "R1-18", Effect.sql("\\) AS total", ") + 1 AS total")),
    /** Every page is the first. */
    OFFSET_IGNORED("ExperimentLists", "R1-20", Effect.sql("OFFSET \\?", "OFFSET 0 * ?")),
    /** A page holds one row too many. */
    LIMIT_OFF_BY_ONE("SynthLists", "R1-64", Effect.sql("LIMIT \\?", "LIMIT 1 + ?")),
    /** NULL sorts first where it has to be last. */
    NULL_FIRST("SynthOutcomes", "R1-122", Effect.sql("NULLS LAST", "NULLS FIRST")),
    /** What was deleted is still there. */
    DELETED_ROW_VISIBLE(
            "Experiments,ExperimentUpdates",
            "R1-34",
            Effect.sql("\\(status = 'active' OR status IS NULL\\)", "(1 = 1)")),
    /** A list drops its last row. */
    SWALLOWED_ROW("ScenarioTrees", "R2-76", Effect.result("listNodesByExploration", Fault::withoutLast)),
    /** A page drops a row and still counts it. */
    SWALLOWED_ROW_OF_PAGE("ResearchTranscripts", "R2-27", Effect.result("listTranscripts", Fault::withoutFirst)),

    /** The last six digits of a second are cut to three. */
    DROPPED_MICROSECOND(
            "Experiments",
            "R1-7",
            Effect.text(text -> text.replaceAll("^(\\d{4}-.*\\.\\d{3})\\d{3}(\\+00:00)$", "$1000$2"))),
    /** The time of the last change is not set. */
    CHANGE_NOT_STAMPED(
            "ExperimentUpdates", "R1-26", Effect.sql("updated_at = \\?", "updated_at = substr(?, 1, 0) || NULL")),
    /** An interview that ends also moves its start. */
    START_MOVED(
            "ResearchExecutions",
            "R2-6",
            Effect.sql(
                    "UPDATE research_executions\\s+SET",
                    "UPDATE research_executions SET started_at = '2030-01-01T00:00:00+00:00',")),
    /** A state that ends nothing clears the time of completion. */
    COMPLETION_CLEARED(
            "ResearchExecutions",
            "R2-7",
            Effect.sql("completed_at = coalesce\\(\\?, completed_at\\)", "completed_at = ?")),

    /** A change that expects a state is made in any. */
    LOST_UPDATE(
            "AnalysisUpdates,ResearchExecutions",
            "",
            Effect.sql("status = coalesce\\(\\?, status\\)", "coalesce(?, status) IS NOT NULL")),
    /** Who asks second also gets the right to generate. */
    TWO_WINNERS(
            "Prfaqs,DocumentGenerations",
            "R2-50",
            Effect.sql(
                    "(coalesce\\(prfaq_metadata\\.status, ''\\)|experiment_documents\\.status) <> 'generating'",
                    "1 = 1")),
    /** Rows before a failing one stay. */
    NON_ATOMIC_BATCH("Regions", "R2-115", Effect.committingRows()),
    /** A second row of one key replaces the first in silence. */
    REPLACED_IN_SILENCE(
            "ResearchTranscripts",
            "R2-18",
            Effect.sql("INSERT INTO transcripts", "INSERT OR REPLACE INTO transcripts")),
    /** A second row of one key is dropped in silence. */
    IGNORED_IN_SILENCE(
            "InterviewGuides",
            "R1-39",
            Effect.sql("INSERT INTO interview_guide", "INSERT OR IGNORE INTO interview_guide")),
    /** An upsert leaves a column as it was. */
    UPSERT_KEEPS_COLUMN(
            "AnalysisCaches", "R1-127", Effect.sql("params = excluded\\.params", "params = analysis_cache.params")),
    /** An upsert makes a new row of an old one. */
    UPSERT_MOVES_CREATION(
            "Insights",
            "R2-97",
            Effect.sql(
                    "updated_at = excluded\\.updated_at",
                    "updated_at = excluded.updated_at, created_at = excluded.created_at")),
    /** Deleting all leaves the summary behind. */
    MISSING_CASCADE(
            "Insights",
            "R2-102",
            Effect.sql(
                    "(DELETE FROM chart_insights WHERE simulation_id = \\?)$",
                    "$1 AND insight_type <> 'executive_summary'")),
    /** A deleted group takes its synths along. */
    CASCADE_TOO_FAR(
            "SynthGroups", "R1-54", Effect.sql("UPDATE synths\\s+SET synth_group_id = NULL", "DELETE FROM synths")),
    /** A delete that removes nothing still says so. */
    DELETE_ALWAYS_TRUE(
            "Documents", "R2-134", Effect.result("delete", result -> result instanceof Boolean ? true : result)),
    /** One deleted row too many is reported. */
    WRONG_COUNT(
            "Sensitivities",
            "R2-109",
            Effect.result("deleteBySimulation", result -> result instanceof Integer n ? n + 1 : result)),

    /** A text is cut. */
    TRUNCATED_TEXT("Experiments", "R1-12", Effect.text(text -> text.length() > 400 ? text.substring(0, 400) : text)),
    /** Empty text is stored as NULL. */
    EMPTY_AS_NULL("ExperimentUpdates,Experiments", "R1-12", Effect.text(text -> text.isEmpty() ? null : text)),
    /** A number is stored with three digits. */
    ROUNDED_NUMBER("AnalysisUpdates,Regions,Explorations,StoredOutcomes,AnalysisOutcomes", "", Effect.rounded(10)),
    /** A document loses its last key. */
    LOST_KEY(
            "Documents,DocumentGenerations",
            "R2-121",
            Effect.text(text -> text.replaceAll("^(\\{.*),\\s*\"[^\"]*\":[^,{}\\[\\]]*}$", "$1}"))),
    /** Letters beyond ASCII are lost. */
    ASCII_ONLY("ResearchTranscripts", "R2-17", Effect.text(text -> text.replaceAll("[^\\x00-\\x7f]", "?"))),

    /** A filter lets everything through. */
    FILTER_IGNORED("Simulations", "R2-149", Effect.sql("r\\.status = \\?", "(r.status = ? OR 1 = 1)")),
    /** A prefix is compared without regard to case. */
    CASE_INSENSITIVE_PREFIX(
            "ResearchLists", "R2-35", Effect.sql("(substr\\(r\\.topic_name, 1, \\?\\) = \\?)", "$1 COLLATE NOCASE")),
    /** The frontier begins with the root. */
    FRONTIER_UPSIDE_DOWN("ScenarioTrees", "R2-76", Effect.sql("depth DESC", "depth ASC")),
    /** Rates are compared as text. */
    RATES_AS_TEXT(
            "ScenarioTrees",
            "R2-82",
            Effect.sql(
                    "THEN json_extract\\((simulation_results, '\\$\\.success_rate')\\)",
                    "THEN CAST(json_extract($1) AS text)")),
    /** Of two results the older one counts. */
    OLDEST_INSTEAD_OF_LATEST("Sensitivities", "R2-108", Effect.sql("analyzed_at DESC", "analyzed_at ASC")),
    /** Each reading gives another id. */
    ID_MADE_ON_READ("SimulationOutcomes", "R2-157", Effect.result("listSynthOutcomes", Fault::withNewIds)),
    /** The experiment of a scorecard follows its document. */
    COLUMN_OVERWRITTEN(
            "Scorecards",
            "R2-142",
            Effect.sql("UPDATE feature_scorecards SET", "UPDATE feature_scorecards SET experiment_id = NULL,")),

    /** A violation has the wrong kind. */
    WRONG_KIND(
            "Simulations",
            "R2-148",
            Effect.error(error -> new ConstraintViolationException(
                    ConstraintViolationException.Kind.CHECK, error.table(), error.key(), null))),
    /** A violation does not say which row. */
    KEY_NOT_NAMED(
            "Scorecards",
            "R2-140",
            Effect.error(error -> new ConstraintViolationException(error.kind(), error.table(), null, null))),
    /** A violation is swallowed. */
    ERROR_SWALLOWED("AnalysisOutcomes", "R1-110", Effect.error(error -> null));

    private final String contracts;
    private final String caughtBy;
    private final Effect effect;

    Fault(String contracts, String caughtBy, Effect effect) {
        this.contracts = contracts;
        this.caughtBy = caughtBy;
        this.effect = effect;
    }

    /** Returns the nested classes of the contracts that have to notice. */
    List<String> contracts() {
        return contracts.isEmpty() ? List.of() : List.of(contracts.split(","));
    }

    /** Returns the numbered case that notices, empty if a case without number does. */
    String caughtBy() {
        return caughtBy;
    }

    Effect effect() {
        return effect;
    }

    private static @Nullable Object withoutLast(@Nullable Object result) {
        return result instanceof List<?> list && list.size() > 1 ? list.subList(0, list.size() - 1) : result;
    }

    private static @Nullable Object withoutFirst(@Nullable Object result) {
        return result instanceof Page<?> page && page.items().size() > 1
                ? new Page<>(page.items().subList(1, page.items().size()), page.total(), page.request())
                : result;
    }

    private static @Nullable Object withNewIds(@Nullable Object result) {
        return result instanceof CountedList<?> list
                ? new CountedList<>(
                        list.items().stream()
                                .map(SynthOutcome.class::cast)
                                .map(Fault::withNewId)
                                .toList(),
                        list.total())
                : result;
    }

    private static SynthOutcome withNewId(SynthOutcome outcome) {
        return new SynthOutcome(
                SynthOutcome.newId(),
                outcome.analysisId(),
                outcome.synthId(),
                outcome.didNotTryRate(),
                outcome.failedRate(),
                outcome.successRate(),
                outcome.attributes());
    }
}
